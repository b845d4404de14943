/// The keywords of a text, and what is needed to judge them.
public struct KeywordList: Sendable, Hashable {
  /// How they were found.
  public let method: KeywordMethod
  /// The keywords, highest score first; equal scores in the order of terms.
  public let keywords: [Keyword]
  /// The number of terms that were weighed, of which `keywords` may be the first few.
  public let candidateCount: Int
  /// The words of the text, the denominator of the scores.
  public let wordCount: Int
  /// The documents of the text.
  public let documentCount: Int
  /// What the filter dropped.
  public let drops: [FilterDrop]
  /// The name of the background.
  public let backgroundName: String
  /// The background's version or hash.
  public let backgroundVersion: String
}
