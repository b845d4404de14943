import Statistics
import Testing
import TextModel

@Suite struct ComparisonTests {
  /// A report line computed by hand from the formulas: 132 of 627,376 words against 41 of 575,035.
  @Test func `the reference line comes out`() {
    let logLikelihood = LogLikelihood.signed(
      target: 132, targetWords: 627_376, reference: 41, referenceWords: 575_035)
    #expect(abs(logLikelihood - 42.8) < 0.05)
    let ratio = LogRatio(
      target: 132, targetWords: 627_376, reference: 41, referenceWords: 575_035)
    #expect(abs(ratio.value - 1.55) < 0.005)
    // 1.5503 ± 1.96 · √(1/132.5 + 1/41.5 − …)/ln 2, by hand.
    #expect(abs(ratio.interval.lowerBound - 1.0474) < 2e-3)
    #expect(abs(ratio.interval.upperBound - 2.0528) < 2e-3)
    let pValue = LogLikelihood.pValue(of: logLikelihood, degreesOfFreedom: 1)
    #expect(abs(pValue * 4812 / 3.0e-7 - 1) < 0.03)
    let target = PoissonInterval.perMillion(count: 132, words: 627_376)
    #expect(abs(target.lowerBound - 176) < 0.5 && abs(target.upperBound - 250) < 0.6)
    let reference = PoissonInterval.perMillion(count: 41, words: 575_035)
    #expect(abs(reference.lowerBound - 51) < 0.5 && abs(reference.upperBound - 97) < 0.5)
  }

  @Test(
    "G² is signed, symmetric, and zero for equal rates",
    arguments: [(10, 100, 5, 50, 0.0), (0, 100, 0, 50, 0), (5, 5, 5, 5, 0)])
  func equalRates(target: Int, words: Int, reference: Int, others: Int, expected: Double) {
    #expect(
      LogLikelihood.signed(
        target: target, targetWords: words, reference: reference, referenceWords: others)
        == expected)
  }

  /// 2 [10 ln(10/5) + 90 ln(90/95) + 0 + 100 ln(100/95)] = 14.3888…
  @Test func `G² counts all four cells`() {
    let rise = LogLikelihood.signed(
      target: 10, targetWords: 100, reference: 0, referenceWords: 100)
    let fall = LogLikelihood.signed(
      target: 0, targetWords: 100, reference: 10, referenceWords: 100)
    #expect(abs(rise - 14.389_4) < 1e-3)
    #expect(rise == -fall)
  }

  @Test(
    "Holm's adjustment",
    arguments: [
      ([0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02]), ([0.5, 0.9], [1, 1]),
      ([0.02], [0.02]), ([], []),
    ] as [([Double], [Double])])
  func holm(pValues: [Double], expected: [Double]) {
    let adjusted = HolmAdjustment.adjusted(pValues)
    #expect(adjusted.count == expected.count)
    for (one, two) in zip(adjusted, expected) { #expect(abs(one - two) < 1e-12) }
  }

  private let target = CorpusGroup(
    name: "2026",
    table: table(counts: ["智谱": 40, "模型": 50, "旧词": 2, "词": 9, "甲乙": 8], documents: 4))
  private let reference = CorpusGroup(
    name: "2025",
    table: table(counts: ["智谱": 4, "模型": 52, "旧词": 40, "词": 9, "丙丁": 1], documents: 4))

  @Test func `two groups mirror each other`() throws {
    let comparison = try Comparison(of: [target, reference])
    #expect(comparison.familySize == 4)
    #expect(comparison.rows.map(\.term.text) == ["旧词", "智谱", "模型", "甲乙"])
    #expect(
      comparison.drops == [
        FilterDrop(rule: .minimumCharacters, terms: 1, tokens: 18),
        FilterDrop(rule: .minimumCount, terms: 1, tokens: 1),
      ])
    for row in comparison.rows {
      let (one, two) = (row.cells[0].keyness, row.cells[1].keyness)
      #expect(one.logLikelihood == -two.logLikelihood)
      #expect(abs(one.logRatio.value + two.logRatio.value) < 1e-12)
      #expect(one.adjustedPValue == two.adjustedPValue)
      #expect(one.adjustedPValue >= one.pValue)
      #expect(row.omnibus == nil)
    }
    #expect(comparison.terms(typicalOf: 0).map(\.term.text) == ["智谱", "甲乙"])
    #expect(comparison.terms(typicalOf: 1).map(\.term.text) == ["旧词"])
    #expect(comparison.terms(typicalOf: 0, level: 1, limit: 1).count == 1)
    let row = try #require(comparison.terms(typicalOf: 0).first)
    #expect(row.cells[0].termFrequency == 40)
    #expect(row.cells[0].documentFrequency == 4)
    #expect(row.cells[0].perMillion == target.table.perMillion(of: Term("智谱")))
  }

  @Test func `more groups have an omnibus test, and each stands against the rest`() throws {
    let third = CorpusGroup(name: "2024", table: table(counts: ["模型": 30, "旧词": 30], documents: 3))
    let comparison = try Comparison(of: [target, reference, third])
    #expect(comparison.familySize == comparison.rows.count * 3)
    for row in comparison.rows {
      let omnibus = try #require(row.omnibus)
      #expect(omnibus.degreesOfFreedom == 2)
      for cell in row.cells {
        #expect(abs(cell.keyness.logLikelihood) <= omnibus.logLikelihood + 1e-9)
      }
    }
  }

  @Test func `the filter sees the groups together, not their difference`() throws {
    let one = CorpusGroup(name: "a", table: table(counts: ["甲乙": 5, "丙丁": 1], documents: 3))
    let two = CorpusGroup(name: "b", table: table(counts: ["丙丁": 9], documents: 3))
    let both = try Comparison(of: [one, two], filter: TermFilter(minimumCount: 6))
    #expect(both.rows.map(\.term.text) == ["丙丁"])
  }

  @Test func `refuses what cannot be compared`() {
    let empty = CorpusGroup(name: "无", table: FrequencyTable())
    #expect(throws: StatisticsError.tooFewGroups(count: 1)) { try Comparison(of: [target]) }
    #expect(throws: StatisticsError.duplicateGroup(name: "2026")) {
      try Comparison(of: [target, target])
    }
    #expect(throws: StatisticsError.emptyGroup(name: "无")) {
      try Comparison(of: [target, empty])
    }
  }
}
