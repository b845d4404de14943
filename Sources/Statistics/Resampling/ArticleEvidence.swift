/// What resampling whole documents says of a term in a contrast.
public struct ArticleEvidence: Sendable, Hashable {
  /// The observed count of the target less the expected one, in standard deviations of that difference
  /// when documents are exchanged; 0 if no document can be.
  public let zScore: Double
  /// The share of rounds, the observed one included, in which exchanged documents differ at least as much:
  /// two-sided, at least 1/(rounds + 1).
  public let pValue: Double
  /// The same for the largest difference of any term in a round: adjusted over the terms.
  public let adjustedPValue: Double
  /// The 95 % interval of the log ratio over rounds that draw documents with replacement; nil if one side
  /// has no document with the term, where drawing the others again cannot tell how far it might go.
  public let logRatioInterval: ClosedRange<Double>?

  /// The same seen from the other side.
  var mirrored: ArticleEvidence {
    ArticleEvidence(
      zScore: -zScore, pValue: pValue, adjustedPValue: adjustedPValue,
      logRatioInterval: logRatioInterval.map { -$0.upperBound ... -$0.lowerBound })
  }
}
