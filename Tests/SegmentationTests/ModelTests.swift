import Foundation
import Lexicons
import Segmentation
import TestSupport
import Testing
import TextModel

/// Training, the model's file, and what a model does with text.
@Suite struct ModelTests {
  private func tokens(
    _ text: String, standard: String? = nil, user: [String] = []
  ) async throws -> (Document, [Token]) {
    let model = try await TestModel.shared.value
    let document = Document(id: "1", text: text)
    let segmenter = try Segmenter(
      TestDictionaries.make(user: UserDictionary(words: user)),
      engine: .model(model, standard: model.standard(named: standard)))
    return (document, try segmenter.tokens(in: document))
  }

  private func words(
    _ text: String, standard: String? = nil, user: [String] = []
  ) async throws -> [String] {
    let (document, tokens) = try await tokens(text, standard: standard, user: user)
    return tokens.map { String(document[$0.span]) }
  }

  @Test(
    "a model gives back what it has learnt, in each standard",
    arguments: [
      ("我在北京大学读书。", "news", ["我", "在", "北京大学", "读书", "。"]),
      ("研究生命起源的研究生说。", "news", ["研究", "生命", "起源", "的", "研究生", "说", "。"]),
      ("我在北京大学说", "ud", ["我", "在", "北京", "大学", "说"]),
    ])
  func learnt(text: String, standard: String, expected: [String]) async throws {
    #expect(try await words(text, standard: standard) == expected)
  }

