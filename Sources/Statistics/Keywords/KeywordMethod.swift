/// How keywords are found. Raw values are the words of the command line.
public enum KeywordMethod: String, Sendable, Hashable, CaseIterable {
  /// Whole phrases, by what they are like and where they stand: `KeyphraseExtractor`.
  case phrases
  /// Words, by TF-IDF against a background: `KeywordExtractor`.
  case tfidf
  /// Words, by the words that they stand near: `TextRankTable`.
  case textrank
  /// Words, by signed G² against a background: `KeywordExtractor`.
  case keyness
}
