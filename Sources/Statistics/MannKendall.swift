/// Kendall's and Mann's test of a steady rise or fall, with the slope of Theil and Sen.
///
/// The test asks only for the order of the rates, not for a straight line, and no single period can
/// decide it. It takes the periods as independent: where one period's rate follows the last one's, p is
/// too small.
///
/// Sources: H. B. Mann (1945), "Nonparametric tests against trend", Econometrica 13:245–259;
/// M. G. Kendall (1975), Rank Correlation Methods; H. Theil (1950); P. K. Sen (1968), "Estimates of the
/// regression coefficient based on Kendall's tau", JASA 63:1379–1389.
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
  /// The median of (rⱼ − rᵢ)/(j − i) over all pairs, in the unit of the rates per period. Gaps take part
  /// in j − i.
  public let slope: Double
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
    variance = Self.variance(of: points.map(\.1))
    z = score == 0 ? 0 : Double(score - score.signum()) / variance.squareRoot()
    pValue = ChiSquared.twoSidedNormalTail(z)
    slope = Median.value(of: &slopes)
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
