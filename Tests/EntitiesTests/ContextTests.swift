import Entities
import Testing

@Suite struct ContextTests {
  private func sample(_ name: String, _ features: [String], _ isEntity: Bool)
    -> ContextTrainer.Sample
  {
    ContextTrainer.Sample(name: name, features: features, isEntity: isEntity)
  }

  /// Of each name, three contexts of an entity and three of a word.
  private var samples: [ContextTrainer.Sample] {
    ["甲", "乙", "丙"].flatMap { name in
      (0..<3).flatMap { number in
        [
          sample(name, ["bias", "+1=发布", "in=\(number)"], true),
          sample(name, ["bias", "-1=吃", "in=\(number)"], false),
        ]
      }
    }
  }

  @Test func `what stands around names decides names that were never seen`() throws {
    let model = try #require(ContextModel(weights: ContextTrainer().weights(from: samples)))
    #expect(model.probability(of: ["bias", "+1=发布"], isCertain: false) > 0.9)
    #expect(model.probability(of: ["bias", "-1=吃"], isCertain: false) < 0.1)
  }

  @Test func `a certain mention makes an entity likelier`() throws {
    let model = try #require(ContextModel(weights: ["bias": 0]))
    #expect(model.probability(of: ["bias"], isCertain: false) == 0.5)
    #expect(abs(model.probability(of: ["bias"], isCertain: true) - 0.731_058_6) < 1e-6)
  }

  @Test func `the same samples give the same weights`() {
    #expect(ContextTrainer().weights(from: samples) == ContextTrainer().weights(from: samples))
  }

  @Test func `a feature of one name alone is not learnt`() {
    let weights = ContextTrainer().weights(
      from: samples + (0..<9).map { _ in sample("丁", ["bias", "in=只"], true) })
    #expect(weights["in=只"] == nil)
    #expect(weights["+1=发布"] != nil)
  }

  @Test func `no weights, no model`() { #expect(ContextModel(weights: [:]) == nil) }
}
