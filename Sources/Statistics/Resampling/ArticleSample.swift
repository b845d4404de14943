/// The documents of some groups with the counts of some terms, in an order that depends on their content
/// alone.
struct ArticleSample: Sendable {
  /// What is known of a document.
  struct Article: Sendable {
    var group: Int
    var source: Int
    var words: Int
  }

  /// The documents, by group, source and content. Those that are alike in all of these may stand in any
  /// order: exchanging them changes nothing.
  let articles: [Article]
  /// The names of the sources; "" is that of no source.
  let sourceNames: [String]
  /// Where the postings of each term begin, and the end of the last.
  private let starts: [Int]
  /// For each group, the words and the documents of each source.
  private let sourceSizes: [[(words: Int, documents: Int)]]
  /// The postings: for each term the documents that hold it, in order, and how often each does.
  let postingArticles: [UInt32]
  let postingCounts: [UInt32]

  /// - Parameters:
  ///   - table: The counts.
  ///   - groups: The groups, by name. Documents of others are left out.
  ///   - terms: The terms.
  /// - Complexity: O(*n* + *d* log *d*) in the counts and the documents.
  init(of table: ArticleTable, groups: [String], terms: [Term]) {
    var groupIndices = [Int](repeating: -1, count: table.groupNames.names.count)
    for (number, name) in table.groupNames.names.enumerated() {
      groupIndices[number] = groups.firstIndex(of: name) ?? -1
    }
    let names = table.sourceNames.names.sorted()
    let sourceIndices = table.sourceNames.names.map { name in names.firstIndex(of: name) ?? 0 }
    sourceNames = names
    let chosen = table.articles.indices
      .filter { groupIndices[Int(table.articles[$0].group)] >= 0 }
      .sorted { left, right in
        let (one, two) = (table.articles[left], table.articles[right])
        return (
          groupIndices[Int(one.group)], sourceIndices[Int(one.source)], one.fingerprint
        ) < (groupIndices[Int(two.group)], sourceIndices[Int(two.source)], two.fingerprint)
      }
    articles = chosen.map { index in
      let article = table.articles[index]
      return Article(
        group: groupIndices[Int(article.group)], source: sourceIndices[Int(article.source)],
        words: Int(article.words))
    }
    var sizes = [[(words: Int, documents: Int)]](
      repeating: Array(repeating: (0, 0), count: names.count), count: groups.count)
    for article in articles {
      sizes[article.group][article.source].words += article.words
      sizes[article.group][article.source].documents += 1
    }
    sourceSizes = sizes
    var rows = [Int32](repeating: -1, count: table.vocabulary.count)
    for (row, term) in terms.enumerated() {
      if let index = table.vocabulary.index(of: term) { rows[index] = Int32(row) }
    }
    var next = [Int](repeating: 0, count: terms.count + 1)
    for index in chosen {
      for entry in table.articles[index].start..<table.articles[index].end {
        let row = rows[Int(table.terms[entry])]
        if row >= 0 { next[Int(row) + 1] += 1 }
      }
    }
    for row in terms.indices { next[row + 1] += next[row] }
    starts = next
    var documents = [UInt32](repeating: 0, count: next[terms.count])
    var counts = documents
    for (place, index) in chosen.enumerated() {
      for entry in table.articles[index].start..<table.articles[index].end {
        let row = Int(rows[Int(table.terms[entry])])
        guard row >= 0 else { continue }
        documents[next[row]] = UInt32(place)
        counts[next[row]] = table.counts[entry]
        next[row] += 1
      }
    }
    postingArticles = documents
    postingCounts = counts
  }

  /// The number of terms.
  var termCount: Int { starts.count - 1 }

  /// The postings of a term.
  func postings(of term: Int) -> Range<Int> { starts[term]..<starts[term + 1] }

  /// The words of a source in some groups.
  func words(ofSource source: Int, in groups: [Int]) -> Int {
    groups.reduce(0) { $0 + sourceSizes[$1][source].words }
  }

  /// Σ over sources of the smaller of its shares of a group's documents and of all others'; nil if a
  /// document has no source.
  func sourceOverlap(of group: Int) -> Double? {
    var overlap = 0.0
    let own = sourceSizes[group].reduce(0) { $0 + $1.documents }
    let others = articles.count - own
    for (source, name) in sourceNames.enumerated() {
      let inGroup = sourceSizes[group][source].documents
      let all = sourceSizes.reduce(0) { $0 + $1[source].documents }
      if name.isEmpty, all > 0 { return nil }
      overlap += min(
        Double(inGroup) / Double(own), Double(all - inGroup) / Double(others))
    }
    return overlap
  }
}
