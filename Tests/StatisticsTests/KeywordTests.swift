import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct KeywordTests {
  private let background = BackgroundFrequencies(
    name: "news", version: "1", documentCount: 999,
    documentFrequencies: ["发布": 499, "模型": 9, "中国": 999, "智谱": 0])

  @Test func `scores are nats per thousand words`() throws {
    let list = KeywordExtractor(background: background)
      .keywords(of: analysis("发布 模型 模型 中国 。"))
    #expect(list.keywords.map(\.term.text) == ["模型", "发布", "中国"])
    // 1000 · 2/4 · ln(1000/10); 1000 · 1/4 · ln 2; ln 1.
    #expect(abs(list.keywords[0].score - 2302.585_092_994) < 1e-6)
    #expect(abs(list.keywords[1].score - 173.286_795_140) < 1e-6)
    #expect(list.keywords[2].score == 0)
    #expect(list.keywords[0].backgroundDocumentFrequency == 9)
    #expect(list.wordCount == 4)
  }

  @Test func `damps a word that is unknown and occurs once, not an entity`() {
    let list = KeywordExtractor(background: background)
      .keywords(of: analysis("怪词 新词 新词 [月之暗面|月之暗面|ORG]"))
    let scores = Dictionary(uniqueKeysWithValues: list.keywords.map { ($0.term.text, $0.score) })
    let whole = 250 * 6.907_755_278_982
    #expect(abs((scores["怪词"] ?? 0) - whole / 2) < 1e-6)
    #expect(abs((scores["新词"] ?? 0) - whole * 2) < 1e-6)
    #expect(abs((scores["月之暗面"] ?? 0) - whole) < 1e-6)
  }

  @Test func `a filter drops candidates, not words of the denominator`() {
    let extractor = KeywordExtractor(
      background: background, filter: TermFilter(stopWords: ["发布"]))
    let list = extractor.keywords(of: analysis("发布 模型 的"), limit: 5)
    #expect(list.keywords.map(\.term.text) == ["模型"])
    #expect(list.wordCount == 3)
    #expect(list.drops.map(\.rule) == [.stopWords, .minimumCharacters])
  }

  @Test func `a limit keeps the best and the count of all`() {
    let list = KeywordExtractor(background: background)
      .keywords(of: analysis("发布 模型 中国"), limit: 1)
    #expect(list.keywords.map(\.term.text) == ["模型"])
    #expect(list.candidateCount == 3)
  }

  @Test func `a table serves as background, and entities fall back to words`() {
    let corpus = BackgroundFrequencies(
      name: "corpus", version: "1", table: table(["模型 [智谱|智谱|ORG]", "模型 算力", "模型"]))
    #expect(corpus.documentFrequency(of: Term("智谱", label: .organization)) == 1)
    #expect(corpus.documentFrequency(of: Term("算力", label: .product)) == 1)
    #expect(corpus.documentFrequency(of: Term("智谱")) == nil)
    #expect(corpus.inverseDocumentFrequency(of: Term("模型")) == 0)
  }

  @Test func `keyness is G² against the occurrences of the background`() throws {
    let background = BackgroundFrequencies(
      name: "news", version: "1", documentCount: 100,
      documentFrequencies: ["模型": 10, "公司": 90, "发布": 900])
    let list = KeywordExtractor(background: background, measure: .keyness)
      .keywords(of: analysis("模型 模型 模型 公司 发布"))
    #expect(list.method == .keyness)
    // 3 of 5 words against 10 of 1,000: 2 Σ O ln(O/E) over the cells 3, 2, 10, 990.
    let keyword = try #require(list.keywords.first)
    #expect(keyword.term.text == "模型")
    #expect(abs(keyword.score - 20.140555664309) < 1e-9)
    // 发布 is less frequent here than there.
    #expect(list.keywords.map(\.term.text) == ["模型", "公司"])
  }

  @Test("keywords of a corpus do not depend on order", arguments: 0..<20 as Range<UInt64>)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<6).map { _ in randomText(using: &generator) }
    let extractor = KeywordExtractor(background: background)
    #expect(
      extractor.keywords(of: table(texts))
        == extractor.keywords(of: table(texts.shuffled(using: &generator))))
  }
}
