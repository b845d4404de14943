/// The interval of a share.
public enum WilsonInterval {
  /// Wilson's 95 % interval of the probability behind `count` of `all`: (*p* + *z*²/2*n* ± *z* √(*p*(1 − *p*)/*n* +
  /// *z*²/4*n*²))/(1 + *z*²/*n*). It stays between 0 and 1, and tells something of 0 of *n* too.
  ///
  /// Source: E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference",
  /// JASA 22:209–212.
  ///
  /// - Precondition: 0 ≤ `count` ≤ `all`, and `all` > 0.
  public static func share(_ count: Int, of all: Int) -> ClosedRange<Double> {
    precondition(0 <= count && count <= all && all > 0, "a share of nothing")
    let z = ChiSquared.normalQuantile95
    let number = Double(all)
    let share = Double(count) / number
    let middle = share + z * z / (2 * number)
    let reach =
      z * (share * (1 - share) / number + z * z / (4 * number * number)).squareRoot()
    let scale = 1 + z * z / number
    return max(0, (middle - reach) / scale)...min(1, (middle + reach) / scale)
  }
}
