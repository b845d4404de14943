/// The strongest bursts of all terms of a corpus.
public struct TermBursts: Sendable {
  /// A burst of a term.
  public struct Item: Sendable, Hashable {
    public let term: Term
    public let burst: Burst
    /// The documents with the term in the burst's periods, and all of theirs.
    public let documentFrequency: Int
    public let documentCount: Int
    /// The documents with the term in all periods.
    public let allDocumentFrequency: Int
  }

  /// All periods, gaps included; bursts name them by their place.
  public let periods: [Period]
  /// The heaviest first.
  public let items: [Item]
  /// The number of terms that were looked at, and of bursts found.
  public let termCount: Int
  public let burstCount: Int
  /// What the filter dropped.
  public let drops: [FilterDrop]

  /// Looks for bursts.
  ///
  /// - Parameters:
  ///   - table: The counts.
  ///   - first: The first period; nil for the first that has documents.
  ///   - last: The last period; nil for the last that has documents.
  ///   - filter: Which terms are looked at.
  ///   - detector: What finds the bursts.
  ///   - limit: The most bursts to list; nil for all.
  /// - Throws: `StatisticsError`, if fewer than two periods have words, or there are too many.
  /// - Complexity: O(*v* *t*) in terms and periods.
  public init(
    in table: TrendTable, from first: Period? = nil, through last: Period? = nil,
    filter: TermFilter = TrendChanges.defaultFilter, detector: BurstDetector = BurstDetector(),
    limit: Int? = nil
  ) throws(StatisticsError) {
    let periods = try table.periods(from: first, through: last)
    let tables = periods.map { period in
      table.table(of: period).flatMap { $0.wordCount > 0 ? $0 : nil }
    }
    let occupied = tables.count { $0 != nil }
    guard occupied >= 2 else { throw .tooFewPeriods(count: occupied, needed: 2) }
    let outcome = filter.outcome(of: table.total(of: periods), sortedBy: .term)
    var items: [Item] = []
    for row in outcome.rows {
      let documents = tables.map { table in
        table.map { ($0.documentFrequency(of: row.term), $0.documentCount) }
      }
      for burst in detector.bursts(in: documents) {
        let inside = documents[burst.periods].compactMap(\.self)
        items.append(
          Item(
            term: row.term, burst: burst,
            documentFrequency: inside.reduce(0) { $0 + $1.0 },
            documentCount: inside.reduce(0) { $0 + $1.1 },
            allDocumentFrequency: row.documentFrequency))
      }
    }
    items.sort { ($1.burst.weight, $0.term) < ($0.burst.weight, $1.term) }
    self.periods = periods
    burstCount = items.count
    termCount = outcome.rows.count
    drops = outcome.drops
    self.items = limit.map { Array(items.prefix(max(0, $0))) } ?? items
  }
}
