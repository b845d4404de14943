/// How far a page's furniture (menus, notices, lists of other pages) is cut from the article. Raw values
/// are what `--extract` takes.
public enum ExtractionMode: String, Hashable, Sendable, CaseIterable {
  /// HTML, and plain text that looks like a saved page; of this only what is known to be furniture.
  case auto
  /// Nothing is cut.
  case off
  /// Records too, and all that stands outside the article.
  case strict
}
