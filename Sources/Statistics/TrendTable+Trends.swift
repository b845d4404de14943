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
  /// - Returns: A trend for each term, in the order given, all with the same periods.
  /// - Throws: `StatisticsError.tooManyPeriods`.
  /// - Complexity: O(*t*² log *t*) in the periods, for each term.
  public func trends(
    of terms: [Term], from first: Period? = nil, through last: Period? = nil
  ) throws(StatisticsError) -> [Trend] {
    let periods = try periods(from: first, through: last)
    let points = terms.map { term in periods.map { point(of: term, in: $0) } }
    let tests = points.map { MannKendall(rates: $0.map { $0.observation?.perMillion }) }
    var adjusted = PValueAdjustment.holm.adjusted(tests.compactMap { $0?.pValue })[...]
    return terms.indices.map { index in
      let test: TrendTest
      if let result = tests[index], let adjustedPValue = adjusted.popFirst() {
        test = .tested(result, adjustedPValue: adjustedPValue)
      } else {
        test = .tooFewPeriods(count: points[index].count { $0.observation != nil })
      }
      return Trend(term: terms[index], points: points[index], test: test)
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
