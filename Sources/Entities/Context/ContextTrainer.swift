/// Learns the weights of a `ContextModel`: logistic regression with an L2 penalty, by gradient descent with
/// a step of each weight's own (AdaGrad, Duchi et al. 2011). Deterministic.
public struct ContextTrainer: Sendable {
  /// A name in a sentence.
  public struct Sample: Sendable {
    /// The name: names are held out one by one in cross-validation.
    public var name: String
    public var features: [String]
    public var isEntity: Bool

    public init(name: String, features: [String], isEntity: Bool) {
      self.name = name
      self.features = features
      self.isEntity = isEntity
    }
  }

  /// The fewest samples, and the fewest names, in which a feature must stand.
  static let minimumCount = 4
  static let minimumNames = 3
  private static let rounds = 40
  private static let step: Float = 0.3
  private static let penalty: Float = 0.02

  public init() {}

  /// The weights that the samples teach, those that round to nothing left out.
  ///
  /// - Complexity: O(*n*) in the number of features of all samples.
  public func weights(from samples: [Sample]) -> [String: Float] {
    var counts: [String: Int] = [:]
    var names: [String: Set<String>] = [:]
    for sample in samples {
      for feature in Set(sample.features) {
        counts[feature, default: 0] += 1
        names[feature, default: []].insert(sample.name)
      }
    }
    let kept = counts.filter {
      $0.value >= Self.minimumCount && (names[$0.key]?.count ?? 0) >= Self.minimumNames
    }.keys.sorted()
    let numbers = Dictionary(
      uniqueKeysWithValues: kept.enumerated().map { ($0.element, $0.offset) })
    let encoded = samples.map { Set($0.features).compactMap { numbers[$0] }.sorted() }
    var weights = [Float](repeating: 0, count: kept.count)
    var squares = [Float](repeating: 1e-6, count: kept.count)
    for _ in 0..<Self.rounds {
      for (features, sample) in zip(encoded, samples) {
        let sum = features.reduce(Float(0)) { $0 + weights[$1] }
        let error = (sample.isEntity ? 1 : 0) - Self.logistic(sum)
        for feature in features {
          let gradient = error - Self.penalty * weights[feature]
          squares[feature] += gradient * gradient
          weights[feature] += Self.step * gradient / squares[feature].squareRoot()
        }
      }
    }
    return Dictionary(
      uniqueKeysWithValues: zip(kept, weights).filter { abs($0.1) >= 0.02 })
  }

  static func logistic(_ value: Float) -> Float {
    // Beyond these the result is 0 or 1 to the last bit.
    if value > 20 { return 1 }
    if value < -20 { return 0 }
    return 1 / (1 + exponential(-value))
  }

  /// e to the power of a number between -20 and 20, by squaring: no module below this one has it.
  private static func exponential(_ value: Float) -> Float {
    var x = Double(value) / 1024
    x = 1 + x + x * x / 2 + x * x * x / 6
    for _ in 0..<10 { x *= x }
    return Float(x)
  }
}
