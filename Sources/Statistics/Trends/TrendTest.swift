/// Whether a trend was tested, and with what result.
public enum TrendTest: Sendable, Hashable {
  /// There are too few periods with words to say anything: fewer than `minimumPeriods`.
  case tooFewPeriods(count: Int)
  /// - Parameters:
  ///   - result: The test.
  ///   - adjustedPValue: Its p-value adjusted over the terms asked for together.
  ///   - adjustedSerialPValue: The same for the p-value that allows for rates that follow each other.
  case tested(MannKendall, adjustedPValue: Double, adjustedSerialPValue: Double)

  /// The fewest periods with words for a test: with less, the normal approximation to the distribution
  /// of S is poor (Kendall 1975; Gilbert 1987 asks for 10, and for tables below that).
  public static let minimumPeriods = 8
}
