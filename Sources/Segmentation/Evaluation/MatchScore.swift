/// How many of what should be found was found: counts, and the measures made of them.
public struct MatchScore: Hashable, Sendable {
  /// What the gold standard has, what the system gave, and what both have.
  public var gold = 0
  public var system = 0
  public var correct = 0

  public init() {}

  /// The share of what the system gave that is right, 0 to 1; 0 if it gave nothing.
  public var precision: Double { system == 0 ? 0 : Double(correct) / Double(system) }

  /// The share of the gold standard that the system gave, 0 to 1.
  public var recall: Double { gold == 0 ? 0 : Double(correct) / Double(gold) }

  /// The harmonic mean of the two: 2 · correct / (gold + system).
  public var f1: Double {
    gold + system == 0 ? 0 : 2 * Double(correct) / Double(gold + system)
  }

  /// Adds the counts of another part of the same text.
  public mutating func merge(_ other: MatchScore) {
    gold += other.gold
    system += other.system
    correct += other.correct
  }
}
