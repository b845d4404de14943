import TestSupport
import Testing
import TextModel

@testable import Statistics

@Suite struct TrendMeasureTests {
  private let rising = zip(
    [3, 5, 4, 9, 8, 15, 12, 20, 18, 30, 25, 41],
    [
      10_000, 12_000, 9000, 11_000, 10_500, 13_000, 9800, 12_500, 11_000, 14_000, 10_000, 15_000,
    ]
  ).map { (count: $0, words: $1) }
  private let waves: [Double] = [
    10, 12, 13, 12, 14, 15, 17, 16, 15, 13, 12, 11, 10, 11, 13, 15, 18, 20, 19, 17, 16, 15, 14, 16,
  ]
  private let saw: [Double] = [5, 1, 6, 2, 7, 1, 8, 3, 9, 2, 7, 1]

  /// Expected values: `pymannkendall` 1.4.3 (`original_test`, `hamed_rao_modification_test` with `lag=3`)
  /// and `scipy.stats.theilslopes` 1.17.
  @Test func `rates that follow each other are less sure`() throws {
    let test = try #require(MannKendall(rates: waves))
    #expect(test.score == 85)
    #expect(abs(test.variance - 1601.666_666_666_666_7) < 1e-9)
    #expect(abs(test.pValue - 0.035_825_090_528_495_81) < 1e-12)
    #expect(abs(test.serialFactor * test.variance - 3684.025_087_070_092) < 1e-8)
    #expect(abs(test.serialPValue - 0.166_376_110_542_258_54) < 1e-12)
    #expect(abs(test.slope - 0.181_818_181_818_181_82) < 1e-12)
    #expect(test.slopeInterval.lowerBound == 0)
    #expect(abs(test.slopeInterval.upperBound - 0.368_421_052_631_578_9) < 1e-12)
  }

