/// Over how much of a group a term's occurrences are spread, and whether one piece of it makes the
/// difference.
public struct TermSpread: Sendable, Hashable {
  /// What the difference rests on.
  public enum Caution: String, Sendable, Hashable, CaseIterable {
    /// Without the one article with the most occurrences the log ratio is at most half as large.
    case article
    /// The same without the one source with the most occurrences, taken out of both sides.
    case source
  }

  /// The share of the target's occurrences that stand in one article; 0 if there are none.
  public let largestArticleShare: Double
  /// The number of the target's sources with the term; documents without a source do not count.
  public let sourceCount: Int
  /// What to be careful of; nil for nothing of this kind.
  public let caution: Caution?
}
