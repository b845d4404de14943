import TextModel

/// The counts of a corpus, period by period.
///
/// ```swift
/// var table = TrendTable(unit: .month)
/// for analysis in analyses { table.add(analysis) }
/// let trends = try table.trends(of: [Term("智谱", label: .organization)])
/// ```
///
/// Documents without a date belong to no period; they are counted, so that a report can say how many.
/// Like `FrequencyTable`, trend tables add up in any order.
public struct TrendTable: Sendable, Equatable {
  /// The length of the periods.
  public let unit: PeriodUnit
  /// What of a text is counted.
  public let selection: TermSelection
  /// The counts of the documents that have no date.
  public private(set) var undated: FrequencyTable

  private var tables: [Period: FrequencyTable] = [:]

  /// The most periods from the first to the last. More are most often due to a wrong date.
  public static let periodLimit = 4000

  public init(unit: PeriodUnit, selection: TermSelection = .wordsAndEntities) {
    self.unit = unit
    self.selection = selection
    undated = FrequencyTable(selection: selection)
  }

  /// Counts a whole document in the period of its date.
  public mutating func add(_ analysis: Analysis) {
    table(on: analysis.document.date) { $0.add(analysis) }
  }

  /// Begins a document that comes in parts.
  ///
  /// - Precondition: no document of that period is open.
  public mutating func beginDocument(on date: CalendarDate?) {
    table(on: date) { $0.beginDocument() }
  }

  /// Counts a part of the document that is open in the period of `date`. The part's own date does not
  /// matter.
  public mutating func add(part analysis: Analysis, on date: CalendarDate?) {
    table(on: date) { $0.add(part: analysis) }
  }

  /// Ends the document that is open in the period of `date`.
  public mutating func endDocument(on date: CalendarDate?) {
    table(on: date) { $0.endDocument() }
  }

  /// Adds the counts of a table over other documents.
  ///
  /// - Precondition: both tables have the same unit and selection, and no open document.
  public mutating func merge(_ other: TrendTable) {
    precondition(unit == other.unit, "the tables have periods of different lengths")
    for (period, table) in other.tables {
      tables[period, default: FrequencyTable(selection: selection)].merge(table)
    }
    undated.merge(other.undated)
  }

  /// The sum of two tables over different documents.
  public func merging(_ other: TrendTable) -> TrendTable {
    var sum = self
    sum.merge(other)
    return sum
  }

  /// The periods that have documents, in order.
  public var occupiedPeriods: [Period] { tables.keys.sorted() }

  /// The counts of a period; nil if it has no documents.
  public func table(of period: Period) -> FrequencyTable? { tables[period] }

  /// The counts of all dated documents.
  public func total() -> FrequencyTable { total(of: occupiedPeriods) }

  /// The counts of some periods together.
  func total(of periods: [Period]) -> FrequencyTable {
    var sum = FrequencyTable(selection: selection)
    for period in periods {
      if let table = tables[period] { sum.merge(table) }
    }
    return sum
  }

  /// All periods from the first to the last, those without documents included.
  ///
  /// - Parameters:
  ///   - first: The first period; nil for the first that has documents.
  ///   - last: The last period; nil for the last that has documents.
  /// - Throws: `StatisticsError.tooManyPeriods` beyond `periodLimit`.
  /// - Precondition: `first` and `last` have the table's unit.
  public func periods(
    from first: Period? = nil, through last: Period? = nil
  ) throws(StatisticsError) -> [Period] {
    let occupied = occupiedPeriods
    guard let start = first ?? occupied.first, let end = last ?? occupied.last, start <= end else {
      return []
    }
    precondition(start.unit == unit && end.unit == unit, "periods of another length")
    guard end.distance(from: start) < Self.periodLimit else {
      throw .tooManyPeriods(first: start.label, last: end.label, limit: Self.periodLimit)
    }
    return Array(sequence(first: start) { $0 < end ? $0.successor : nil })
  }

  /// The terms with the given text in any period, the word and the entities alike, in order.
  public func terms(withText text: String) -> [Term] {
    Set(tables.values.flatMap { $0.terms(withText: text) }).sorted()
  }

  private mutating func table(
    on date: CalendarDate?, _ change: (inout FrequencyTable) -> Void
  ) {
    if let date {
      let period = Period(containing: date, unit: unit)
      change(&tables[period, default: FrequencyTable(selection: selection)])
    } else {
      change(&undated)
    }
  }
}
