/// How strongly two things go together, from the number of units (documents, say) that have both, each, and
/// either or neither.
///
/// Sources: K. W. Church and P. Hanks (1990), "Word association norms, mutual information, and lexicography",
/// Computational Linguistics 16:22–29 (PMI); P. Rychlý (2008), "A lexicographer-friendly association score",
/// RASLAN 2008:6–9 (log-Dice); `LogLikelihood` (G²).
public enum Association {
  /// Pointwise mutual information in bits: log₂ of how many times more often the two meet than if they were
  /// independent. 0 is chance. High for rare pairs, so ask for a minimum count with it. -∞ if they never meet.
  public static func pointwiseMutualInformation(
    both: Int, first: Int, second: Int, total: Int
  ) -> Double {
    Mathematics.binaryLogarithm(
      Double(both) * Double(total) / (Double(first) * Double(second)))
  }

  /// Log-Dice, 14 + log₂ 2·both/(first + second): at most 14, one less is half as strong. It does not depend on
  /// the size of the corpus. -∞ if the two never meet.
  public static func logDice(both: Int, first: Int, second: Int) -> Double {
    14 + Mathematics.binaryLogarithm(2 * Double(both) / (Double(first) + Double(second)))
  }

  /// G² over the four cells, with a sign: negative if the two meet less often than if they were independent.
  public static func signedLogLikelihood(
    both: Int, first: Int, second: Int, total: Int
  ) -> Double {
    LogLikelihood.signed(
      target: both, targetWords: first, reference: second - both, referenceWords: total - first)
  }
}
