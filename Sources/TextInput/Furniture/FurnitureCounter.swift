public import TextModel

/// Finds the lines that stand in many different articles of a pile: the furniture of its sites.
///
/// The pile is read twice: the first time lines are counted in a sketch of fixed size, the second time those
/// that it holds to be frequent are counted exactly. So memory does not grow with the pile, and the result does
/// not depend on the order of the documents.
///
/// An article that is printed by many sites repeats its paragraphs too. Articles are told apart by their longest
/// line, and a line counts once for each.
public struct FurnitureCounter: Sendable {
  /// A line that stands in many articles.
  public struct Line: Hashable, Sendable {
    /// The line, with 0 for each number in it.
    public var text: String
    /// The number of documents that have it.
    public var documentCount: Int
  }

  private struct Entry {
    var text: String
    var documentCount = 0
    /// The smallest of the hashes of the articles, as many as are needed.
    var articles: [UInt64] = []
  }

  private let minimumArticles: Int
  private var sketch = CountSketch()
  private var entries: [UInt64: Entry] = [:]

  /// - Parameter minimumArticles: The number of different articles that a line must stand in; at least 2.
  public init(minimumArticles: Int) {
    self.minimumArticles = max(2, minimumArticles)
  }

  /// Sees a document for the first time.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public mutating func estimate(_ document: Document) {
    for line in Self.lines(of: document) { sketch.add(line.hash) }
  }

  /// Sees a document for the second time.
  public mutating func count(_ document: Document) {
    let lines = Self.lines(of: document)
    let ranked = lines.sorted { ($0.bytes.count, $0.hash) > ($1.bytes.count, $1.hash) }.prefix(2)
    let least = UInt8(clamping: minimumArticles)
    for line in lines where sketch.estimate(line.hash) >= least {
      // The longest line but itself; of a document of one line there is none.
      guard let article = ranked.first(where: { $0.hash != line.hash })?.hash else { continue }
      var entry = entries[line.hash] ?? Entry(text: line.text)
      entry.documentCount += 1
      if !entry.articles.contains(article) {
        entry.articles.append(article)
        if entry.articles.count > minimumArticles {
          entry.articles.remove(
            at: entry.articles.indices.max { entry.articles[$0] < entry.articles[$1] }!)
        }
      }
      entries[line.hash] = entry
    }
  }

  /// The lines that stand in enough articles, the most frequent first.
  public var lines: [Line] {
    entries.values.filter { $0.articles.count >= minimumArticles }
      .map { Line(text: $0.text, documentCount: $0.documentCount) }
      .sorted { left, right in
        left.documentCount == right.documentCount
          ? left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
          : left.documentCount > right.documentCount
      }
  }

  /// The different lines of a document, but for its title.
  private static func lines(of document: Document) -> [LinePattern] {
    var seen: Set<UInt64> = []
    let title = document.title.flatMap { LinePattern($0.utf8)?.hash }
    return document.text.utf8.split(separator: ASCII.lineFeed).compactMap { line in
      guard let pattern = LinePattern(line), pattern.hash != title,
        seen.insert(pattern.hash).inserted
      else { return nil }
      return pattern
    }
  }
}
