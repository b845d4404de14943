import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct EntityPairTests {
  /// Documents of entities only.
  private func documents(_ texts: [String]) -> EntityPairTable {
    var table = EntityPairTable()
    for text in texts {
      table.add(
        analysis(text.split(separator: " ").map { "[\($0)|\($0)|ORG]" }.joined(separator: " ")))
    }
    return table
  }

  @Test func `a pair counts once a document, whatever its mentions and their order`() {
    let rows = documents(["甲 乙 甲", "乙 甲", "甲 丙", "丁"]).rows()
    #expect(rows.map { [$0.first.text, $0.second.text] } == [["甲", "乙"], ["甲", "丙"]])
    #expect(rows.map(\.documentsWithBoth) == [2, 1])
    #expect(rows.map(\.documentsWithFirst) == [3, 3])
    #expect(rows.map(\.documentsWithSecond) == [2, 1])
    #expect(documents(["甲 乙", "乙 甲", "甲 丙"]).rows(minimumDocuments: 2).count == 1)
  }

  /// SciPy 1.17.1: chi2_contingency([[both, first - both], [second - both, rest]], correction=False,
  /// lambda_="log-likelihood"); PMI and log-Dice by their definitions.
  @Test(
    "measures of association",
    arguments: [
      (8, 26, 8, 112, 25.54280345584052, 2.106915203916512, 12.912537158749661),
      (1, 10, 20, 40, -9.52064928712622, -2.321928094887362, 10.09310940439148),
    ])
  func association(
    both: Int, first: Int, second: Int, total: Int, g2: Double, pmi: Double, logDice: Double
  ) {
    func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-9 }
    #expect(
      isClose(
        Association.signedLogLikelihood(both: both, first: first, second: second, total: total), g2)
    )
    #expect(
      isClose(
        Association.pointwiseMutualInformation(
          both: both, first: first, second: second, total: total), pmi))
    #expect(isClose(Association.logDice(both: both, first: first, second: second), logDice))
  }

  @Test("tables add up to the table of all documents", arguments: 0..<20 as Range<UInt64>)
  func merge(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<30).map { _ in
      (0..<Int.random(in: 0..<5, using: &generator)).map { _ in
        ["甲", "乙", "丙", "丁", "戊"].randomElement(using: &generator) ?? ""
      }.joined(separator: " ")
    }
    var left = documents(Array(texts[..<11]))
    let right = documents(Array(texts[11...]))
    var swapped = right
    swapped.merge(left)
    left.merge(right)
    #expect(left.rows() == documents(texts).rows())
    #expect(swapped.rows() == left.rows())
    #expect(left.documentCount == 30)
  }

  @Test func `a document of too many entities is left out and counted`() {
    let many = (0...EntityPairTable.entityLimit).map { "n\($0)" }.joined(separator: " ")
    let table = documents([many, "甲 乙"])
    #expect(table.overfullDocumentCount == 1)
    #expect(table.documentCount == 1)
    #expect(table.rows().count == 1)
  }

  @Test func `the example of an entity does not depend on the order of counting`() {
    let analyses = ["一 二 [甲|甲|ORG] 三", "四 [甲|甲|ORG]"].map { analysis($0) }
    var one = EntityTable(keepsExamples: true)
    var other = EntityTable(keepsExamples: true)
    for analysis in analyses { one.add(analysis) }
    for analysis in analyses.reversed() { other.add(analysis) }
    #expect(one.rows().shown.first?.example == "一 二 【甲】 三 ")
    #expect(one.rows().shown == other.rows().shown)
    #expect(EntityTable().rows().shown.isEmpty)
  }

  @Test("a limit of rows takes the first of all", arguments: 0..<6)
  func rowLimit(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var table = EntityTable()
    for _ in 0..<20 {
      let names = (0..<12).map { _ in
        "[n\(Int.random(in: 0..<30, using: &generator))|n\(Int.random(in: 0..<30, using: &generator))|ORG]"
      }
      table.add(analysis(names.joined(separator: " ")))
    }
    let all = table.rows(minimumCount: 2)
    #expect(all.shown.count == all.count)
    #expect(all.shown == table.rows().shown.filter { $0.mentionCount > 1 })
    for limit in [0, 1, 2, 7, all.count, all.count + 5] {
      let some = table.rows(minimumCount: 2, limit: limit)
      #expect(some.shown == Array(all.shown.prefix(limit)))
      #expect(some.count == all.count)
    }
    #expect(table.rows(labels: [.person]).count == 0)
  }
}
