/// The rate of a term as a steady growth: a Poisson regression of its counts on the number of the period,
/// with the words as offset, and with over-dispersion.
///
/// ln E[fₜ] = ln nₜ + a + b t. The rate ratio e^b is the factor from one period to the next. Counts of words vary
/// more than Poisson's distribution says, because words come in bursts: the dispersion φ = Σ (f − μ)²/μ / (k − 2)
/// says how much more (1 is Poisson's), and the standard error of b is multiplied by √max(1, φ)
/// (quasi-Poisson). Interval and p are Student's with k − 2 degrees of freedom.
///
/// Sources: P. McCullagh & J. A. Nelder (1989), Generalized Linear Models, 2nd ed., chapter 6 and 9.2; R. W. M.
/// Wedderburn (1974), Biometrika 61:439–447.
public struct RateRegression: Sendable, Hashable {
  /// e^b, the factor of the rate from one period to the next.
  public let rateRatio: Double
  /// Its 95 % interval.
  public let interval: ClosedRange<Double>
  /// φ; below 1 if the counts vary less than Poisson's distribution says.
  public let dispersion: Double
  /// The two-sided probability of a ratio this far from 1 if there is no growth.
  public let pValue: Double

  /// Fits a series, or returns nil if no growth can be told: fewer than `TrendTest.minimumPeriods` periods have
  /// words, fewer than two have the term, or the standard error of b is above 1, as where a term that was
  /// hardly there comes up in the last period.
  ///
  /// - Parameter counts: For successive periods the occurrences and the words; nil for a gap.
  /// - Complexity: O(*k*) a step, some ten steps.
  public init?(counts: [(count: Int, words: Int)?]) {
    let points = counts.enumerated().compactMap { position, point in
      point.map { (time: Double(position), count: Double($0.count), words: Double($0.words)) }
    }
    guard points.count >= TrendTest.minimumPeriods,
      points.count(where: { $0.count > 0 }) >= 2
    else { return nil }
    // Time from its mean, so that the two unknowns hardly depend on each other.
    let middle = points.reduce(0) { $0 + $1.time } / Double(points.count)
    let allCounts = points.reduce(0) { $0 + $1.count }
    let allWords = points.reduce(0) { $0 + $1.words }
    var level = Mathematics.naturalLogarithm(allCounts / allWords)
    var growth = 0.0
    var information = (level: 0.0, mixed: 0.0, growth: 0.0)
    var hasConverged = false
    for _ in 0..<100 where !hasConverged {
      // Newton's method: score and information of the Poisson likelihood.
      var score = (level: 0.0, growth: 0.0)
      information = (0, 0, 0)
      for point in points {
        let time = point.time - middle
        let mean = point.words * Mathematics.exponential(level + growth * time)
        score.level += point.count - mean
        score.growth += (point.count - mean) * time
        information.level += mean
        information.mixed += mean * time
        information.growth += mean * time * time
      }
      let determinant =
        information.level * information.growth - information.mixed * information.mixed
      guard determinant > 0, determinant.isFinite else { return nil }
      let levelStep =
        (information.growth * score.level - information.mixed * score.growth) / determinant
      let growthStep =
        (information.level * score.growth - information.mixed * score.level) / determinant
      // A long step could overshoot into infinity.
      let scale = min(1, 2 / max(abs(levelStep), abs(growthStep) * Double(points.count), 1e-300))
      level += levelStep * scale
      growth += growthStep * scale
      hasConverged = abs(levelStep) < 1e-12 && abs(growthStep) < 1e-12
    }
    guard hasConverged else { return nil }
    let degrees = points.count - 2
    var squares = 0.0
    for point in points {
      let mean =
        point.words * Mathematics.exponential(level + growth * (point.time - middle))
      squares += (point.count - mean) * (point.count - mean) / mean
    }
    dispersion = squares / Double(degrees)
    let variance =
      information.level
      / (information.level * information.growth - information.mixed * information.mixed)
    let error = (variance * max(1, dispersion)).squareRoot()
    guard error <= 1 else { return nil }
    let reach = StudentDistribution.quantile95(degreesOfFreedom: degrees) * error
    rateRatio = Mathematics.exponential(growth)
    interval = Mathematics.exponential(growth - reach)...Mathematics.exponential(growth + reach)
    pValue = StudentDistribution.twoSidedTail(growth / error, degreesOfFreedom: degrees)
  }
}
