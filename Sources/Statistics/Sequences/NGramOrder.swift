/// An order of n-grams. Equal ones follow the order of their terms, so every order is total; single terms
/// come last where the order is by association.
public enum NGramOrder: String, Sendable, Hashable, CaseIterable {
  /// The most frequent first.
  case termFrequency
  /// That of the most documents first.
  case documentFrequency
  /// By the terms.
  case term
  /// The surest first.
  case logLikelihood
  /// The most exclusive first.
  case logDice
  /// The least likely by chance first.
  case pmi

  /// Whether the left n-gram comes before the right one.
  func areInOrder(_ left: NGram, _ right: NGram) -> Bool {
    let keys = (key(of: left), key(of: right))
    if keys.0 != keys.1 { return keys.0 > keys.1 }
    return left.terms.lexicographicallyPrecedes(right.terms)
  }

  /// The number to sort by, larger first.
  private func key(of nGram: NGram) -> Double {
    switch self {
    case .termFrequency: Double(nGram.termFrequency)
    case .documentFrequency: Double(nGram.documentFrequency)
    case .term: 0
    case .logLikelihood: nGram.association?.logLikelihood ?? -.infinity
    case .logDice: nGram.association?.logDice ?? -.infinity
    case .pmi: nGram.association?.pmi ?? -.infinity
    }
  }
}
