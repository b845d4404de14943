import Entities
import Testing

@Suite struct ContextTests {
  private func example(
    _ name: String, _ features: [String], _ isEntity: Bool, vector: [Float] = []
  ) -> ContextTrainer.Example {
    ContextTrainer.Example(
      ContextSample(name: name, features: features, vector: vector), isEntity: isEntity)
  }

  private func sample(_ features: [String], _ name: String = "丁", vector: [Float] = [])
    -> ContextSample
  {
    ContextSample(name: name, features: features, vector: vector)
  }

  /// Of each name, six contexts of an entity and six of a word.
  private var examples: [ContextTrainer.Example] {
    ["甲", "乙", "丙"].flatMap { name in
      (0..<6).flatMap { number in
        [
          example(name, ["bias", "+1=发布", "in=\(number)"], true),
          example(name, ["bias", "-1=吃", "in=\(number)"], false),
        ]
      }
    }
  }

  @Test func `what stands around names decides names that were never seen`() throws {
    let model = try #require(ContextTrainer().weights(from: examples).model())
    #expect(model.probability(of: sample(["bias", "+1=发布"])) > 0.8)
    #expect(model.probability(of: sample(["bias", "-1=吃"])) < 0.2)
  }

  @Test func `what the text is about decides too, for each name in its own way`() throws {
    // The first component tells for every name; the second for 甲 alone.
    var examples: [ContextTrainer.Example] = []
    for name in ["甲", "乙", "丙"] {
      for _ in 0..<8 {
        examples.append(example(name, ["bias"], true, vector: [1, 0]))
        examples.append(example(name, ["bias"], false, vector: [-1, 0]))
      }
    }
    for _ in 0..<8 {
      examples.append(example("甲", ["bias"], true, vector: [0, 1]))
      examples.append(example("甲", ["bias"], false, vector: [0, -1]))
    }
    let weights = ContextTrainer().weights(from: examples)
    let model = try #require(weights.model())
    #expect(model.probability(of: sample(["bias"], vector: [1, 0])) > 0.8)
    #expect(model.probability(of: sample(["bias"], vector: [-1, 0])) < 0.2)
    let seen = model.logOdds(of: sample(["bias"], "甲", vector: [0, 1]))
    let unseen = model.logOdds(of: sample(["bias"], vector: [0, 1]))
    #expect(seen > unseen + 0.5)
    #expect(Set(weights.ownDirections.keys) == ["甲", "乙", "丙"])
  }

  /// One feature in all of ten examples, eight of them entities: ½·2·w² - 8·w + 10·ln(1 + eʷ) is least where
  /// 2w = 8 - 10/(1 + e⁻ʷ); by SciPy 1.17.1, brentq: 0.680 617 49.
  @Test func `the weights are those that the penalised likelihood asks for`() throws {
    let examples = (0..<10).map { example(["甲", "乙", "丙"][$0 % 3], ["bias"], $0 < 8) }
    let weight = try #require(ContextTrainer().weights(from: examples).features["bias"])
    #expect(abs(weight - 0.680_617_49) < 1e-5)
  }

  @Test func `a certain mention makes an entity likelier`() throws {
    let model = try #require(ContextModel(weights: ["bias": 0]))
    #expect(model.probability(of: sample(["bias"])) == 0.5)
    #expect(abs(model.probability(of: sample(["bias"]), isCertain: true) - 0.731_058_6) < 1e-6)
  }

  @Test func `the same examples give the same weights`() {
    #expect(ContextTrainer().weights(from: examples) == ContextTrainer().weights(from: examples))
  }

  @Test func `a feature of one name alone is not learnt`() {
    let weights = ContextTrainer().weights(
      from: examples + (0..<9).map { _ in example("丁", ["bias", "in=只"], true) })
    #expect(weights.features["in=只"] == nil)
    #expect(weights.features["+1=发布"] != nil)
  }

  @Test func `no weights, no model`() {
    #expect(ContextModel(weights: [:]) == nil)
    #expect(ContextTrainer().weights(from: []).model() == nil)
  }
}
