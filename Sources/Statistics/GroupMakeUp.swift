/// How unlike the articles of a group are to those that it is compared with, whatever their words.
public struct GroupMakeUp: Sendable, Hashable {
  /// The index of the group.
  public let group: Int
  /// The median number of words of the group's articles.
  public let medianWords: Double
  /// The median number of words of the articles of all other groups.
  public let othersMedianWords: Double
  /// What the sources of both have in common: Σ over sources of min(share of the group's articles, share
  /// of the others'), from 0 to 1; nil if an article has no source.
  public let sourceOverlap: Double?

  /// Whether one side's articles are at least twice as long as the other's.
  public var differsInLength: Bool {
    max(medianWords, othersMedianWords) >= 2 * max(1, min(medianWords, othersMedianWords))
  }

  /// Whether less than half of both sides comes from the same sources.
  public var differsInSources: Bool { sourceOverlap.map { $0 < 0.5 } ?? false }
}
