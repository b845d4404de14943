import TextModel

/// How often a term was tagged with a word class.
public struct WordClassCount: Sendable, Hashable {
  public let partOfSpeech: PartOfSpeech
  /// The number of occurrences with that class; at least 1.
  public let count: Int
}
