/// The conservative log ratio (LRC): the smallest difference that the counts are sure of.
///
/// The exact interval of the ratio of two rates, given the sum of their counts, is taken at a level that
/// allows for the number of tests. If it holds 1, the value is 0; otherwise it is the binary logarithm
/// of the end nearer to 1. So it joins how sure and how large: a rare term needs a large ratio, a
/// frequent one a steady difference. It has no limits, and the sign of the difference.
///
/// With f = f₁ + f₂, f₁ is binomial with probability p = n₁ρ/(n₁ρ + n₂), where ρ is the ratio; the
/// interval of p is Clopper's and Pearson's (1934).
///
/// Sources: S. Evert (2022), "Measuring keyness", Digital Humanities 2022, and the function `keyness` of
/// the R package corpora; M. P. Fay (2010), "Two-sided exact tests and matching confidence intervals for
/// discrete data", The R Journal 2:53–58.
public enum ConservativeLogRatio {
  /// - Parameters:
  ///   - target: f₁, the occurrences in the target, of `targetWords` words.
  ///   - reference: f₂, the occurrences in the reference, of `referenceWords` words.
  ///   - tests: The number of tests that the level 0.05 is shared among (Bonferroni).
  /// - Returns: The value; 0 if the term occurs nowhere.
  /// - Complexity: O(√*f*).
  public static func value(
    target: Int, targetWords: Int, reference: Int, referenceWords: Int, tests: Int = 1
  ) -> Double {
    let isRise = Double(target) * Double(referenceWords) >= Double(reference) * Double(targetWords)
    // The lower end of the target's ratio is one over the upper end of the reference's.
    let (more, moreWords) = isRise ? (target, targetWords) : (reference, referenceWords)
    let (less, lessWords) = isRise ? (reference, referenceWords) : (target, targetWords)
    guard more > 0, lessWords > 0, moreWords > 0 else { return 0 }
    let odds = BetaFunction.quantileOdds(
      probability: 0.025 / Double(max(1, tests)), Double(more), Double(less) + 1)
    let bound = Mathematics.binaryLogarithm(odds * Double(lessWords) / Double(moreWords))
    return bound <= 0 ? 0 : isRise ? bound : -bound
  }
}
