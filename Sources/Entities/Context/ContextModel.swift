/// How likely an ambiguous name means the entity: a logistic regression over `ContextFeatures`.
public struct ContextModel: Sendable {
  private let weights: [String: Float]

  /// A model of the given weights, in natural-logarithm odds; nil if there are none.
  public init?(weights: [String: Float]) {
    if weights.isEmpty { return nil }
    self.weights = weights
  }

  /// What an unambiguous name of the entity in the same document adds to the log odds. Not learnt: the
  /// sentences that the weights are learnt from stand alone.
  static let certainty: Float = 1

  /// What the lack of any cue takes off. Not learnt either: the sentences were written to be hard, and many more of
  /// them have an entity without a cue than of those in newspapers.
  static let lackOfCue: Float = -1

  /// The probability that the name means the entity, from 0 to 1.
  ///
  /// - Parameter isCertain: Whether the document names the entity beyond doubt.
  public func probability(of features: [String], isCertain: Bool) -> Float {
    var sum: Float = isCertain ? Self.certainty : 0
    if features.contains("cue=none") { sum += Self.lackOfCue }
    for feature in features { sum += weights[feature] ?? 0 }
    return ContextTrainer.logistic(sum)
  }
}
