/// How likely an ambiguous name means the entity: a logistic regression over `ContextSample`s.
///
/// The weights of features, and of the components of the vector, hold for every name. A name that there were
/// samples of has a direction of its own on top: what is said of 小米 when it is eaten.
public struct ContextModel: Sendable {
  private let weights: [String: Float]
  private let sharedDirection: [Float]
  private let ownDirections: [String: [Float]]

  /// A model of the given weights, in natural-logarithm odds; nil if there are none.
  ///
  /// - Parameters:
  ///   - weights: By feature.
  ///   - sharedDirection: The weights of the components of a vector.
  ///   - ownDirections: What is added to them for a name.
  public init?(
    weights: [String: Float], sharedDirection: [Float] = [], ownDirections: [String: [Float]] = [:]
  ) {
    if weights.isEmpty, sharedDirection.isEmpty { return nil }
    self.weights = weights
    self.sharedDirection = sharedDirection
    self.ownDirections = ownDirections
  }

  /// What an unambiguous name of the entity in the same document adds to the log odds. Not learnt: the
  /// sentences that the weights are learnt from stand alone.
  static let certainty: Float = 1

  /// The logarithm of the odds that the name means the entity.
  ///
  /// - Parameter isCertain: Whether the document names the entity beyond doubt.
  public func logOdds(of sample: ContextSample, isCertain: Bool = false) -> Float {
    var sum: Float = isCertain ? Self.certainty : 0
    for feature in sample.features { sum += weights[feature] ?? 0 }
    sum += Self.product(sharedDirection, sample.vector)
    if let own = ownDirections[sample.name] { sum += Self.product(own, sample.vector) }
    return sum
  }

  /// The probability that the name means the entity, from 0 to 1.
  public func probability(of sample: ContextSample, isCertain: Bool = false) -> Float {
    LogisticRegression.logistic(logOdds(of: sample, isCertain: isCertain))
  }

  private static func product(_ left: [Float], _ right: [Float]) -> Float {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
