/// How typical a term is of one text (the target) against another (the reference): how sure the
/// difference is, and how large. Neither number does without the other.
public struct Keyness: Sendable, Hashable {
  /// G², with the sign of the difference: positive if the term is more frequent in the target. See
  /// `LogLikelihood`.
  public let logLikelihood: Double
  /// The probability of a G² this large if the rates are the same (χ², one degree of freedom).
  public let pValue: Double
  /// The p-value adjusted over all tests of the comparison.
  public let adjustedPValue: Double
  /// The size of the difference.
  public let logRatio: LogRatio
  /// The smallest size that the counts are sure of, at a level that allows for the number of tests. See
  /// `ConservativeLogRatio`.
  public let conservativeLogRatio: Double
  /// The log-odds ratio with a Dirichlet prior, in standard deviations. See `LogOdds`.
  public let logOdds: Double
}
