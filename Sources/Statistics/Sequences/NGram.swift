/// Words that follow each other, or stand near each other, as a counted type.
public struct NGram: Sendable, Hashable {
  /// The terms in the order of the text.
  public let terms: [Term]
  /// The number of occurrences.
  public let termFrequency: Int
  /// The number of documents with at least one occurrence.
  public let documentFrequency: Int
  /// Occurrences per million words.
  public let perMillion: Double
  /// How strongly the last term goes with those before it; nil for a single term.
  public let association: AssociationScores?

  public init(
    terms: [Term], termFrequency: Int, documentFrequency: Int, perMillion: Double,
    association: AssociationScores?
  ) {
    self.terms = terms
    self.termFrequency = termFrequency
    self.documentFrequency = documentFrequency
    self.perMillion = perMillion
    self.association = association
  }
}
