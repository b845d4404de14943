import TextModel

/// The counts of one term in a table.
public struct FrequencyRow: Sendable, Hashable {
  public let term: Term
  /// The number of occurrences.
  public let termFrequency: Int
  /// The number of documents with at least one occurrence.
  public let documentFrequency: Int
  /// Occurrences per million words of the table.
  public let perMillion: Double
  /// The word class that most occurrences have; of equal ones, the first in the order of raw values.
  /// Entities are proper nouns.
  public let partOfSpeech: PartOfSpeech
  /// What most occurrences are made of. Entities are `.word`, whatever their script.
  public let kind: TokenKind
}
