import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct TextRankTests {
  private let background = BackgroundFrequencies(
    name: "news", version: "1", documentCount: 9, documentFrequencies: [:])

  private func scores(_ text: String, filter: TermFilter = TermFilter()) -> [String: Double] {
    var table = TextRankTable(background: background, filter: filter)
    table.beginDocument()
    table.add(part: analysis(text))
    table.endDocument()
    return Dictionary(
      uniqueKeysWithValues: table.keywords().keywords.map { ($0.term.text, $0.score) })
  }

  @Test func `a chain of three words has the scores of its equations`() {
    // Marks are no words, but numbers are: they keep 甲乙 and 丙丁 apart by five words, out of the window. So
    // S(戊己) = .15 + .85 (S(甲乙) + S(丙丁)), S(甲乙) = S(丙丁) = .15 + .85 S(戊己)/2: S(戊己) = .405/.2775.
    let found = scores("甲乙 1 2 戊己 3 丙丁")
    #expect(abs((found["戊己"] ?? 0) - 1.459_459_459_459) < 1e-5)
    #expect(abs((found["甲乙"] ?? 0) - 0.770_270_270_270) < 1e-5)
    #expect(abs((found["丙丁"] ?? 0) - 0.770_270_270_270) < 1e-5)
  }

  @Test func `weights are how often words are neighbours`() {
    // 甲乙–戊己 twice, 戊己–丙丁 once, far from each other: S(戊己) = .15 + .85 (S(甲乙) + S(丙丁)),
    // S(甲乙) = .15 + .85 · 2/3 S(戊己), S(丙丁) = .15 + .85 · 1/3 S(戊己).
    let gap = "1 2 3 4 5"
    let found = scores("甲乙 戊己 \(gap) 甲乙 戊己 \(gap) 丙丁 戊己")
    #expect(abs((found["甲乙"] ?? 0) - 0.977_027_027_027) < 1e-5)
    #expect(abs((found["丙丁"] ?? 0) - 0.563_513_513_514) < 1e-5)
  }

  @Test func `a word without neighbours has what damping leaves`() {
    #expect(abs((scores("甲乙 1 2 3 4 5 戊己")["甲乙"] ?? 0) - 0.15) < 1e-9)
  }

  @Test func `stop words and classes not asked for are no vertices`() {
    let filter = TermFilter(stopWords: ["我们"], wordClasses: [.noun])
    let found = scores("我们 甲乙 很快/ADV 丙丁", filter: filter)
    #expect(found.keys.sorted() == ["丙丁", "甲乙"].sorted())
  }

  @Test("scores do not depend on order or grouping", arguments: 0..<20 as Range<UInt64>)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<12).map { _ in randomText(using: &generator) }
    func table(_ texts: some Sequence<String>) -> TextRankTable {
      var table = TextRankTable(background: background)
      for text in texts {
        table.beginDocument()
        table.add(part: analysis(text))
        table.endDocument()
      }
      return table
    }
    var merged = table(texts[7...].shuffled(using: &generator))
    merged.merge(table(texts[..<7]))
    #expect(table(texts).keywords() == merged.keywords())
  }
}
