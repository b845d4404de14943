/// The log-odds ratio of a term in two texts, with an informative Dirichlet prior: a difference shrunk
/// towards none, and in units of its standard deviation.
///
/// δ = ln[(f₁ + α)/(n₁ + α₀ − f₁ − α)] − ln[(f₂ + α)/(n₂ + α₀ − f₂ − α)], and z = δ/√(1/(f₁ + α) + 1/(f₂ +
/// α)). The prior counts are those of all groups together: α is the term's count, α₀ all words, so the
/// prior weighs as much as the corpus itself. z has the sign of the difference. It orders terms well;
/// as a test it takes words as independent.
///
/// Source: B. L. Monroe, M. P. Colaresi & K. M. Quinn (2008), "Fightin' words: lexical feature selection
/// and evaluation for identifying the content of political conflict", Political Analysis 16:372–403,
/// equations 16 and 20 to 22.
public enum LogOdds {
  /// - Parameters:
  ///   - target: The occurrences in the target, of `targetWords` words.
  ///   - reference: The occurrences in the reference, of `referenceWords` words.
  ///   - prior: α, the occurrences in all groups, of `priorWords` words.
  /// - Returns: z; 0 if the term has no prior.
  public static func zScore(
    target: Int, targetWords: Int, reference: Int, referenceWords: Int, prior: Int,
    priorWords: Int
  ) -> Double {
    guard prior > 0, prior < priorWords else { return 0 }
    let first = Double(target + prior)
    let second = Double(reference + prior)
    let difference =
      Mathematics.naturalLogarithm(first / (Double(targetWords + priorWords) - first))
      - Mathematics.naturalLogarithm(second / (Double(referenceWords + priorWords) - second))
    return difference / (1 / first + 1 / second).squareRoot()
  }
}
