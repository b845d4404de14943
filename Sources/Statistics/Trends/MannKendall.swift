/// Kendall's and Mann's test of a steady rise or fall, with the slope of Theil and Sen.
///
/// The test asks only for the order of the rates, not for a straight line, and no single period can
/// decide it. It takes the periods as independent: where one period's rate follows the last one's, p is
/// too small. Hamed's and Rao's variant allows for that.
///
/// Sources: H. B. Mann (1945), "Nonparametric tests against trend", Econometrica 13:245–259;
/// M. G. Kendall (1975), Rank Correlation Methods; H. Theil (1950); P. K. Sen (1968), "Estimates of the
/// regression coefficient based on Kendall's tau", JASA 63:1379–1389; K. H. Hamed & A. R. Rao (1998), "A
/// modified Mann-Kendall trend test for autocorrelated data", Journal of Hydrology 204:182–196.
public struct MannKendall: Sendable, Hashable {
  /// S = Σ over pairs i < j of sgn(rⱼ − rᵢ): pairs that rise less pairs that fall. From −n(n − 1)/2 to
  /// n(n − 1)/2.
  public let score: Int
  /// The variance of S if there is no trend, corrected for ties:
  /// [n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)] / 18, over the groups of t equal rates.
  public let variance: Double
  /// (S − sgn S)/√variance, standard normal if there is no trend; 0 for S = 0.
  public let z: Double
  /// The two-sided probability of a |z| this large if there is no trend.
  public let pValue: Double
  /// How many times as large the variance of S is where rates follow each other (Hamed and Rao), from the
  /// autocorrelations of up to three periods that differ from 0. At least 1: a variance is not made
  /// smaller.
  public let serialFactor: Double
  /// p with the variance times that factor.
  public let serialPValue: Double
  /// The median of (rⱼ − rᵢ)/(j − i) over all pairs, in the unit of the rates per period. Gaps take part
  /// in j − i.
  public let slope: Double
  /// Its 95 % interval (Sen): the slopes that stand 1.96 √variance/2 ranks to either side of the median.
  public let slopeInterval: ClosedRange<Double>
  /// n, the number of rates.
  public let count: Int

  /// Tests a series of rates, or returns nil if fewer than `TrendTest.minimumPeriods` are there.
  ///
  /// - Parameter rates: The rates of successive periods; nil for a gap.
  /// - Complexity: O(*n*²) on average in time and space.
  public init?(rates: [Double?]) {
    let points = rates.enumerated().compactMap { position, rate in rate.map { (position, $0) } }
    guard points.count >= TrendTest.minimumPeriods else { return nil }
    var score = 0
    var slopes: [Double] = []
    slopes.reserveCapacity(points.count * (points.count - 1) / 2)
    for (index, later) in points.enumerated() {
      for earlier in points[..<index] {
        score += later.1 > earlier.1 ? 1 : later.1 < earlier.1 ? -1 : 0
        slopes.append((later.1 - earlier.1) / Double(later.0 - earlier.0))
      }
    }
    count = points.count
    self.score = score
    let variance = Self.variance(of: points.map(\.1))
    self.variance = variance
    z = score == 0 ? 0 : Double(score - score.signum()) / variance.squareRoot()
    pValue = ChiSquared.twoSidedNormalTail(z)
    let slope = Median.value(of: &slopes)
    self.slope = slope
    slopeInterval = Self.interval(of: &slopes, variance: variance)
    let factor = SerialCorrection.factor(
      of: points.map { $0.1 - slope * Double($0.0) }, lags: 3)
    serialFactor = max(1, factor)
    serialPValue = ChiSquared.twoSidedNormalTail(z / max(1, factor).squareRoot())
  }

  private static func interval(
    of slopes: inout [Double], variance: Double
  ) -> ClosedRange<Double> {
    let count = Double(slopes.count)
    let reach = ChiSquared.normalQuantile95 * variance.squareRoot()
    let lower = max(0, Int(((count - reach) / 2).rounded(.toNearestOrEven)) - 1)
    let upper = min(
      slopes.count - 1, Int(((count + reach) / 2).rounded(.toNearestOrEven)))
    let low = Median.select(lower, in: &slopes)
    return low...max(low, Median.select(upper, in: &slopes))
  }

  private static func variance(of rates: [Double]) -> Double {
    func weight(_ size: Int) -> Int { size * (size - 1) * (2 * size + 5) }
    var total = weight(rates.count)
    var run = 0
    let sorted = rates.sorted()
    for (index, rate) in sorted.enumerated() {
      run = index > 0 && sorted[index - 1] == rate ? run + 1 : 1
      let isLastOfRun = index + 1 == sorted.count || sorted[index + 1] != rate
      if isLastOfRun { total -= weight(run) }
    }
    return Double(total) / 18
  }
}
