import TextModel

/// The counts of documents by group, and if asked for, document by document.
///
/// Like `FrequencyTable`, grouped counts add up in any order.
public struct GroupedCounts: Sendable {
  /// What of a text is counted.
  public let selection: TermSelection
  /// The counts of single documents; nil if they are not kept.
  public private(set) var articles: ArticleTable?
  /// The number of documents that belong to no group. They are not counted otherwise.
  public private(set) var ungroupedCount = 0

  private var tables: [String: FrequencyTable] = [:]

  /// - Parameters:
  ///   - selection: What of a text is counted.
  ///   - keepsArticles: Whether the counts of single documents are kept, which takes memory in proportion to
  ///     the text; without, memory follows the vocabulary.
  public init(selection: TermSelection = .wordsAndEntities, keepsArticles: Bool = false) {
    self.selection = selection
    articles = keepsArticles ? ArticleTable(selection: selection) : nil
  }

  /// The groups, by name.
  public var groups: [CorpusGroup] {
    tables.sorted { $0.key < $1.key }.map { CorpusGroup(name: $0.key, table: $0.value) }
  }

  /// Counts a document, which may come in parts.
  ///
  /// - Parameters:
  ///   - group: The name of its group; nil for none.
  ///   - source: Where it was published.
  ///   - forEachPart: Calls its argument with each part.
  public mutating func add(
    to group: String?, from source: String?,
    forEachPart: ((Analysis) -> Void) throws -> Void
  ) rethrows {
    guard let group else {
      ungroupedCount += 1
      return
    }
    // Taken out while it changes: a table that is also in the dictionary would be copied.
    var table = tables.removeValue(forKey: group) ?? FrequencyTable(selection: selection)
    table.beginDocument()
    articles?.beginDocument(in: group, from: source)
    try forEachPart { part in
      table.add(part: part)
      articles?.add(part: part)
    }
    articles?.endDocument()
    table.endDocument()
    tables[group] = table
  }

  /// Adds the counts of other documents.
  ///
  /// - Precondition: both count the same selection, and both keep articles, or neither.
  public mutating func merge(_ other: GroupedCounts) {
    tables.merge(other.tables) { $0.merging($1) }
    ungroupedCount += other.ungroupedCount
    if let otherArticles = other.articles {
      precondition(articles != nil, "only one of the counts keeps articles")
      articles?.merge(otherArticles)
    }
  }
}
