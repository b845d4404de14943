import TextModel

/// A term in all groups of a comparison.
public struct ComparisonRow: Sendable, Hashable {
  public let term: Term
  /// The row's place among those of the comparison.
  let place: Int
  /// The word class that most occurrences have, over all groups.
  public let partOfSpeech: PartOfSpeech
  /// The term in each group, in the order of the groups.
  public let cells: [ComparisonCell]
  /// The tests of the term, in the order of the contrasts.
  public let keyness: [Keyness]
  /// What resampling articles says, in the order of the contrasts; empty if they were not resampled.
  public internal(set) var articles: [ArticleEvidence] = []
  /// The test over all groups at once; nil if there are only two, where it is the same as their keyness.
  public let omnibus: OmnibusTest?
}