  /// Here the correction would make the variance smaller, from 207 to 48.7, and p with it.
  @Test func `a correction never makes a trend surer`() throws {
    let test = try #require(MannKendall(rates: saw))
    #expect(test.serialFactor == 1 && test.serialPValue == test.pValue)
    let residuals = saw.enumerated().map { $0.element - test.slope * Double($0.offset) }
    #expect(
      abs(SerialCorrection.factor(of: residuals, lags: 3) * 207 - 48.700_270_184_361_06) < 1e-9)
    #expect(test.slopeInterval == -0.555_555_555_555_555_6...0.5)
  }

  /// With all lags, as `hamed_rao_modification_test` takes them by default.
  @Test func `all lags agree with the reference program`() throws {
    let slope = try #require(MannKendall(rates: waves)).slope
    let residuals = waves.enumerated().map { $0.element - slope * Double($0.offset) }
    #expect(
      abs(
        SerialCorrection.factor(of: residuals, lags: 23) * 1601.666_666_666_666_7
          - 483.273_504_551_104_4) < 1e-8)
  }

  @Test func `slopes have intervals, over gaps too`() throws {
    let test = try #require(
      MannKendall(rates: rising.map { Double($0.count) / Double($0.words) * 1e6 }))
    #expect(abs(test.slopeInterval.lowerBound - 174.242_424_242_424_22) < 1e-9)
    #expect(abs(test.slopeInterval.upperBound - 269.230_769_230_769_2) < 1e-9)
    let gaps = try #require(
      MannKendall(rates: [1, 2, 0, nil, 3, 0, 5, nil, nil, 4, 7, 9, nil, 10]))
    #expect(abs(gaps.slope - 0.7) < 1e-12)
    #expect(gaps.slopeInterval == 0.5...1.0)
  }

  /// Expected values: `statsmodels.api.GLM` 0.15 with `families.Poisson` and an offset, its standard error
  /// times the root of Pearson's χ²/(k − 2) where that is above 1, and `scipy.stats.t`.
  @Test(
    "a rate ratio agrees with statsmodels",
    arguments: [
      (
        [],
        [
          1.198_643_871_633_678_5, 1.136_478_969_223_053_7, 1.264_209_167_009_220_1,
          0.188_560_642_985_668_9, 1.880_847_364_436_156e-5,
        ]
      ),
      (
        [0, 40, 1, 3, 80, 2, 1, 0, 60, 90],
        [
          1.222_413_048_275_445_4, 0.849_482_285_788_724_5,
          1.759_063_944_702_095_5, 46.955_810_305_687_265, 0.238_955_160_807_151_87,
        ]
      ),
      (
        [0, 0, 0, 0, 0, 0, 0, 3, 0, 1],
        [
          1.635_499_020_686_406_6, 0.752_119_038_791_287,
          3.556_427_784_310_441, 1.501_800_633_908_594_8, 0.182_314_597_733_328_84,
        ]
      ),
    ] as [([Int], [Double])])
  func growth(counts: [Int], expected: [Double]) throws {
    let points = counts.isEmpty ? rising : counts.map { (count: $0, words: 10_000) }
    let fit = try #require(RateRegression(counts: points))
    let found = [
      fit.rateRatio, fit.interval.lowerBound, fit.interval.upperBound, fit.dispersion, fit.pValue,
    ]
    for (one, two) in zip(found, expected) { #expect(abs(one / two - 1) < 1e-8) }
  }

  @Test func `a gap is no zero in a rate ratio`() throws {
    let counts = [0, 40, 1, 3, 80, 2, 1, 0, 60, 90].map { (count: $0, words: 10_000) }
    var points: [(count: Int, words: Int)?] = counts
    points.insert(nil, at: 3)
    points.insert(contentsOf: [nil, nil], at: 7)
    points.insert(nil, at: 12)
    let fit = try #require(RateRegression(counts: points))
    #expect(abs(fit.rateRatio / 1.135_086_096_289_942_3 - 1) < 1e-9)
    #expect(abs(fit.dispersion / 47.391_614_241_578_79 - 1) < 1e-9)
  }

  @Test func `too little for a rate ratio is none`() {
    #expect(RateRegression(counts: rising.prefix(7).map { $0 }) == nil)
    #expect(RateRegression(counts: (0..<10).map { ($0 == 3 ? 5 : 0, 100) }) == nil)
    #expect(RateRegression(counts: []) == nil)
    let sudden = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 400].map { (count: $0, words: 100_000) }
    #expect(RateRegression(counts: sudden) == nil)
  }

  @Test("reversing time turns a ratio round", arguments: 0..<50 as Range<UInt64>)
  func reversal(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let points = (0..<Int.random(in: 8..<30, using: &generator)).map { _ in
      (
        count: Int.random(in: 0..<40, using: &generator),
        words: Int.random(in: 1000..<9000, using: &generator)
      )
    }
    let forward = try #require(RateRegression(counts: points))
    let backward = try #require(RateRegression(counts: points.reversed()))
    #expect(abs(forward.rateRatio * backward.rateRatio - 1) < 1e-9)
    #expect(abs(forward.pValue - backward.pValue) < 1e-9)
    let rates = points.map { Double($0.count) / Double($0.words) }
    let (one, two) = (
      try #require(MannKendall(rates: rates)), try #require(MannKendall(rates: rates.reversed()))
    )
    #expect(one.score == -two.score && abs(one.slope + two.slope) < 1e-12)
    #expect(one.slopeInterval.contains(one.slope))
  }

  @Test(
    "Student's distribution agrees with SciPy",
    arguments: [
      (2.228, 10, 0.050_011_771_817_111_1), (0.5, 3, 0.651_447_964_848_151),
      (8, 30, 6.265_822_475_700_759e-9), (40, 10, 2.280_857_743_085_754e-12),
    ])
  func student(t: Double, degreesOfFreedom: Int, expected: Double) {
    let tail = StudentDistribution.twoSidedTail(t, degreesOfFreedom: degreesOfFreedom)
    #expect(abs(tail / expected - 1) < 1e-9)
  }

  @Test(
    "its quantiles do too",
    arguments: [
      (1, 12.706_204_736_174_694), (6, 2.446_911_851_144_978_6), (10, 2.228_138_851_986_274_3),
      (34, 2.032_244_509_317_718_6), (1000, 1.962_339_080_826_408_3),
    ])
  func studentQuantile(degreesOfFreedom: Int, expected: Double) {
    let quantile = StudentDistribution.quantile95(degreesOfFreedom: degreesOfFreedom)
    #expect(abs(quantile / expected - 1) < 1e-9)
  }

  /// Expected values: the cheapest of all 2ᵀ paths, enumerated in Python with `scipy.special.gammaln`. (The
  /// package burst_detection takes the better state period by period, which is no path of least cost.)
  @Test(
    "bursts are those of the cheapest path",
    arguments: [
      (
        [2, 3, 1, 9, 12, 8, 2, 1, 0, 3, 7, 2], [50, 55, 40, 60, 62, 58, 45, 50, 30, 50, 52, 49],
        3...5, 5.736_833_317_962_927
      ),
      (
        [0, 0, 5, 0, 0, 0, 0, 0, 6, 7], Array(repeating: 20, count: 10), 8...9,
        6.199_126_347_459_178
      ),
      ([1, 1, 1, 1, 1], Array(repeating: 20, count: 5), nil, 0),
    ] as [([Int], [Int], ClosedRange<Int>?, Double)])
  func bursts(with: [Int], all: [Int], periods: ClosedRange<Int>?, weight: Double) {
    let bursts = BurstDetector().bursts(in: zip(with, all).map { ($0, $1) })
    #expect(bursts.map(\.periods) == [periods].compactMap(\.self))
    if let burst = bursts.first { #expect(abs(burst.weight - weight) < 1e-9) }
  }

  @Test func `large counts are no trouble, and the ratio is a choice`() throws {
    var detector = BurstDetector()
    detector.ratio = 1.5
    let series = zip(
      [100, 120, 90, 400, 380, 110, 100, 95], [1000, 1100, 1000, 1200, 1150, 1000, 990, 1010]
    ).map { (with: $0, all: $1) }
    let burst = try #require(detector.bursts(in: series).first)
    #expect(burst.periods == 3...4 && abs(burst.weight - 152.823_638_149_063_73) < 1e-8)
    let million = series.map { (with: $0.with * 1000, all: $0.all * 1000) }
    #expect(detector.bursts(in: million).map(\.periods) == [3...4])
  }

  @Test func `a term of most documents cannot burst, and a gap is passed over`() {
    let detector = BurstDetector()
    #expect(detector.bursts(in: Array(repeating: (with: 9, all: 10), count: 9)).isEmpty)
    #expect(detector.bursts(in: [(0, 5), (0, 5), nil]).isEmpty)
    #expect(detector.bursts(in: []).isEmpty)
    var series: [(with: Int, all: Int)?] = Array(repeating: (1, 50), count: 10)
    series[4] = (20, 50)
    series[5] = nil
    series[6] = (20, 50)
    #expect(detector.bursts(in: series).map(\.periods) == [4...6])
  }

  /// All paths tried, against Viterbi's.
  @Test("no path is cheaper", arguments: 0..<60 as Range<UInt64>)
  func cheapest(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let series = (0..<9).map { _ in
      let all = Int.random(in: 5..<40, using: &generator)
      return (with: Int.random(in: 0...all / 3, using: &generator), all: all)
    }
    let detector = BurstDetector()
    let (with, all) = (
      series.reduce(0) { $0 + $1.with }, series.reduce(0) { $0 + $1.all }
    )
    guard with > 0, with * 2 < all else { return }
    let low = Double(with) / Double(all)
    func saving(_ point: (with: Int, all: Int)) -> Double {
      Double(point.with) * Mathematics.naturalLogarithm(2)
        + Double(point.all - point.with)
        * Mathematics.naturalLogarithm((1 - 2 * low) / (1 - low))
    }
    func gain(_ isAbove: (Int) -> Bool) -> Double {
      series.indices.reduce(0) { sum, index in
        guard isAbove(index) else { return sum }
        let rises = index == 0 || !isAbove(index - 1)
        return sum + saving(series[index]) - (rises ? Mathematics.naturalLogarithm(9) : 0)
      }
    }
    let found = detector.bursts(in: series)
    let best = (0..<512).map { path in gain { path >> $0 & 1 == 1 } }.max() ?? 0
    #expect(abs(gain { index in found.contains { $0.periods.contains(index) } } - best) < 1e-9)
    #expect(found.allSatisfy { $0.weight > 0 })
  }
}
