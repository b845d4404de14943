/// The binary logarithm of the ratio of a term's rates in two texts: the size of a difference.
///
/// log₂ [((f₁ + ½)/(n₁ + ½)) / ((f₂ + ½)/(n₂ + ½))]. 0 is no difference, 1 is twice as frequent in the
/// target, −1 half as frequent. It has no limits. The half occurrence keeps it finite where a term is
/// missing on one side.
///
/// Source: A. Hardie (2014), "Log Ratio: an informal introduction", CASS Lancaster; the ½ correction is
/// S. D. Walter's (1975), "The distribution of Levin's measure of attributable risk", Biometrika 62:371–374.
public struct LogRatio: Sendable, Hashable {
  /// The ratio's binary logarithm.
  public let value: Double
  /// Its 95 % interval by the delta method: value ± 1.96 · s, where
  /// s² = [1/(f₁ + ½) − 1/(n₁ + ½) + 1/(f₂ + ½) − 1/(n₂ + ½)] / (ln 2)². It takes words as independent
  /// draws, and is not adjusted for the number of terms examined.
  ///
  /// Source: D. Katz et al. (1978), "Obtaining confidence intervals for the risk ratio in cohort
  /// studies", Biometrics 34:469–474, with Walter's ½ in every count.
  public let interval: ClosedRange<Double>

  public init(target: Int, targetWords: Int, reference: Int, referenceWords: Int) {
    let first = Double(target) + 0.5
    let firstWords = Double(targetWords) + 0.5
    let second = Double(reference) + 0.5
    let secondWords = Double(referenceWords) + 0.5
    value =
      Mathematics.binaryLogarithm(first / firstWords)
      - Mathematics.binaryLogarithm(second / secondWords)
    let variance = 1 / first - 1 / firstWords + 1 / second - 1 / secondWords
    let reach =
      ChiSquared.normalQuantile95 * max(0, variance).squareRoot()
      / Mathematics.naturalLogarithmOf2
    interval = value - reach...value + reach
  }
}