  @Test func `words get the classes of the standard`() async throws {
    let (_, news) = try await tokens("我在北京大学读书。")
    #expect(
      news.map(\.partOfSpeech) == [.pronoun, .adposition, .properNoun, .verb, .punctuation])
    let (_, ud) = try await tokens("我在北京大学说", standard: "ud")
    #expect(ud.map(\.partOfSpeech) == [.pronoun, .adposition, .properNoun, .noun, .verb])
  }

  @Test func `names of several words are found where classes do not tell them`() async throws {
    let (_, tokens) = try await tokens("我在北京大学说", standard: "ud")
    #expect(
      tokens.map(\.nameTag.label) == [nil, nil, .organization, .organization, nil])
    #expect(tokens[2].nameTag.isFirst && !tokens[3].nameTag.isFirst)
  }

  @Test func `a standard may be added to a model`() async throws {
    let base = try await TestModel.shared.value
    let corpus = TrainingCorpus(
      AnnotatedCorpus(path: "own.txt", bytes: Array("我在 北京大学 说\n".utf8)), standard: "own")
    let model = try TestModel.opened(try await TestModel.train([corpus], base: base))
    #expect(model.standards.map(\.name) == ["fenci", "news", "ud", "own"])
    let document = Document(id: "1", text: "我在北京大学说")
    for standard in ["news", "ud", "own"] {
      func words(_ model: SequenceModel) throws -> [String] {
        try Segmenter(
          TestDictionaries.make(),
          engine: .model(model, standard: model.standard(named: standard))
        ).tokens(in: document).map { String(document[$0.span]) }
      }
      #expect(
        try words(model) == (standard == "own" ? ["我在", "北京大学", "说"] : try words(base)))
    }
    let again = try TestModel.opened(
      try await TestModel.train([TestModel.corpora()[1], corpus], base: model))
    #expect(again.standards == model.standards)
    #expect(again.information.attributions.count == 3)
    let error = await #expect(throws: ModelError.self) {
      try await TestModel.train(TestModel.corpora(), base: base)
    }
    #expect(error == .knownStandard("news"))
  }

  @Test("the corpus that counts more teaches the tagger", arguments: [("r", "n"), ("n", "r")])
  func weights(heavy: String, light: String) async throws {
    let corpora = [(heavy, 8.0), (light, 1)].map { tag, weight in
      TrainingCorpus(
        AnnotatedCorpus(path: "own.txt", bytes: Array("公司/\(tag) 说/v 。/w\n".utf8)), standard: "own",
        weight: weight)
    }
    let model = try TestModel.opened(try await TestModel.train(corpora))
    let segmenter = try Segmenter(
      TestDictionaries.make(), engine: .model(model, standard: model.standard(named: "own")))
    let tokens = try segmenter.tokens(in: Document(id: "1", text: "公司说。"))
    #expect(tokens.first?.partOfSpeech == (heavy == "r" ? .pronoun : .noun))
  }

  @Test func `runs of marks are cut where the corpus cuts them`() async throws {
    let cut = TrainingCorpus(
      AnnotatedCorpus(path: "cut.txt", bytes: Array("我 — — 在 … … 公司\n我 说\n".utf8)),
      standard: "cut")
    let whole = TrainingCorpus(
      AnnotatedCorpus(path: "whole.txt", bytes: Array("我 —— 在 …… 公司\n我 说\n".utf8)),
      standard: "whole")
    let model = try TestModel.opened(try await TestModel.train([cut, whole]))
    let document = Document(id: "1", text: "我——说")
    for (standard, marks) in [("cut", ["—", "—"]), ("whole", ["——"]), ("fenci", ["——"])] {
      let tokens = try Segmenter(
        TestDictionaries.make(), engine: .model(model, standard: model.standard(named: standard))
      ).tokens(in: document)
      #expect(
        tokens.filter { $0.kind == .punctuation }.map { String(document[$0.span]) } == marks)
    }
  }

  @Test func `Traditional text is cut as its Simplified form`() async throws {
    #expect(
      try await words("研究生命起源的研究生說。") == ["研究", "生命", "起源", "的", "研究生", "說", "。"])
    #expect(
      try await words("智譜發布新模型，")
        == (try await words("智谱发布新模型，")).map {
          ["智谱": "智譜", "发布": "發布"][$0] ?? $0
        })
  }

  @Test func `a user's word wins over the model`() async throws {
    #expect(try await words("我在北京大学读书。", user: ["京大"]).contains("京大"))
  }

  @Test func `the same seed gives the same bytes, at any number of threads`() async throws {
    var options = TestModel.options
    options.threads = 1
    let one = try await TestModel.train(options: options)
    options.threads = 4
    #expect(try await TestModel.train(options: options) == one)
    options.seed = 7
    let other = try await TestModel.train(options: options)
    #expect(other.count > 0 && other != one)
  }

  @Test func `pruning makes a smaller model`() async throws {
    var options = TestModel.options
    let whole = try await TestModel.train(options: options)
    options.ngramBytes = 400
    options.tagBytes = 400
    let pruned = try await TestModel.train(options: options)
    #expect(pruned.count < whole.count)
    #expect(try TestModel.opened(pruned).information.standards == ["news", "ud"])
  }

  @Test func `the header tells the standards and where the model comes from`() async throws {
    let information = try await TestModel.shared.value.information
    #expect(information.standards == ["news", "ud"])
    #expect(information.attributions == ["written for the tests"])
  }

  @Test func `an unknown standard is refused by name`() async throws {
    let model = try await TestModel.shared.value
    let error = #expect(throws: ModelError.self) { try model.standard(named: "ctb") }
    #expect(error?.description == "the model knows no standard 'ctb' (it knows: fenci, news, ud)")
  }

  @Test("damage is found, wherever it is", arguments: [0, 9, 17, 100, -1, -200])
  func damage(place: Int) async throws {
    var bytes = try await TestModel.train()
    let index = place < 0 ? bytes.count + place : place
    bytes[index] ^= 0x55
    #expect(throws: LexiconError.self) { try TestModel.opened(bytes).verify() }
    #expect(throws: LexiconError.self) { try TestModel.opened(Array(bytes.dropLast(64))) }
  }

  @Test("a damaged model stops nothing", arguments: 0..<8 as Range<UInt64>)
  func damagedModel(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = try await TestModel.train()
    // Behind the header, the table and the description; what then has a wrong size is refused.
    for _ in 0..<bytes.count / 16 {
      bytes[Int.random(in: 2048..<bytes.count, using: &generator)] = .random(
        in: 0...255, using: &generator)
    }
    guard let model = try? TestModel.opened(bytes) else { return }
    for standard in model.standards {
      let segmenter = try Segmenter(
        TestDictionaries.make(), engine: .model(model, standard: standard))
      let document = Document(id: "1", text: generator.mixedText(pieces: 2000))
      let tokens = try segmenter.tokens(in: document)
      #expect(tokens.allSatisfy { $0.span.start < $0.span.end })
    }
  }

  @Test("training on odd corpora ends", arguments: ["我 爱\n", "A\n", "，\n", "我\n我\n", "😀 🎉\n"])
  func oddCorpora(text: String) async throws {
    let corpus = TrainingCorpus(
      AnnotatedCorpus(path: "odd", bytes: Array(text.utf8)), standard: "odd")
    let bytes = try await TestModel.train([corpus])
    #expect(try TestModel.opened(bytes).information.standards == ["odd"])
  }
}
