/// A word standard that a model can cut text by.
public struct WordStandard: Hashable, Sendable {
  public let name: String
  /// The number of the model's layer.
  let layer: Int
  /// Whether the rules of the dictionaries are laid over what the layer finds: see `WordRefiner`.
  let isRefined: Bool
  /// Whether each mark of a run is a word of its own.
  let cutsMarks: Bool
  /// Whether its corpora marked names beside the classes of the words: its model marks whole names, and what it
  /// leaves unmarked is hardly one to them (法国 of 法国人).
  public let marksNames: Bool
}
