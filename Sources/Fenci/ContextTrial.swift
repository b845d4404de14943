public import Entities
internal import Lexicons

/// How well ambiguous names are decided, name by name: with weights learnt from all sentences, and with those
/// learnt from the sentences of all other names.
public struct ContextTrial: Sendable {
  private var samples: [ContextTrainer.Sample] = []
  /// For each name, sentences that are decided without weights: how many, and how many rightly.
  private var decided: [String: (count: Int, right: Int)] = [:]

  public init() {}

  /// Adds a sentence that the weights decide.
  public mutating func add(_ sample: ContextTrainer.Sample) { samples.append(sample) }

  /// Adds a sentence whose name is no candidate, or beyond doubt.
  public mutating func add(name: String, isRight: Bool) {
    decided[name, default: (0, 0)].count += 1
    if isRight { decided[name, default: (0, 0)].right += 1 }
  }

  /// The names, in the order of their code points.
  private var names: [String] { Set(samples.map(\.name)).union(decided.keys).sorted() }

  /// Sentences, and those decided rightly in sample and unseen, of each name.
  ///
  /// - Complexity: O(*n* · *k*) for *k* names: one training a name.
  private func results() -> [(name: String, count: Int, inSample: Int, unseen: Int)] {
    let trainer = ContextTrainer()
    let all = ContextModel(weights: trainer.weights(from: samples))
    return names.map { name in
      let own = samples.filter { $0.name == name }
      let others = ContextModel(weights: trainer.weights(from: samples.filter { $0.name != name }))
      func right(_ model: ContextModel?) -> Int {
        own.filter { sample in
          let probability = model?.probability(of: sample.features, isCertain: false) ?? 0
          return (probability >= 0.5) == sample.isEntity
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

  /// The weights learnt from all sentences, as a table of the dictionaries.
  public var weightTable: String {
    ContextTrainer().weights(from: samples)
      .map { ($0.key, Int(($0.value * 1000).rounded())) }
      .sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
      .map { "\($0.0)\t\($0.1)\n" }
      .reduce(ContextWeight.columns.joined(separator: "\t") + "\n", +)
  }
}
