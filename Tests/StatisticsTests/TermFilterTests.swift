import Statistics
import Testing
import TextModel

@Suite struct TermFilterTests {
  private let counts = table([
    "的 的 的 中国 中国 The 2026 [美|美国|LOC] [京|京|LOC] 研发/VERB 模型 模型 是/VERB", "模型 研发/VERB",
  ])

  private func kept(_ filter: TermFilter) -> Set<String> {
    Set(filter.outcome(of: counts).rows.map(\.term.text))
  }

  @Test func `drops numbers and words of one character, not entities`() {
    #expect(kept(TermFilter()) == ["中国", "The", "美国", "京", "研发", "模型"])
  }

  @Test func `drops nothing if so asked`() {
    #expect(TermFilter.none.outcome(of: counts).rows.count == counts.termCount)
    #expect(TermFilter.none.outcome(of: counts).drops == [])
  }

  @Test func `charges each term to the first rule, and the drops add up`() {
    let filter = TermFilter(
      stopWords: ["的", "the", "京"], wordClasses: [.noun], minimumCount: 2, minimumDocuments: 2)
    let outcome = filter.outcome(of: counts)
    #expect(outcome.rows.map(\.term.text) == ["模型"])
    #expect(
      outcome.drops == [
        FilterDrop(rule: .stopWords, terms: 3, tokens: 5),
        FilterDrop(rule: .kinds, terms: 1, tokens: 1),
        FilterDrop(rule: .wordClasses, terms: 2, tokens: 3),
        FilterDrop(rule: .minimumCount, terms: 1, tokens: 1),
        FilterDrop(rule: .minimumDocuments, terms: 1, tokens: 2),
      ])
    let tokens = outcome.drops.reduce(0) { $0 + $1.tokens }
    #expect(tokens + outcome.rows.reduce(0) { $0 + $1.termFrequency } == counts.wordCount)
  }

  @Test func `never changes a rate`() {
    for row in TermFilter().outcome(of: counts).rows {
      #expect(row.perMillion == counts.perMillion(of: row.term))
    }
  }

  @Test func `labels leave entities of those labels alone`() {
    let table = table(["[智谱|智谱|ORG] 发布 模型 [北京|北京|LOC] [苹果|苹果|PRODUCT] 智谱"])
    let filter = TermFilter(labels: [.organization, .product])
    let outcome = filter.outcome(of: table, sortedBy: .term)
    #expect(outcome.rows.map(\.term.text) == ["智谱", "苹果"])
    #expect(outcome.rows.allSatisfy { $0.term.isEntity })
    #expect(outcome.drops == [FilterDrop(rule: .labels, terms: 4, tokens: 4)])
  }
}
