import TextModel

/// A term that tells what a text is about.
public struct Keyword: Sendable, Hashable {
  public let term: Term
  /// The number of occurrences in the text.
  public let termFrequency: Int
  /// The number of the text's documents that hold the term; 1 for a single document.
  public let documentFrequency: Int
  /// The word class that most occurrences have.
  public let partOfSpeech: PartOfSpeech
  /// The document frequency in the background; nil if the background does not know the term.
  public let backgroundDocumentFrequency: Int?
  /// How well it tells: see the extractor of each `KeywordMethod`.
  public let score: Double
  /// The values of a key phrase's features, in the order of `KeyphraseFeature.allCases`; empty if not asked for.
  public var features: [Double] = []
}
