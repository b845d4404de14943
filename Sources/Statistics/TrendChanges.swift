/// The terms that changed most from the earlier half of a corpus's time to the later half.
///
/// The periods with words are halved; of an odd number, the middle one is left out. The later half is
/// then the target and the earlier half the reference of a `Comparison`, with its support filter and its
/// adjustment over all terms tested. Terms are ordered by |log ratio|, the size of the change; only those
/// within the significance level are listed, because the largest ratios are those of the rarest terms.
///
/// Two halves are a coarse view: a term that rose and fell again may show no change.
public struct TrendChanges: Sendable {
  /// The periods of the reference.
  public let earlier: [Period]
  /// The periods of the target.
  public let later: [Period]
  /// The terms that became more frequent, the strongest first. In each row, cell 0 is the later half and
  /// cell 1 the earlier.
  public let risers: [ComparisonRow]
  /// The terms that became less frequent, the strongest first, with cells as in `risers`.
  public let fallers: [ComparisonRow]
  /// The comparison, with all terms tested.
  public let comparison: Comparison
  /// The largest adjusted p-value of the terms listed.
  public let level: Double

  /// The filter that is used if none is given: at least 10 occurrences in at least 3 documents.
  public static let defaultFilter = TermFilter(minimumCount: 10, minimumDocuments: 3)

  /// Compares the halves of a table.
  ///
  /// - Parameters:
  ///   - table: The counts.
  ///   - first: The first period; nil for the first that has documents.
  ///   - last: The last period; nil for the last that has documents.
  ///   - filter: Which terms are tested.
  ///   - level: The largest adjusted p-value of the terms listed; 1 lists all.
  ///   - limit: The most risers, and the most fallers, to list; nil for all.
  /// - Throws: `StatisticsError.tooFewPeriods` if fewer than two periods have words.
  public init(
    in table: TrendTable, from first: Period? = nil, through last: Period? = nil,
    filter: TermFilter = TrendChanges.defaultFilter, level: Double = 0.05, limit: Int? = nil
  ) throws(StatisticsError) {
    let periods = table.occupiedPeriods.filter { period in
      (table.table(of: period)?.wordCount ?? 0) > 0
        && first.map { $0 <= period } ?? true && last.map { period <= $0 } ?? true
    }
    guard periods.count >= 2 else { throw .tooFewPeriods(count: periods.count, needed: 2) }
    earlier = Array(periods.prefix(periods.count / 2))
    later = Array(periods.suffix(periods.count / 2))
    var options = Comparison.Options()
    options.filter = filter
    let comparison = try Comparison(
      of: [
        CorpusGroup(name: Self.name(of: later), table: table.total(of: later)),
        CorpusGroup(name: Self.name(of: earlier), table: table.total(of: earlier)),
      ], options: options)
    self.comparison = comparison
    self.level = level
    risers = comparison.terms(typicalIn: 0, sortedBy: .logRatio, level: level, limit: limit)
    fallers = comparison.terms(typicalIn: 1, sortedBy: .logRatio, level: level, limit: limit)
  }

  private static func name(of periods: [Period]) -> String {
    guard let first = periods.first, let last = periods.last, first != last else {
      return periods.first?.label ?? ""
    }
    return "\(first)…\(last)"
  }
}
