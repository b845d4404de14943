import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct KeyphraseTests {
  private let background = BackgroundFrequencies(
    name: "news", version: "1", documentCount: 999,
    documentFrequencies: ["公司": 499, "发布": 499, "模型": 99, "创业": 49, "中国": 999])

  private func extractor(_ filter: TermFilter) -> KeyphraseExtractor {
    KeyphraseExtractor(background: background, filter: filter)
  }

  private func keywords(
    _ text: String, title: String? = nil, filter: TermFilter = TermFilter(stopWords: ["的"])
  ) -> [Keyword] {
    var extractor = extractor(filter)
    return extractor.keywords(of: running(text), title: title.map(running)).keywords
  }

  private func texts(_ text: String, title: String? = nil) -> [String] {
    keywords(text, title: title).map(\.term.text)
  }

  @Test func `a repeated phrase is whole, and parts that never stand alone are gone`() {
    let phrase = "大模型 创业 公司"
    let found = texts("\(phrase) 、 \(phrase) 、 \(phrase) 、 算力 。")
    #expect(found.contains("大模型创业公司"))
    #expect(found.contains("算力"))
    for part in ["大模型", "创业", "公司", "大模型创业", "创业公司"] {
      #expect(!found.contains(part), "\(part)")
    }
    // A part that also stands alone is a candidate of its own.
    #expect(texts("\(phrase) 、 \(phrase) 、 \(phrase) 、 大模型 。").contains("大模型"))
  }

  @Test(
    "no phrase reaches over",
    arguments: [
      ("a mark", "模型 、 公司"), ("white space", "模型 _ 公司"), ("a stop word", "模型 的 公司"),
      ("a number", "模型 2026 公司"), ("a class not asked for", "模型 已经/ADV 公司"),
      ("fourteen characters", "模型模型模型模型 公司公司公司公司"), ("four words", "模型 二者 三者 四者 公司"),
    ])
  func boundaries(_ item: (what: String, text: String)) {
    let filter = TermFilter(stopWords: ["的"], wordClasses: [.noun, .verb])
    for keyword in keywords(item.text, filter: filter) {
      #expect(
        !(keyword.term.text.hasPrefix("模型") && keyword.term.text.hasSuffix("公司")), "\(item.what)")
    }
  }

  @Test func `a name and what it does is a clause, a name and what it has is none`() {
    #expect(!texts("智谱|智谱|ORG 发布/VERB 。").contains("智谱发布"))
    #expect(texts("智谱|智谱|ORG 模型 。").contains("智谱模型"))
  }

  @Test func `an entity is counted under its canonical name, with its label`() throws {
    let found = keywords("智谱AI|智谱|ORG 、 智谱|智谱|ORG 、 公司 。")
    let entity = try #require(found.first { $0.term.isEntity })
    #expect(entity.term == Term("智谱", label: .organization))
    #expect(entity.termFrequency == 2)
    #expect(entity.partOfSpeech == .properNoun)
  }

  @Test func `who wrote an article is not what it is about`() {
    let found = texts("记者 张三|张三|PER 、 李四|李四|PER ： 模型 公司 王五|王五|PER 。")
    #expect(!found.contains("张三") && !found.contains("李四"))
    #expect(found.contains("王五"))
  }

  @Test func `what the title names comes first`() {
    let text = "算力 、 发布 、 公司 。"
    #expect(texts(text).first == "算力")
    let found = keywords(text, title: "公司")
    #expect(found.first?.term.text == "公司")
    #expect(found.first?.termFrequency == 2)
  }

  @Test func `scores are per cent of all candidates, and a rarer word scores higher`() throws {
    // Two candidates that differ in nothing but their background: the features of `KeyphraseModel` but one are equal.
    var extractor = extractor(TermFilter())
    let list = extractor.keywords(of: running("算力 、 中国 。"), explains: true)
    #expect(abs(list.keywords.reduce(0) { $0 + $1.score } - 100) < 1e-9)
    let index = try #require(KeyphraseFeature.allCases.firstIndex(of: .specificity))
    // ln(1000/1) and ln(1000/1000).
    let rare = try #require(list.keywords.first { $0.term.text == "算力" })
    let common = try #require(list.keywords.first { $0.term.text == "中国" })
    #expect(abs(rare.features[index] - 6.907_755_278_982) < 1e-9)
    #expect(common.features[index] == 0)
    #expect(rare.score > common.score)
    #expect(rare.features.count == KeyphraseFeature.allCases.count)
  }

  @Test func `features are what their comments say`() throws {
    var extractor = extractor(TermFilter())
    let list = extractor.keywords(
      of: running("公司 、 创业 模型 、 “ 创业 模型 ” 。"), title: running("发布/VERB _ 创业 模型"),
      explains: true)
    let keyword = try #require(list.keywords.first { $0.term.text == "创业模型" })
    let values = Dictionary(uniqueKeysWithValues: zip(KeyphraseFeature.allCases, keyword.features))
    let expected: [(KeyphraseFeature, Double)] = [
      (.frequency, 1.098_612_288_668), (.phraseFrequency, 1.098_612_288_668),
      (.titleFrequency, 1.098_612_288_668), (.once, 0), (.title, 1), (.titleWords, 1),
      (.titlePart, 1), (.early, 1), (.earlyPart, 1), (.closing, 1),
      // (ln(1000/50) + ln(1000/100)) / 2
      (.specificity, 2.649_158_683_274), (.verb, 0), (.endsInVerb, 0), (.holdsVerb, 0), (.words, 1),
      (.short, 0), (.length, 0), (.whole, 1), (.quoted, 1),
    ]
    for (feature, value) in expected {
      #expect(abs((values[feature] ?? .nan) - value) < 1e-9, "\(feature)")
    }
  }

  @Test func `the filter's least count and the limit hold`() {
    let text = "模型 、 模型 、 公司 。"
    #expect(keywords(text, filter: TermFilter(minimumCount: 2)).map(\.term.text) == ["模型"])
    var extractor = extractor(TermFilter())
    let list = extractor.keywords(of: running(text), limit: 1)
    #expect(list.keywords.count == 1 && list.candidateCount == 2)
    #expect(extractor.keywords(of: running("。")).keywords.isEmpty)
  }

  @Test func `an extractor gives the same before and after other documents`() {
    var used = extractor(TermFilter())
    _ = used.keywords(of: running("算力 公司 、 模型 。"))
    var fresh = extractor(TermFilter())
    let text = running("智谱|智谱|ORG 模型 、 公司 。")
    #expect(used.keywords(of: text) == fresh.keywords(of: text))
  }

  @Test(
    "phrases of a corpus do not depend on order or grouping", arguments: 0..<20 as Range<UInt64>)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<12).map { _ in
      randomText(using: &generator).filter { !"[]".contains($0) }
    }
    func table(_ texts: some Sequence<String>) -> KeyphraseTable {
      var table = KeyphraseTable(extractor: extractor(TermFilter()))
      for text in texts { table.add(running(text)) }
      return table
    }
    let whole = table(texts)
    var merged = table(texts[7...].shuffled(using: &generator))
    merged.merge(table(texts[..<7]))
    #expect(whole.keywords() == merged.keywords())
  }

  @Test func `the score of a corpus is the mean over its documents`() throws {
    var table = KeyphraseTable(extractor: extractor(TermFilter()))
    table.add(running("算力 。"))
    table.add(running("公司 。"))
    let list = table.keywords()
    #expect(list.keywords.map(\.score) == [50, 50])
    #expect(list.documentCount == 2)
  }
}
