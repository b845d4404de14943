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

  /// How well it went: the sums, and before them a line a name if asked for.
  ///
  /// - Complexity: O(*n* · *k*) for *k* names: one training a name.
  public func report(listsNames: Bool) -> String {
    let results = results()
    let lines = results.map { "\($0.name)\t\($0.count)\t\($0.inSample)\t\($0.unseen)\n" }
    let count = max(1, results.reduce(0) { $0 + $1.count })
    func share(_ right: Int) -> String {
      let tenths = (right * 1000 + count / 2) / count
      return "\(tenths / 10).\(tenths % 10) %"
    }
    return (listsNames ? lines.reduce("name\tsentences\tright\tunseen\n", +) : "")
      + "\(results.count) names, \(count) sentences: "
      + "\(share(results.reduce(0) { $0 + $1.inSample })) right, unseen "
      + "\(share(results.reduce(0) { $0 + $1.unseen })).\n"
  }

  /// What all sentences teach, as the two tables of the dictionaries: the weights of features, and the
  /// directions.
  ///
  /// - Complexity: one training.
  public func tables() -> (weights: String, directions: String) {
    let weights = ContextTrainer().weights(from: examples)
    let features = Self.inOrder(weights.features).map { "\($0)\t\(Self.thousandths($1))\n" }
    let directions =
      [(ContextDirection.everyName, weights.sharedDirection)] + Self.inOrder(weights.ownDirections)
    return (
      features.reduce(ContextWeight.columns.joined(separator: "\t") + "\n", +),
      directions.map { ContextDirection(name: $0, weights: $1.map(Self.thousandths)).line }
        .reduce(ContextDirection.columns.joined(separator: "\t") + "\n", +)
    )
  }

  private static func thousandths(_ weight: Float) -> Int { Int((weight * 1000).rounded()) }

  /// The entries in the order of their keys' code points.
  private static func inOrder<Value>(_ entries: [String: Value]) -> [(String, Value)] {
    entries.map { ($0.key, $0.value) }
      .sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
  }
}
