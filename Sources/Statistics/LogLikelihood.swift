/// The log-likelihood ratio G² of a term's counts in two or more texts.
///
/// Each text is a column of a contingency table with two rows: occurrences of the term, and all other
/// words. G² = 2 Σ O ln(O/E) over **all** its cells, with 0 ln 0 = 0. (UCREL's well-known calculator
/// leaves out the row of other words; the difference shows only for very frequent terms.)
///
/// G² is ≥ 0, has no unit, and grows with the size of the sample: it says how sure a difference is, not
/// how large. It takes words as independent draws, which makes p too small for words that come in bursts.
///
/// Source: T. Dunning (1993), "Accurate methods for the statistics of surprise and coincidence",
/// Computational Linguistics 19:61–74.
public enum LogLikelihood {
  /// G² of a term in two texts, with the sign of the difference of the rates: positive if the term is
  /// more frequent in the target.
  public static func signed(
    target: Int, targetWords: Int, reference: Int, referenceWords: Int
  ) -> Double {
    let value = omnibus(counts: [target, reference], words: [targetWords, referenceWords])
    let targetRate = Double(target) * Double(referenceWords)
    return targetRate < Double(reference) * Double(targetWords) ? -value : value
  }

  /// G² of a term in any number of texts, against the hypothesis that its rate is the same in all.
  /// Its degrees of freedom are the number of texts less one.
  ///
  /// - Parameters:
  ///   - counts: The occurrences in each text.
  ///   - words: The words of each text.
  public static func omnibus(counts: [Int], words: [Int]) -> Double {
    let allCounts = Double(counts.reduce(0, +))
    let allWords = Double(words.reduce(0, +))
    guard allWords > 0 else { return 0 }
    var sum = 0.0
    for (count, words) in zip(counts, words) {
      let expected = Double(words) * allCounts / allWords
      sum += cell(Double(count), expected: expected)
      sum += cell(Double(words - count), expected: Double(words) - expected)
    }
    return max(0, 2 * sum)
  }

  /// The probability of a G² at least this large (of either sign) if the rates are the same: the upper
  /// tail of χ² (Wilks 1938).
  public static func pValue(of value: Double, degreesOfFreedom: Int) -> Double {
    ChiSquared.upperTail(abs(value), degreesOfFreedom: degreesOfFreedom)
  }

  /// O ln(O/E), in a form that stays exact where O and E are close.
  private static func cell(_ observed: Double, expected: Double) -> Double {
    if observed == 0 || expected == 0 { return 0 }
    return observed * Mathematics.logarithmOfOnePlus((observed - expected) / expected)
  }
}
