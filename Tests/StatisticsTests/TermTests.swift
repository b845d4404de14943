import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct TermTests {
  @Test(
    "folds the fullwidth ASCII of a word",
    arguments: [
      ("ＡＩ", "AI"), ("ＧＰＴ－４ｏ", "GPT-4o"), ("智谱ＡＩ", "智谱AI"), ("智谱", "智谱"), ("～！", "~!"),
      ("カ｡￥", "カ｡￥"),
      ("", ""),
    ])
  func folding(text: String, expected: String) {
    #expect(Term(text).text == expected)
  }

  @Test func `keeps a canonical name as it is`() {
    #expect(Term("研究院（北京）", label: .organization).text == "研究院（北京）")
  }

  @Test func `an entity is another term than the word that looks the same`() {
    #expect(Term("苹果") != Term("苹果", label: .organization))
    #expect(Set([Term("苹果"), Term("苹果", label: .organization), Term("苹果")]).count == 2)
  }

  @Test func `orders by bytes, then words before entities, then by label`() {
    let terms = [
      Term("AI"), Term("Z"), Term("苹果"), Term("苹果", label: .organization),
      Term("苹果", label: .product), Term("苹果树"),
    ]
    #expect(terms.reversed().sorted() == terms)
  }

  @Test func `normalisation forms are different terms`() {
    #expect(Term("e\u{301}") != Term("\u{E9}"))
  }
}

@Suite struct TermExtractorTests {
  private let text = "[北京 智谱 华章|智谱|ORG] 发布 ＧＬＭ ， 苹果 。"

  @Test func `a mention is one term in place of its tokens`() {
    #expect(
      TermExtractor().terms(in: analysis(text))
        == [Term("智谱", label: .organization), Term("发布"), Term("GLM"), Term("苹果")])
  }

  @Test func `without entities all words are terms`() {
    #expect(
      TermExtractor(selection: .wordsOnly).terms(in: analysis(text)).map(\.text)
        == ["北京", "智谱", "华章", "发布", "GLM", "苹果"])
  }

  @Test("a table counts what the extractor extracts", arguments: 0..<100 as Range<UInt64>)
  func agreement(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let analysis = analysis(randomText(using: &generator))
    for selection in TermSelection.allCases {
      let terms = TermExtractor(selection: selection).terms(in: analysis)
      var table = FrequencyTable(selection: selection)
      table.add(analysis)
      #expect(table.wordCount == terms.count)
      #expect(table.termCount == Set(terms).count)
      for term in terms {
        #expect(table.termFrequency(of: term) == terms.count { $0 == term })
        #expect(table.documentFrequency(of: term) == 1)
      }
    }
  }
}
