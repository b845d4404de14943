/// Whether a term's rate differs among several groups at all.
public struct OmnibusTest: Sendable, Hashable {
  /// G² over all groups, ≥ 0. See `LogLikelihood.omnibus(counts:words:)`.
  public let logLikelihood: Double
  /// The number of groups less one.
  public let degreesOfFreedom: Int
  /// The probability of a G² this large if the rates are the same.
  public let pValue: Double
  /// The p-value adjusted over the terms.
  public let adjustedPValue: Double
}
