/// A term in one group of a comparison.
public struct ComparisonCell: Sendable, Hashable {
  /// The number of occurrences in the group.
  public let termFrequency: Int
  /// The number of the group's documents with at least one occurrence.
  public let documentFrequency: Int
  /// Occurrences per million words of the group.
  public let perMillion: Double
}
