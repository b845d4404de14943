/// How p-values are adjusted for the number of tests. Raw values are the words of the command line.
public enum PValueAdjustment: String, Sendable, Hashable, CaseIterable {
  /// Holm's: p̃₍ᵢ₎ = max over j ≤ i of min(1, (m − j + 1) · p₍ⱼ₎), with the p-values in rising order. If
  /// all with p̃ ≤ α are reported, the probability of even one false report is at most α, however the
  /// tests depend on each other.
  ///
  /// Source: S. Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian
  /// Journal of Statistics 6:65–70.
  case holm
  /// min(1, m · p): the same promise as Holm's, and never a smaller value.
  case bonferroni
  /// Benjamini's and Hochberg's: p̃₍ᵢ₎ = min over j ≥ i of min(1, m/j · p₍ⱼ₎). Of those with p̃ ≤ α, the
  /// expected share of false ones is at most α, if the tests are independent or depend on each other
  /// positively. For lists that are read as leads, not as findings.
  ///
  /// Source: Y. Benjamini & Y. Hochberg (1995), "Controlling the false discovery rate", Journal of the
  /// Royal Statistical Society B 57:289–300.
  case benjaminiHochberg = "bh"
  /// The p-values as they are.
  case none

  /// The adjusted p-values, in the order of the given ones. m is their number.
  ///
  /// - Complexity: O(*m* log *m*).
  public func adjusted(_ pValues: [Double]) -> [Double] {
    let count = Double(pValues.count)
    switch self {
    case .none: return pValues
    case .bonferroni: return pValues.map { min(1, count * $0) }
    case .holm:
      var largest = 0.0
      return inOrder(pValues, Self.rising(pValues)) { rank, pValue in
        largest = max(largest, min(1, (count - Double(rank)) * pValue))
        return largest
      }
    case .benjaminiHochberg:
      var smallest = 1.0
      return inOrder(pValues, Self.rising(pValues).reversed()) { rank, pValue in
        smallest = min(smallest, count / (count - Double(rank)) * pValue)
        return smallest
      }
    }
  }

  /// The indices of the p-values, the smallest first.
  private static func rising(_ pValues: [Double]) -> [Int] {
    pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
  }

  /// The values that `adjust` gives when it is called in the given order.
  private func inOrder(
    _ pValues: [Double], _ order: some Sequence<Int>, _ adjust: (Int, Double) -> Double
  ) -> [Double] {
    var adjusted = pValues
    for (rank, index) in order.enumerated() { adjusted[index] = adjust(rank, pValues[index]) }
    return adjusted
  }
}
