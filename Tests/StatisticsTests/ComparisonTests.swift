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

  /// Expected values: `statsmodels.stats.multitest.multipletests` 0.15.
  @Test(
    "p-values are adjusted for their number",
    arguments: [
      (.holm, [0.05, 0.12, 0.12, 0.03, 0.8, 0.12]),
      (.bonferroni, [0.06, 0.24, 0.18, 0.03, 1, 0.24]),
      (.benjaminiHochberg, [0.03, 0.048, 0.048, 0.03, 0.8, 0.048]),
      (.none, [0.01, 0.04, 0.03, 0.005, 0.8, 0.04]),
    ] as [(PValueAdjustment, [Double])])
  func adjustment(method: PValueAdjustment, expected: [Double]) {
    let adjusted = method.adjusted([0.01, 0.04, 0.03, 0.005, 0.8, 0.04])
    #expect(adjusted.count == expected.count)
    for (one, two) in zip(adjusted, expected) { #expect(abs(one - two) < 1e-12) }
    #expect(method.adjusted([]) == [] && method.adjusted([0.02]) == [0.02])
  }

  /// Expected values: `scipy.stats.beta` 1.17, put into the formula of the R function
  /// `corpora::keyness`. The second is the example of the reference line.
  @Test(
    "the conservative log ratio",
    arguments: [
      (132, 627_376, 41, 575_035, 1, 1.045_746_535_232_837),
      (132, 627_376, 41, 575_035, 4812, 0.466_224_705_992_062_1),
      (41, 575_035, 132, 627_376, 4812, -0.466_224_705_992_062),
      (30, 100_000, 0, 100_000, 100, 1.650_792_431_673_615_1),
      (0, 100_000, 30, 100_000, 100, -1.650_792_431_673_614_7), (10, 1000, 9, 1000, 1, 0),
      (50_000, 1_000_000, 40_000, 1_000_000, 5000, 0.279_168_347_500_266_64),
      (1, 10, 0, 1_000_000, 1, 11.324_238_255_574_565),
      (700, 5000, 3, 900_000, 20_000, 12.525_730_101_175_995), (0, 10, 0, 10, 1, 0),
    ])
  func conservativeLogRatio(
    target: Int, words: Int, reference: Int, others: Int, tests: Int, expected: Double
  ) {
    let value = ConservativeLogRatio.value(
      target: target, targetWords: words, reference: reference, referenceWords: others,
      tests: tests)
    #expect(abs(value - expected) < 1e-9)
  }

  /// By the formula in NumPy: δ = 0.325 359 926 680 009 9.
  @Test func `log-odds with a prior are in standard deviations`() {
    let value = LogOdds.zScore(
      target: 132, targetWords: 627_376, reference: 41, referenceWords: 575_035, prior: 173,
      priorWords: 1_202_411)
    #expect(abs(value - 3.648_692_609_861_738_5) < 1e-9)
    let mirrored = LogOdds.zScore(
      target: 41, targetWords: 575_035, reference: 132, referenceWords: 627_376, prior: 173,
      priorWords: 1_202_411)
    #expect(value == -mirrored)
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
      let (one, two) = (row.keyness[0], row.keyness[1])
      #expect(one.conservativeLogRatio == -two.conservativeLogRatio)
      #expect(abs(one.conservativeLogRatio) <= abs(one.logRatio.value) + 0.5)
      #expect(one.logOdds == -two.logOdds)
      #expect(one.logLikelihood == -two.logLikelihood)
      #expect(abs(one.logRatio.value + two.logRatio.value) < 1e-12)
      #expect(one.adjustedPValue == two.adjustedPValue)
      #expect(one.adjustedPValue >= one.pValue)
      #expect(row.omnibus == nil)
    }
    #expect(comparison.terms(typicalIn: 0).map(\.term.text) == ["智谱", "甲乙"])
    #expect(comparison.terms(typicalIn: 1).map(\.term.text) == ["旧词"])
    #expect(comparison.terms(typicalIn: 0, level: 1, limit: 1).count == 1)
    let row = try #require(comparison.terms(typicalIn: 0).first)
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
      for keyness in row.keyness {
        #expect(abs(keyness.logLikelihood) <= omnibus.logLikelihood + 1e-9)
      }
    }
  }

  @Test func `pairs are tested once and shown from both sides`() throws {
    let third = CorpusGroup(name: "2024", table: table(counts: ["模型": 30, "旧词": 30], documents: 3))
    var options = Comparison.Options()
    options.isPairwise = true
    options.adjustment = .bonferroni
    let comparison = try Comparison(of: [target, reference, third], options: options)
    #expect(comparison.contrasts.count == 6)
    #expect(comparison.familySize == comparison.rows.count * 3)
    let forward = try #require(
      comparison.contrasts.firstIndex { $0.target == 0 && $0.references == [2] })
    let backward = try #require(
      comparison.contrasts.firstIndex { $0.target == 2 && $0.references == [0] })
    let pair = try Comparison(of: [target, third], options: options)
    for row in comparison.rows {
      #expect(row.keyness[forward].logLikelihood == -row.keyness[backward].logLikelihood)
      #expect(row.keyness[forward].adjustedPValue == row.keyness[backward].adjustedPValue)
      // The pair alone has another family, but the same test.
      if let alone = pair.rows.first(where: { $0.term == row.term }) {
        #expect(alone.keyness[0].logLikelihood == row.keyness[forward].logLikelihood)
      }
    }
    #expect(throws: StatisticsError.tooManyGroups(count: 21, limit: 20)) {
      try Comparison(
        of: (0..<21).map { CorpusGroup(name: "\($0)", table: target.table) }, options: options)
    }
  }

  @Test func `the filter sees the groups together, not their difference`() throws {
    let one = CorpusGroup(name: "a", table: table(counts: ["甲乙": 5, "丙丁": 1], documents: 3))
    let two = CorpusGroup(name: "b", table: table(counts: ["丙丁": 9], documents: 3))
    var options = Comparison.Options()
    options.filter = TermFilter(minimumCount: 6)
    let both = try Comparison(of: [one, two], options: options)
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
