import Segmentation
import TestSupport
import Testing
import TextModel

/// The counts and measures of an evaluation, worked out by hand.
@Suite struct EvaluationTests {
  private func sentence(_ words: String) -> AnnotatedSentence {
    AnnotatedSentence(words.split(separator: " ").map { AnnotatedWord(String($0)) })
  }

  @Test(
    "counts words as the bakeoffs do",
    arguments: [
      ("我 爱 北京", "我爱 北京", 3, 2, 1), ("ab cd", "a bcd", 2, 2, 0), ("我 爱", "我 爱", 2, 2, 2),
      ("研究 生命 起源", "研究生 命 起源", 3, 3, 1),
    ])
  func words(gold: String, system: String, goldCount: Int, systemCount: Int, correct: Int) throws {
    var evaluation = Evaluation()
    try evaluation.add(gold: sentence(gold), system: sentence(system))
    #expect(evaluation.words.gold == goldCount)
    #expect(evaluation.words.system == systemCount)
    #expect(evaluation.words.correct == correct)
    #expect(evaluation.words.precision == Double(correct) / Double(systemCount))
    #expect(evaluation.words.recall == Double(correct) / Double(goldCount))
    #expect(evaluation.rightSentenceCount == (gold == system ? 1 : 0))
  }

  @Test func `words outside the vocabulary are counted apart`() throws {
    var evaluation = Evaluation(vocabulary: ["我", "爱"])
    try evaluation.add(gold: sentence("我 爱 北京 上海"), system: sentence("我爱 北京 上 海"))
    #expect(evaluation.unknownWords.gold == 2)
    #expect(evaluation.unknownWords.correct == 1)
  }

  @Test func `errors are the shortest stretches between common boundaries`() throws {
    var evaluation = Evaluation()
    for _ in 0..<2 {
      try evaluation.add(gold: sentence("我 爱 北京"), system: sentence("我爱 北京"))
    }
    try evaluation.add(gold: sentence("研究 生命"), system: sentence("研究生 命"))
    let errors = evaluation.commonestErrors(5)
    #expect(errors.map(\.error.gold) == ["我 爱", "研究 生命"])
    #expect(errors.map(\.error.system) == ["我爱", "研究生 命"])
    #expect(errors.map(\.count) == [2, 1])
  }

  @Test func `classes and names need the right words too`() throws {
    func word(_ text: String, _ tag: PartOfSpeech, _ name: EntityLabel? = nil, first: Bool = true)
      -> AnnotatedWord
    {
      AnnotatedWord(
        text, partOfSpeech: tag, name: name.map { AnnotatedWord.NamePart($0, isFirst: first) })
    }
    var evaluation = Evaluation()
    try evaluation.add(
      gold: AnnotatedSentence([
        word("中国", .properNoun, .organization),
        word("科学院", .noun, .organization, first: false),
        word("说", .verb), word("北京", .properNoun, .place),
      ]),
      system: AnnotatedSentence([
        word("中国科学院", .properNoun, .organization), word("说", .noun),
        word("北京", .properNoun, .organization),
      ]))
    #expect(evaluation.wordClasses.gold == 4)
    #expect(evaluation.wordClasses.system == 3)
    #expect(evaluation.wordClasses.correct == 1)
    #expect(evaluation.names[.organization]?.correct == 1)
    #expect(evaluation.names[.organization]?.system == 2)
    #expect(evaluation.names[.place]?.correct == 0)
    #expect(evaluation.allNames.gold == 2)
  }

  @Test func `another text is refused`() {
    var evaluation = Evaluation()
    #expect(throws: Evaluation.TextMismatch.self) {
      try evaluation.add(gold: sentence("我 爱"), system: sentence("我 恨"))
    }
  }

  @Test("a system that agrees has every measure at one", arguments: 0..<30 as Range<UInt64>)
  func agreement(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      AnnotatedWord(
        ["我", "研究", "北京大学", "的", "A"].randomElement(using: &generator) ?? "我",
        partOfSpeech: .noun)
    }
    var evaluation = Evaluation()
    try evaluation.add(gold: AnnotatedSentence(words), system: AnnotatedSentence(words))
    #expect(evaluation.words.f1 == 1 && evaluation.wordClasses.f1 == 1)
    #expect(evaluation.commonestErrors(1).isEmpty && evaluation.rightSentenceCount == 1)
  }
}
