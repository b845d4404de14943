/// Two entities that are named in the same documents.
public struct EntityPair: Sendable, Hashable {
  /// The entity that is named in more documents; of equals, the first by name.
  public var first: Term
  public var second: Term
  /// The documents that name both.
  public var documentsWithBoth: Int
  /// The documents that name the first.
  public var documentsWithFirst: Int
  /// The documents that name the second.
  public var documentsWithSecond: Int
  /// How strongly they go together, documents taken as pairs.
  public var association: AssociationScores
}
