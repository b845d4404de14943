import TestSupport
import Testing

@testable import Statistics

/// Expected values: SciPy 1.x (`scipy.special.gammaln`, `gammainc`, `scipy.stats.chi2`), unless a case
/// has a closed form.
@Suite struct DistributionTests {
  @Test(
    "ln Γ agrees with closed forms",
    arguments: [
      (1.0, 0.0), (2.0, 0.0), (0.5, 0.572_364_942_924_700_1), (5.0, 3.178_053_830_347_946),
      (100.0, 359.134_205_369_575_4), (20.0, 39.339_884_187_199_495),
    ])
  func logarithmOfGamma(x: Double, expected: Double) {
    #expect(abs(GammaFunction.logarithm(x) - expected) < 1e-12)
  }

  @Test(
    "the exponential case of P and Q is exact", arguments: [0.01, 0.5, 1.0, 2.0, 10.0, 50.0, 700.0])
  func exponential(x: Double) {
    let expected = Mathematics.exponential(-x)
    #expect(abs(GammaFunction.upperRegularized(1, x) - expected) <= 1e-12 * max(expected, 1e-300))
    #expect(abs(GammaFunction.lowerRegularized(1, x) - (1 - expected)) < 1e-14)
  }

  @Test(
    "χ² tails agree with tables",
    arguments: [
      (3.841_458_820_694_124, 1, 0.05), (6.634_896_601_021_213, 1, 0.01),
      (10.827_566_170_662_733, 1, 0.001), (5.991_464_547_107_979, 2, 0.05),
      (18.307_038_053_275_146, 10, 0.05), (0.0, 3, 1.0),
    ])
  func chiSquared(value: Double, degreesOfFreedom: Int, expected: Double) {
    let tail = ChiSquared.upperTail(value, degreesOfFreedom: degreesOfFreedom)
    #expect(abs(tail - expected) < 1e-12)
  }

  @Test func `small tails keep their relative accuracy`() {
    // erfc(5) and erfc(20), NIST DLMF 7.
    #expect(
      abs(ChiSquared.upperTail(50, degreesOfFreedom: 1) / 1.537_459_794_428_035e-12 - 1) < 1e-12)
    #expect(
      abs(ChiSquared.upperTail(800, degreesOfFreedom: 1) / 5.395_865_611_607_9e-176 - 1) < 1e-11)
  }

  @Test("quantiles invert P", arguments: [0.3, 1, 2, 7.5, 40, 1000, 1e6] as [Double])
  func quantiles(a: Double) {
    for probability in [1e-6, 0.025, 0.5, 0.975, 0.999_99] {
      let x = GammaFunction.quantile(a, probability: probability)
      #expect(abs(GammaFunction.lowerRegularized(a, x) / probability - 1) < 1e-8)
    }
  }

  /// Garwood's limits: 0 and 10 are in every table; 41 and 132 give [51, 97] and [176, 250] per million.
  @Test(
    "Poisson limits agree with tables",
    arguments: [
      (0, 0.0, 3.688_879), (1, 0.025_318, 5.571_643), (10, 4.795_389, 18.390_356),
      (100, 81.363_991, 121.626_794),
    ])
  func poisson(count: Int, lower: Double, upper: Double) {
    let limits = PoissonInterval.limits(of: count)
    #expect(abs(limits.lowerBound - lower) < 1e-5)
    #expect(abs(limits.upperBound - upper) < 1e-5)
  }

  /// Expected values: `scipy.special.betainc` and `betaincinv` 1.17.
  @Test(
    "the incomplete beta function agrees with SciPy",
    arguments: [
      (0.5, 0.5, 0.3, 0.369_010_119_565_545_36), (1, 3, 0.2, 0.488),
      (132, 42, 0.7, 0.040_003_321_316_514_85),
      (50_000, 40_001, 0.55, 0.000_407_061_593_944_091_24),
      (2.5, 0.1, 0.999, 0.433_518_269_399_160_2), (10, 1, 0.05, 9.765_625e-14),
      (1000, 1000, 0.45, 3.683_198_869_007_576_5e-6),
    ])
  func beta(a: Double, b: Double, x: Double, expected: Double) {
    #expect(abs(BetaFunction.regularized(x, a, b) / expected - 1) < 1e-10)
    #expect(abs(BetaFunction.complement(1 - x, b, a) / expected - 1) < 1e-9)
  }

  @Test(
    "quantiles of the beta distribution agree with SciPy",
    arguments: [
      (132, 42, 5.195_344_970_906_068e-6, 0.601_154_410_011_227_4),
      (1, 4, 0.025, 0.006_309_463_209_709_866),
      (50_000, 40_001, 1e-6, 0.547_667_682_334_866_1),
      (31, 1, 2.5e-4, 0.765_252_075_947_171_2), (0.5, 8, 0.01, 1.012_939_090_316_986e-5),
      (3, 900, 1e-9, 2.017_697_572_473_619_6e-6), (700, 4, 1.25e-6, 0.970_379_416_940_317_2),
    ])
  func betaQuantile(a: Double, b: Double, probability: Double, expected: Double) {
    let odds = BetaFunction.quantileOdds(probability: probability, a, b)
    #expect(abs(odds / (1 + odds) / expected - 1) < 1e-9)
  }

  @Test(
    "the median of numbers in any order",
    arguments: [
      ([3.0], 3.0), ([2, 1], 1.5), ([5, 1, 3], 3), ([4, 4, 4, 4], 4), ([9, 1, 8, 2, 7, 3], 5),
    ] as [([Double], Double)])
  func median(numbers: [Double], expected: Double) {
    var numbers = numbers
    #expect(Median.value(of: &numbers) == expected)
  }

  @Test("the median is that of the sorted numbers", arguments: 0..<100 as Range<UInt64>)
  func randomMedian(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var numbers = (0..<Int.random(in: 1..<50, using: &generator)).map { _ in
      Double(Int.random(in: 0..<20, using: &generator))
    }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    let expected =
      sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    #expect(Median.value(of: &numbers) == expected)
  }
}
