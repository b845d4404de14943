/// What is known of an ambiguous name in its place.
public struct ContextSample: Hashable, Sendable {
  /// The name, as the text writes it.
  public var name: String
  /// What stands around it: features that hold or do not.
  public var features: [String]
  /// What the text around it is about (`ContextVector`); empty if there are no word vectors.
  public var vector: [Float]

  public init(name: String, features: [String], vector: [Float] = []) {
    self.name = name
    self.features = features
    self.vector = vector
  }
}
