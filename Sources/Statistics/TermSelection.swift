/// What of a text is counted.
public enum TermSelection: String, Sendable, Hashable, CaseIterable {
  /// Words, and each mention of an entity as one term under its canonical name.
  case wordsAndEntities
  /// Words only, as if no entity had been found.
  case wordsOnly
}
