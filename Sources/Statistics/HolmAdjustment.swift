/// p-values adjusted for the number of tests.
public enum HolmAdjustment {
  /// The adjusted p-values, in the order of the given ones.
  ///
  /// With the m p-values in rising order, p̃₍ᵢ₎ = max over j ≤ i of min(1, (m − j + 1) · p₍ⱼ₎). If all with
  /// p̃ ≤ α are reported, the probability of even one false report is at most α, however the tests
  /// depend on each other.
  ///
  /// Source: S. Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian
  /// Journal of Statistics 6:65–70.
  ///
  /// - Complexity: O(*m* log *m*).
  public static func adjusted(_ pValues: [Double]) -> [Double] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var largest = 0.0
    for (rank, index) in order.enumerated() {
      largest = max(largest, min(1, Double(pValues.count - rank) * pValues[index]))
      adjusted[index] = largest
    }
    return adjusted
  }
}
