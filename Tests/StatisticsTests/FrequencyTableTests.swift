import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct FrequencyTableTests {
  private let texts = ["智谱 发布 模型 ， 模型 。", "模型 开源", "。"]

  @Test func `counts terms, documents and words`() {
    let table = table(texts)
    #expect(table.wordCount == 6)
    #expect(table.documentCount == 3)
    #expect(table.termCount == 4)
    #expect(table.termFrequency(of: Term("模型")) == 3)
    #expect(table.documentFrequency(of: Term("模型")) == 2)
    #expect(table.perMillion(of: Term("模型")) == 500_000)
    #expect(table.termFrequency(of: Term("，")) == 0)
    #expect(table.row(of: Term("没有")) == nil)
  }

  @Test func `an empty table has rates of zero`() {
    #expect(FrequencyTable().perMillion(of: Term("模型")) == 0)
  }

  @Test func `reports the majority word class, the first of equal ones`() {
    let table = table(["研究/VERB 研究/VERB 研究/NOUN", "发展/VERB 发展/NOUN"])
    #expect(table.row(of: Term("研究"))?.partOfSpeech == .verb)
    #expect(table.row(of: Term("发展"))?.partOfSpeech == .noun)
    #expect(table.wordClassCounts(of: Term("研究")).map(\.count) == [2, 1])
  }

  @Test func `finds a word and an entity of one name`() {
    let table = table(["[苹果|苹果|ORG] 苹果 [苹果|苹果|PRODUCT]"])
    #expect(
      table.terms(withText: "苹果")
        == [
          Term("苹果"), Term("苹果", label: .organization), Term("苹果", label: .product),
        ])
    #expect(table.wordCount == 3)
  }

  @Test func `parts of one document count as one document`() {
    var parts = FrequencyTable()
    parts.beginDocument()
    parts.add(part: analysis("模型 开源"))
    parts.add(part: analysis("模型 算力"))
    parts.endDocument()
    #expect(parts == table(["模型 开源 模型 算力"]))
    #expect(parts.documentFrequency(of: Term("模型")) == 1)
  }

  @Test(
    "sorts rows totally",
    arguments: [
      (FrequencyOrder.termFrequency, ["丙", "乙", "甲", "丁"]),
      (.documentFrequency, ["乙", "丙", "甲", "丁"]),
      (.term, ["丁", "丙", "乙", "甲"]),
    ])
  func order(_ order: FrequencyOrder, expected: [String]) {
    // Counts: 丙 3 in 1, 乙 2 in 2, 甲 2 in 1, 丁 1 in 1.
    let table = table(["丙 丙 丙 乙 甲 甲", "乙 丁"])
    #expect(table.rows(sortedBy: order).map(\.term.text) == expected)
  }

  @Test("merging is associative and commutative", arguments: 0..<50 as Range<UInt64>)
  func merging(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<9).map { _ in randomText(using: &generator) }
    let parts = [table(Array(texts[..<2])), table(Array(texts[2..<6])), table(Array(texts[6...]))]
    let whole = table(texts)
    #expect(parts[0].merging(parts[1]).merging(parts[2]) == whole)
    #expect(parts[0].merging(parts[1].merging(parts[2])) == whole)
    #expect(parts[2].merging(parts[0]).merging(parts[1]) == whole)
    #expect(table(texts.shuffled(using: &generator)) == whole)
    for order in FrequencyOrder.allCases {
      #expect(
        parts[2].merging(parts[1]).merging(parts[0]).rows(sortedBy: order)
          == whole.rows(sortedBy: order))
    }
  }

  @Test func `counting goes on after a merge`() {
    var sum = table(["模型 开源"])
    sum.merge(table(["模型 算力"]))
    sum.add(analysis("模型"))
    #expect(sum == table(["模型", "模型 算力", "模型 开源"]))
    #expect(sum != table(["模型", "模型 算力", "模型 开放"]))
  }

  @Test func `a copy is independent`() {
    let original = table(["模型"])
    var copy = original
    copy.add(analysis("模型 开源"))
    #expect(original == table(["模型"]))
    #expect(copy.termFrequency(of: Term("模型")) == 2)
  }

  @Test func `many terms, short and long, stay apart`() {
    let words = (0..<4_000).map { "词\($0 % 2 == 0 ? "" : "很长的名字很长的名字")\($0)号" }
    let big = table([words.joined(separator: " "), words.reversed().joined(separator: " ")])
    #expect(big.termCount == 4_000)
    #expect(words.allSatisfy { big.termFrequency(of: Term($0)) == 2 })
    #expect(
      big.rows(sortedBy: .term).map(\.term.text) == words.map { Term($0) }.sorted().map(\.text))
    #expect(FrequencyTable().merging(big) == big)
  }
}
