import Statistics
import Testing
import TextModel

@Suite struct TermSpreadTests {
  /// A comparison of documents given as group, source and words.
  private func comparison(_ documents: [(String, String?, String)]) throws -> Comparison {
    var counts = GroupedCounts(keepsArticles: true)
    for (group, source, text) in documents {
      counts.add(to: group, from: source) { $0(analysis(text)) }
    }
    var options = Comparison.Options()
    options.filter = .none
    return try Comparison(of: counts.groups, articles: counts.articles, options: options)
  }

  private func spread(_ term: String, in comparison: Comparison) throws -> TermSpread {
    let row = try #require(comparison.rows.first { $0.term.text == term })
    return try #require(comparison.spread(of: row, in: 0))
  }

  private func words(_ word: String, _ count: Int, of all: Int) -> String {
    (Array(repeating: word, count: count) + Array(repeating: "丙丁", count: all - count))
      .joined(separator: " ")
  }

  @Test func `one article may carry a difference`() throws {
    let others = (0..<4).map { _ in ("b", "x" as String?, words("甲乙", 1, of: 50)) }
    let alone = try spread(
      "甲乙",
      in: try comparison(
        [("a", "x", words("甲乙", 30, of: 50)), ("a", "x", words("甲乙", 1, of: 50))] + others))
    #expect(alone.caution == .article)
    #expect(alone.largestArticleShare == 30.0 / 31)
    #expect(alone.sourceCount == 1)
    let many = try spread(
      "甲乙",
      in: try comparison((0..<3).map { _ in ("a", "x", words("甲乙", 10, of: 50)) } + others))
    #expect(many.caution == nil && many.largestArticleShare == 1.0 / 3)
  }

  @Test func `one source may carry a difference`() throws {
    let documents =
      (0..<4).map { _ in ("a", "x" as String?, words("甲乙", 10, of: 50)) }
      + (0..<4).map { _ in ("a", "y", words("甲乙", 1, of: 50)) }
      + (0..<4).map { _ in ("b", "y", words("甲乙", 1, of: 50)) }
    let spread = try spread("甲乙", in: try comparison(documents))
    #expect(spread.caution == .source && spread.sourceCount == 2)
    // With no other source in the target there is nothing left to compare.
    let only = try self.spread(
      "甲乙", in: try comparison(documents.filter { $0.0 == "b" || $0.1 == "x" }))
    #expect(only.caution == nil)
  }

  @Test func `groups of another make-up are told`() throws {
    let long = (0..<3).map { _ in ("a", "x" as String?, words("甲乙", 1, of: 90)) }
    let short = (0..<3).map { _ in ("b", "y" as String?, words("甲乙", 1, of: 30)) }
    let makeUp = try comparison(long + short + [("b", "x", words("甲乙", 1, of: 30))]).makeUp()
    #expect(makeUp.count == 2)
    #expect(makeUp[0].medianWords == 90 && makeUp[0].othersMedianWords == 30)
    #expect(makeUp[0].differsInLength && makeUp[1].differsInLength)
    #expect(makeUp[0].sourceOverlap == 0.25 && makeUp[0].differsInSources)
    let alike = try comparison([
      ("a", "x", words("甲乙", 1, of: 40)), ("b", "x", words("甲乙", 1, of: 30)),
      ("b", nil, words("甲乙", 1, of: 30)),
    ]).makeUp()
    #expect(!alike[0].differsInLength && alike[0].sourceOverlap == nil)
    #expect(!alike[0].differsInSources)
  }

  @Test func `without the articles nothing is said of them`() throws {
    var counts = GroupedCounts()
    counts.add(to: "a", from: nil) { $0(analysis("甲乙")) }
    counts.add(to: "b", from: nil) { $0(analysis("丙丁")) }
    var options = Comparison.Options()
    options.filter = .none
    let comparison = try Comparison(of: counts.groups, options: options)
    #expect(!comparison.hasArticles && comparison.makeUp().isEmpty)
    #expect(comparison.spread(of: comparison.rows[0], in: 0) == nil)
  }
}
