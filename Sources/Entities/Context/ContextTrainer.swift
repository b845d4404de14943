/// Learns a `ContextModel`: first what holds for every name, then for each name what is left.
public struct ContextTrainer: Sendable {
  /// A name in a sentence, and what it means there.
  public struct Example: Sendable {
    public var sample: ContextSample
    public var isEntity: Bool

    public init(_ sample: ContextSample, isEntity: Bool) {
      self.sample = sample
      self.isEntity = isEntity
    }
  }

  /// What was learnt, in natural-logarithm odds.
  public struct Weights: Sendable, Equatable {
    public var features: [String: Float] = [:]
    public var sharedDirection: [Float] = []
    public var ownDirections: [String: [Float]] = [:]

    /// The model of the weights; nil if nothing was learnt.
    public func model() -> ContextModel? {
      ContextModel(
        weights: features, sharedDirection: sharedDirection, ownDirections: ownDirections)
    }
  }

  /// The fewest examples, and the fewest names, in which a feature must stand.
  static let minimumCount = 4
  static let minimumNames = 3
  // Chosen by cross-validation over the names of corpus/ambiguous, the last by one over its sentences.
  private static let featurePenalty = 2.0
  private static let directionPenalty = 0.5
  private static let ownDirectionPenalty = 0.22

  public init() {}

  /// What the examples teach; weights of features that round to nothing are left out.
  ///
  /// - Complexity: O(*n*) in the number of features and components of all examples.
  public func weights(from examples: [Example]) -> Weights {
    let features = Self.commonFeatures(of: examples)
    let numbers = Dictionary(
      uniqueKeysWithValues: features.enumerated().map { ($0.element, $0.offset) })
    let dimension = examples.first?.sample.vector.count ?? 0
    var rows = examples.map { example in
      LogisticRegression.Row(
        inputs: Set(example.sample.features).compactMap { numbers[$0] }.sorted()
          .map { ($0, 1) }
          + Self.inputs(of: example.sample.vector, from: features.count),
        isPositive: example.isEntity)
    }
    let shared = LogisticRegression.weights(
      of: rows,
      penalties: Array(repeating: Self.featurePenalty, count: features.count)
        + Array(repeating: Self.directionPenalty, count: dimension))
    var result = Weights()
    for (feature, weight) in zip(features, shared) where abs(weight) >= 0.02 {
      result.features[feature] = Float(weight)
    }
    guard dimension > 0 else { return result }
    result.sharedDirection = shared[features.count...].map { Float($0) }
    for index in rows.indices {
      rows[index].offset = rows[index].inputs.reduce(0) { $0 + shared[$1.index] * $1.value }
      rows[index].inputs = Self.inputs(of: examples[index].sample.vector, from: 0)
    }
    for name in Set(examples.map(\.sample.name)).sorted() {
      let own = rows.indices.filter { examples[$0].sample.name == name }.map { rows[$0] }
      result.ownDirections[name] = LogisticRegression.weights(
        of: own, penalties: Array(repeating: Self.ownDirectionPenalty, count: dimension)
      ).map { Float($0) }
    }
    return result
  }

  private static func inputs(
    of vector: [Float], from first: Int
  ) -> [(index: Int, value: Double)] {
    vector.enumerated().map { (first + $0.offset, Double($0.element)) }
  }

  /// The features that stand in enough examples of enough names, in order.
  private static func commonFeatures(of examples: [Example]) -> [String] {
    var counts: [String: Int] = [:]
    var names: [String: Set<String>] = [:]
    for example in examples {
      for feature in Set(example.sample.features) {
        counts[feature, default: 0] += 1
        names[feature, default: []].insert(example.sample.name)
      }
    }
    return counts.filter {
      $0.value >= minimumCount && (names[$0.key]?.count ?? 0) >= minimumNames
    }.keys.sorted()
  }
}
