extension TrendTable {
  /// The given terms over time.
  ///
  /// Where there are at least `TrendTest.minimumPeriods` periods with words, each trend is tested, and
  /// the p-values are adjusted over the given terms. Choose the terms before you look at their trends, or
  /// the adjustment means nothing.
  ///
  /// - Parameters:
  ///   - terms: The terms, each counted as given; one that does not occur has counts of 0.
  ///   - first: The first period; nil for the first that has documents.
  ///   - last: The last period; nil for the last that has documents.
  ///   - adjustment: How p-values are adjusted.
  ///   - detector: What finds the bursts.
  /// - Returns: A trend for each term, in the order given, all with the same periods.
  /// - Throws: `StatisticsError.tooManyPeriods`.
  /// - Complexity: O(*t*² log *t*) in the periods, for each term.
  public func trends(
    of terms: [Term], from first: Period? = nil, through last: Period? = nil,
    adjustment: PValueAdjustment = .holm, detector: BurstDetector = BurstDetector()
  ) throws(StatisticsError) -> [Trend] {
    let periods = try periods(from: first, through: last)
    return Self.trends(
      of: terms, in: [(nil, self)], periods, adjustment: adjustment, detector: detector)
  }

  /// The given terms in parts of a corpus, over the periods of all parts together. The p-values are
  /// adjusted over terms and parts.
  ///
  /// - Parameter parts: The parts by name; their tables have the unit of this one, which holds the counts of
  ///   all of them.
  /// - Returns: A trend for each term and part: all parts of the first term, then of the next.
  /// - Throws: `StatisticsError.tooManyPeriods`.
  public func trends(
    of terms: [Term], in parts: [(name: String, table: TrendTable)], from first: Period? = nil,
    through last: Period? = nil, adjustment: PValueAdjustment = .holm,
    detector: BurstDetector = BurstDetector()
  ) throws(StatisticsError) -> [Trend] {
    let periods = try periods(from: first, through: last)
    return Self.trends(
      of: terms, in: parts.map { ($0.name, $0.table) }, periods, adjustment: adjustment,
      detector: detector)
  }

  private static func trends(
    of terms: [Term], in parts: [(name: String?, table: TrendTable)], _ periods: [Period],
    adjustment: PValueAdjustment, detector: BurstDetector
  ) -> [Trend] {
    let pairs = terms.flatMap { term in parts.map { (term, $0) } }
    let points = pairs.map { term, part in periods.map { part.table.point(of: term, in: $0) } }
    let tests = points.map { MannKendall(rates: $0.map { $0.observation?.perMillion }) }
    var adjusted = adjustment.adjusted(tests.compactMap { $0?.pValue })[...]
    var serial = adjustment.adjusted(tests.compactMap { $0?.serialPValue })[...]
    return pairs.indices.map { index in
      let observations = points[index].map(\.observation)
      let test: TrendTest
      if let result = tests[index], let adjustedPValue = adjusted.popFirst(),
        let serialPValue = serial.popFirst()
      {
        test = .tested(
          result, adjustedPValue: adjustedPValue, adjustedSerialPValue: serialPValue)
      } else {
        test = .tooFewPeriods(count: observations.count { $0 != nil })
      }
      return Trend(
        term: pairs[index].0, part: pairs[index].1.name, points: points[index], test: test,
        growth: RateRegression(
          counts: observations.map { $0.map { ($0.termFrequency, $0.wordCount) } }),
        bursts: detector.bursts(
          in: observations.map { $0.map { ($0.documentFrequency, $0.documentCount) } }))
    }
  }

  private func point(of term: Term, in period: Period) -> TrendPoint {
    guard let table = table(of: period), table.wordCount > 0 else {
      return TrendPoint(period: period, observation: nil)
    }
    let count = table.termFrequency(of: term)
    let observation = TrendPoint.Observation(
      termFrequency: count, documentFrequency: table.documentFrequency(of: term),
      wordCount: table.wordCount, documentCount: table.documentCount,
      perMillion: Rate.perMillion(count, of: table.wordCount),
      interval: PoissonInterval.perMillion(count: count, words: table.wordCount))
    return TrendPoint(period: period, observation: observation)
  }
}
