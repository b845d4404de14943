/// The sums from which a term's dispersion is computed. They are integers, so that the order of the parts
/// makes no difference, not even in the last digit.
struct DispersionSums: Sendable {
  private var range = 0
  /// Σ (|*f*ᵢ *n* − *n*ᵢ *f*| − *n*ᵢ *f*) over the parts that hold the term.
  private var deviation = 0
  /// Σ *f*ᵢ/*n*ᵢ and Σ (*f*ᵢ/*n*ᵢ)², in units of 2⁻⁵⁰ and 2⁻¹⁰⁰.
  private var rates: UInt128 = 0
  private var squaredRates: UInt128 = 0

  private static let unit = 50

  /// Adds a part that holds the term.
  ///
  /// - Parameters:
  ///   - count: *f*ᵢ.
  ///   - words: *n*ᵢ.
  ///   - allCounts: *f*.
  ///   - allWords: *n*.
  mutating func add(count: Int, words: Int, allCounts: Int, allWords: Int) {
    range += 1
    let expected = words * allCounts
    deviation += abs(count * allWords - expected) - expected
    let rate = (UInt128(count) << UInt128(Self.unit)) / UInt128(words)
    rates += rate
    squaredRates += rate * rate
  }

  /// The dispersion over all parts.
  ///
  /// - Parameters:
  ///   - parts: *k*, the number of parts that have words.
  ///   - smallest: The least *n*ᵢ.
  func dispersion(
    parts: Int, smallest: Int, allCounts: Int, allWords: Int
  ) -> Dispersion {
    let whole = Double(allCounts) * Double(allWords)
    // A part without the term adds n_i f.
    let dp = (Double(deviation) + whole) / (2 * whole)
    guard parts > 1 else { return Dispersion(range: range, dp: 0, dpNorm: nil, juillandD: nil) }
    let mean = Double(rates)
    let spread = UInt128(parts) * squaredRates - rates * rates
    let variation = Double(spread).squareRoot() / mean
    return Dispersion(
      range: range, dp: dp, dpNorm: dp / (1 - Double(smallest) / Double(allWords)),
      juillandD: 1 - variation / Double(parts - 1).squareRoot())
  }
}
