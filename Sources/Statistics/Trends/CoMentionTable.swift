import TextModel

/// The counts of all documents, and of those that hold a name, period by period: who is written about
/// together with whom, and when.
///
/// Like trend tables, these add up in any order.
public struct CoMentionTable: Sendable {
  /// The terms that the name stands for; a document with any of them counts.
  public let terms: [Term]
  /// The counts of all documents.
  public private(set) var all: TrendTable
  /// The counts of the documents with the name.
  public private(set) var holding: TrendTable

  private let words: [[UInt8]]
  private let entities: [Term]

  /// - Parameters:
  ///   - terms: The terms that the name stands for.
  ///   - unit: The length of the periods.
  ///   - selection: What of a text is counted.
  public init(of terms: [Term], unit: PeriodUnit, selection: TermSelection = .wordsAndEntities) {
    self.terms = terms
    all = TrendTable(unit: unit, selection: selection)
    holding = all
    words = terms.filter { !$0.isEntity }.map { Array($0.text.utf8) }
    entities = terms.filter(\.isEntity)
  }

  /// Counts a document, given as its parts in order.
  public mutating func add(_ parts: [Analysis], on date: CalendarDate?) {
    Self.count(parts, on: date, in: &all)
    if parts.contains(where: holdsName) { Self.count(parts, on: date, in: &holding) }
  }

  /// Adds the counts of other documents.
  ///
  /// - Precondition: both tables are of the same name, unit and selection.
  public mutating func merge(_ other: CoMentionTable) {
    precondition(terms == other.terms, "the tables are of different names")
    all.merge(other.all)
    holding.merge(other.holding)
  }

  private static func count(
    _ parts: [Analysis], on date: CalendarDate?, in table: inout TrendTable
  ) {
    table.beginDocument(on: date)
    for part in parts { table.add(part: part, on: date) }
    table.endDocument(on: date)
  }

  private func holdsName(_ analysis: Analysis) -> Bool {
    var text = analysis.document.text
    return text.withUTF8 { bytes in
      for unit in CountingUnits(of: analysis, selection: all.selection) {
        switch unit {
        case .word(let index):
          let surface = bytes[analysis.tokens[index].span.range]
          if words.contains(where: { surface.elementsEqual($0) }) { return true }
        case .entity(let index):
          let mention = analysis.mentions[index]
          if entities.contains(where: {
            $0.text == mention.canonicalName && $0.label == mention.label
          }) {
            return true
          }
        }
      }
      return false
    }
  }
}
