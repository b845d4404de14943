public import TextModel

/// Which entity another one belongs to, so that the mentions of products count for their makers.
public struct EntityFamily: Sendable {
  private let parents: [String: Parent]

  /// An entity that others belong to.
  public struct Parent: Hashable, Sendable {
    public var name: String
    public var label: EntityLabel

    public init(name: String, label: EntityLabel) {
      self.name = name
      self.label = label
    }
  }

  /// - Parameter parents: For each canonical name the entity that it belongs to.
  public init(parents: [String: Parent]) { self.parents = parents }

  /// The uppermost entity that one belongs to; nil if it belongs to none.
  ///
  /// - Complexity: O(*n*) in the number of generations, of which there are at most eight.
  public func root(of name: String) -> Parent? {
    var root: Parent?
    var next = parents[name]
    for _ in 0..<8 {
      guard let parent = next else { break }
      root = parent
      next = parents[parent.name]
    }
    return root
  }

  /// An analysis whose mentions count for the uppermost entities.
  public func rolledUp(_ analysis: Analysis) -> Analysis {
    var analysis = analysis
    for index in analysis.mentions.indices {
      guard let root = root(of: analysis.mentions[index].canonicalName) else { continue }
      analysis.mentions[index].canonicalName = root.name
      analysis.mentions[index].label = root.label
    }
    return analysis
  }
}
