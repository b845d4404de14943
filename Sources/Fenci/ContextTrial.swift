public import Entities
internal import Lexicons

/// How well ambiguous names are decided, name by name: with weights learnt from all sentences, and with those
/// learnt from the sentences of all other names.
public struct ContextTrial: Sendable {
  private var examples: [ContextTrainer.Example] = []
  /// For each name, sentences that are decided without weights: how many, and how many rightly.
  private var decided: [String: (count: Int, right: Int)] = [:]

  public init() {}

  /// Adds a sentence that the weights decide.
  public mutating func add(_ example: ContextTrainer.Example) { examples.append(example) }

  /// Adds a sentence whose name is no candidate, or beyond doubt.
  public mutating func add(name: String, isRight: Bool) {
    decided[name, default: (0, 0)].count += 1
    if isRight { decided[name, default: (0, 0)].right += 1 }
  }

  /// The names, in the order of their code points.
  private var names: [String] { Set(examples.map(\.sample.name)).union(decided.keys).sorted() }

  /// Sentences, and those decided rightly in sample and unseen, of each name.
  ///
  /// - Complexity: O(*n* · *k*) for *k* names: one training a name.
  private func results() -> [(name: String, count: Int, inSample: Int, unseen: Int)] {
    let trainer = ContextTrainer()
    let all = trainer.weights(from: examples).model()
    return names.map { name in
      let own = examples.filter { $0.sample.name == name }
      let others = trainer.weights(
        from: examples.filter { $0.sample.name != name }
      ).model()
      func right(_ model: ContextModel?) -> Int {
        own.filter { example in
          let probability = model?.probability(of: example.sample) ?? 0
          return (probability >= 0.5) == example.isEntity
        }.count
      }
      let fixed = decided[name] ?? (0, 0)
      return (
        name, own.count + fixed.count, right(all) + fixed.right,
        (own.isEmpty ? 0 : right(others)) + fixed.right
      )
    }
  }

  /// A line a name.
  public var table: String {
    results().map { "\($0.name)\t\($0.count)\t\($0.inSample)\t\($0.unseen)\n" }
      .reduce("name\tsentences\tright\tunseen\n", +)
  }

  /// The sums.
  public var summary: String {
    let results = results()
    let count = max(1, results.reduce(0) { $0 + $1.count })
    func share(_ right: Int) -> String {
      let tenths = (right * 1000 + count / 2) / count
      return "\(tenths / 10).\(tenths % 10) %"
    }
    return "\(results.count) names, \(count) sentences: "
      + "\(share(results.reduce(0) { $0 + $1.inSample })) right, unseen "
      + "\(share(results.reduce(0) { $0 + $1.unseen })).\n"
  }

  /// The weights of features that all sentences teach, as a table of the dictionaries.
  public var weightTable: String {
    Self.inThousandths(ContextTrainer().weights(from: examples).features)
      .map { "\($0.0)\t\($0.1)\n" }
      .reduce(ContextWeight.columns.joined(separator: "\t") + "\n", +)
  }

  /// The directions that all sentences teach, as a table of the dictionaries.
  public var directionTable: String {
    let weights = ContextTrainer().weights(from: examples)
    let rows =
      [(ContextDirection.everyName, weights.sharedDirection)]
      + weights.ownDirections.sorted {
        $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
      }.map { ($0.key, $0.value) }
    return rows.map { name, weights in
      ContextDirection(name: name, weights: weights.map { Int(($0 * 1000).rounded()) }).line
    }.reduce(ContextDirection.columns.joined(separator: "\t") + "\n", +)
  }

  private static func inThousandths(_ weights: [String: Float]) -> [(String, Int)] {
    weights.map { ($0.key, Int(($0.value * 1000).rounded())) }
      .sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
  }
}
