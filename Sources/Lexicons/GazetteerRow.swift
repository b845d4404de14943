public import TextModel

/// A row of a gazetteer: one name of one entity.
public struct GazetteerRow: Hashable, Sendable {
  /// A name by which texts call the entity.
  public var alias: String
  /// The one name under which the entity is counted.
  public var canonicalName: String
  public var label: EntityLabel
  /// Whether the alias is also a common word, so that it needs a cue nearby to count.
  public var isAmbiguous: Bool
  /// Whether the alias is the entity although the word list has it as a common word: the check of dictionaries does
  /// not ask again.
  public var isSure: Bool
  /// Words which, standing near an ambiguous alias, say that it means the entity.
  public var cues: [String]

  public init(
    alias: String, canonicalName: String, label: EntityLabel, isAmbiguous: Bool = false,
    isSure: Bool = false, cues: [String] = []
  ) {
    self.alias = alias
    self.canonicalName = canonicalName
    self.label = label
    self.isAmbiguous = isAmbiguous
    self.isSure = isSure
    self.cues = cues
  }

  public static let columns = ["alias", "canonical", "label", "flags", "cues"]

  /// Reads the rows of a table; `-` stands for no flags and for no cues.
  static func rows(of table: Table) throws(LexiconError) -> [GazetteerRow] {
    var rows: [GazetteerRow] = []
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      do throws(Fault) {
        rows.append(try GazetteerRow(cells: row.cells))
      } catch {
        throw table.error(at: row, error.reason)
      }
    }
    return rows
  }

  /// What is wrong with a row.
  struct Fault: Error {
    let reason: String
  }

  init(cells: [Substring]) throws(Fault) {
    let flags = cells[3] == "-" ? [] : cells[3].split(separator: ",")
    if let unknown = flags.first(where: { $0 != "ambiguous" && $0 != "sure" }) {
      throw Fault(reason: "unknown flag '\(unknown)'")
    }
    guard flags.count < 2 else { throw Fault(reason: "ambiguous and sure at once") }
    let isAmbiguous = flags.first == "ambiguous"
    let cues =
      cells[4] == "-" ? [] : cells[4].split(separator: "|", omittingEmptySubsequences: false)
    guard !cues.contains(where: \.isEmpty) else { throw Fault(reason: "an empty cue") }
    guard !isAmbiguous || !cues.isEmpty else {
      throw Fault(reason: "the ambiguous alias '\(cells[0])' needs cues")
    }
    let isLabel = cells[2].utf8.allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard isLabel else {
      throw Fault(
        reason: "the label '\(cells[2])' must be of capital letters, digits and _ (such as ORG)")
    }
    self.init(
      alias: String(cells[0]), canonicalName: String(cells[1]),
      label: EntityLabel(rawValue: String(cells[2])), isAmbiguous: isAmbiguous,
      isSure: flags.first == "sure", cues: cues.map(String.init))
  }
}
