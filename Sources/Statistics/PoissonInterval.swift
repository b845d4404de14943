/// The exact interval for the mean of a Poisson count.
public enum PoissonInterval {
  /// The 95 % interval of Garwood: [½ χ²(0.025; 2f), ½ χ²(0.975; 2f + 2)], where χ²(*p*; *k*) is the
  /// quantile; the lower limit is 0 for *f* = 0. It covers the mean with at least 95 % probability if
  /// occurrences are independent; words that come in bursts vary more than it says.
  ///
  /// Source: F. Garwood (1936), "Fiducial limits for the Poisson distribution", Biometrika 28:437–442.
  ///
  /// - Parameter count: The observed count *f*; not negative.
  /// - Returns: Limits for the expected count, in the unit of the count.
  /// - Complexity: O(√*f*).
  public static func limits(of count: Int) -> ClosedRange<Double> {
    let lower =
      count == 0 ? 0 : GammaFunction.quantile(Double(count), probability: 0.025)
    return lower...GammaFunction.quantile(Double(count) + 1, probability: 0.975)
  }

  /// The 95 % interval of a rate per million words: the limits of the count, divided by the words.
  ///
  /// - Precondition: `words > 0`.
  public static func perMillion(count: Int, words: Int) -> ClosedRange<Double> {
    precondition(words > 0, "a rate needs words")
    let limits = limits(of: count)
    let factor = 1_000_000 / Double(words)
    return limits.lowerBound * factor...limits.upperBound * factor
  }
}
