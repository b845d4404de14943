/// A word standard that a model can cut text by.
public struct WordStandard: Hashable, Sendable {
  public let name: String
  /// The number of the model's layer.
  let layer: Int
  /// Whether the rules of the dictionaries are laid over what the layer finds: see `WordRefiner`.
  let isRefined: Bool
  /// Whether each mark of a run is a word of its own.
  let cutsMarks: Bool
}
