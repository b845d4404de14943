import TestSupport
import Testing
import TextModel

@testable import Statistics

@Suite struct NGramTests {
  private func sequences(_ texts: [String]) -> SequenceTable {
    var table = SequenceTable()
    for text in texts { table.add(analysis(text)) }
    return table
  }

  private func search(
    _ lengths: ClosedRange<Int>, window: Int = 1, minimumCount: Int = 2,
    filter: TermFilter = .none
  ) -> NGramSearch {
    NGramSearch(lengths: lengths, window: window, minimumCount: minimumCount, filter: filter)
  }

  // SciPy 1.17.1: chi2_contingency(…, correction=False, lambda_="log-likelihood").
  @Test(
    "G² agrees with SciPy",
    arguments: [
      (150, 12_593, 932, 1291.319_057_127_410_8), (10, 932, 934, 82.375_860_498_919_64),
      (13, 932, 3_424, 80.369_147_836_661_21), (2, 5_000, 9_000, -0.479_862_774_019_602_4),
      (20, 42, 20, 521.093_839_065_354_4),
    ])
  func logLikelihood(joint: Int, first: Int, second: Int, g2: Double) {
    let found = AssociationScores(joint: joint, first: first, second: second, total: 14_307_668)
    #expect(abs(found.logLikelihood - g2) < 1e-9 * max(1, abs(g2)))
  }

  // C. Manning & H. Schütze (1999), Foundations of Statistical Natural Language Processing.
  @Test(
    "pointwise mutual information of Manning and Schütze's table 5.14",
    arguments: [
      (42, 20, 18.38), (41, 27, 17.98), (30, 117, 16.31), (77, 59, 15.94), (24, 320, 15.19),
      (14_907, 9_017, 1.09),
    ])
  func pmi(first: Int, second: Int, bits: Double) {
    let found = AssociationScores(joint: 20, first: first, second: second, total: 14_307_668)
    #expect(abs(found.pmi - bits) <= 0.005)
  }

  @Test func `log-Dice is 14 for words that never stand apart, and one less for half as close`() {
    #expect(AssociationScores(joint: 8, first: 8, second: 8, total: 100).logDice == 14)
    #expect(AssociationScores(joint: 4, first: 8, second: 8, total: 100).logDice == 13)
    // Rychlý: 0 is less than one joint occurrence in 16,000 of the words.
    #expect(AssociationScores(joint: 1, first: 16_384, second: 16_384, total: 1 << 30).logDice == 0)
  }

  @Test func `marks, lines and documents end an n-gram; an entity is one term`() {
    let table = sequences([
      "大 模型 ， 开源 大 模型", "[智谱 AI|智谱|ORG] 发布 。 [智谱|智谱|ORG] 发布", "大 发布", "开源", "大 模型",
    ])
    let found = table.nGrams(search(2...2))
    #expect(found.map { $0.terms.map(\.description) } == [["大", "模型"], ["智谱 [ORG]", "发布"]])
    #expect(found.map(\.termFrequency) == [3, 2])
    #expect(found.map(\.documentFrequency) == [2, 1])
    // Pairs: 大 模型 ×3, 开源 大, 智谱 发布 ×2, 大 发布.
    #expect(found[0].association == AssociationScores(joint: 3, first: 4, second: 3, total: 7))
    #expect(found[1].association == AssociationScores(joint: 2, first: 2, second: 3, total: 7))
    #expect(found[0].perMillion == 3e6 / Double(table.frequencies.wordCount))
  }

  @Test func `a line's end between words ends an n-gram`() {
    var analysis = analysis("人工 智能 人工 智能 人工 智能")
    let bytes = Array(analysis.document.text.utf8)
    var changed = bytes
    changed[Int(analysis.tokens[1].span.end)] = 0x0A
    analysis.document.text = String(decoding: changed, as: UTF8.self)
    var table = SequenceTable()
    table.add(analysis)
    let found = table.nGrams(search(2...2))
    #expect(found.map(\.termFrequency) == [3])
    #expect(found[0].association == AssociationScores(joint: 3, first: 3, second: 3, total: 4))
  }

  @Test func `stop words stand inside an n-gram, not at its ends`() {
    let table = sequences(Array(repeating: "智能 的 发展 的 意义", count: 3))
    let filter = TermFilter(stopWords: ["的"], minimumCharacters: 0)
    let found = table.nGrams(search(2...3, filter: filter))
    #expect(
      found.map { $0.terms.map(\.text).joined(separator: " ") } == ["发展 的 意义", "智能 的 发展"])
    #expect(table.nGrams(search(1...1, filter: filter)).map(\.termFrequency) == [3, 3, 3])
  }

  /// The n-grams of texts counted one by one, as `terms: count/documents`.
  private func counted(
    _ texts: [String], _ length: Int, window: Int, minimum: Int
  ) -> [String] {
    var counts: [[Term]: (Int, Set<Int>)] = [:]
    for (document, text) in texts.enumerated() {
      let pieces = text.split(separator: " ").split {
        $0.hasPrefix("，") || $0.hasPrefix("。")
      }
      for piece in pieces {
        let terms = TermExtractor().terms(in: analysis(piece.joined(separator: " ")))
        for end in terms.indices where window > 1 || end + 1 >= length {
          let starts =
            window > 1 ? Array(max(0, end - window)..<end) : [end - length + 1]
          for start in starts {
            let key = window > 1 ? [terms[start], terms[end]] : Array(terms[start...end])
            counts[key, default: (0, [])].0 += 1
            counts[key]?.1.insert(document)
          }
        }
      }
    }
    return counts.filter { $0.value.0 >= minimum }
      .map { "\($0.key.map(\.description)): \($0.value.0)/\($0.value.1.count)" }.sorted()
  }

  private func shown(_ nGrams: [NGram]) -> [String] {
    nGrams.map { "\($0.terms.map(\.description)): \($0.termFrequency)/\($0.documentFrequency)" }
      .sorted()
  }

  @Test(
    "counts are those of a plain count, in one pass or many", arguments: 0..<20 as Range<UInt64>)
  func plain(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<30).map { _ in randomText(using: &generator) }
    var table = sequences(Array(texts[..<11]))
    table.merge(sequences(Array(texts[11...])))
    for limit in [1 << 20, 5] {
      for length in 2...4 {
        var search = search(length...length, minimumCount: 3)
        search.tableLimit = limit
        #expect(
          shown(table.nGrams(search)) == counted(texts, length, window: 1, minimum: 3))
      }
      var search = search(2...2, window: 3, minimumCount: 3)
      search.tableLimit = limit
      #expect(shown(table.nGrams(search)) == counted(texts, 2, window: 3, minimum: 3))
    }
  }

  @Test("the order of documents makes no difference", arguments: NGramOrder.allCases)
  func order(_ order: NGramOrder) {
    var generator = SeededGenerator(seed: 5)
    let texts = (0..<30).map { _ in randomText(using: &generator) }
    let wanted = search(1...3)
    let found = sequences(texts).nGrams(wanted, sortedBy: order)
    #expect(sequences(texts.reversed()).nGrams(wanted, sortedBy: order) == found)
    #expect(found.count > 20)
    if order == .pmi {
      let values = found.compactMap(\.association?.pmi)
      #expect(values == values.sorted(by: >))
    }
  }
}
