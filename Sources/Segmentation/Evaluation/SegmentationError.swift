/// Words of the gold standard that came out otherwise: the shortest stretch between two places at which
/// both have a boundary.
public struct SegmentationError: Hashable, Sendable {
  /// The words, separated by spaces.
  public var gold: String
  public var system: String
}
