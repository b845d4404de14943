import TextModel

/// How often each term occurs in each document, for measures that take documents as wholes.
///
/// Sparse: a document costs 40 bytes, and 8 for each distinct term of it; so memory grows with the corpus,
/// to about a byte for each byte of Chinese text. Tables add up in any order; what is computed from them
/// does not depend on it, because documents are put into an order of their own content.
public struct ArticleTable: Sendable {
  /// What of a text is counted. Tables that are merged must agree on it.
  public let selection: TermSelection

  /// What is known of a document.
  struct Article: Sendable {
    /// The number of its group, and that of its source, among the names.
    var group: Int32
    var source: Int32
    var words: UInt32 = 0
    /// Where its counts begin and end.
    var start: Int
    var end: Int
    /// A number made of its terms and their counts, the same in every run.
    var fingerprint: UInt64 = 0
  }

  private(set) var articles: [Article] = []
  /// The names of groups and of sources; "" is that of no source.
  private(set) var groupNames = NameList()
  private(set) var sourceNames = NameList()
  private(set) var vocabulary = Vocabulary()
  /// For each count, the number of its term, and how often it occurs in its document.
  private(set) var terms: [UInt32] = []
  private(set) var counts: [UInt32] = []

  /// For each term, where its count of the open document stands; of an earlier one if it has none.
  private var places: [Int] = []
  private var isOpen = false
  private var folded: [UInt8] = []

  public init(selection: TermSelection = .wordsAndEntities) {
    self.selection = selection
  }

  /// The number of documents.
  public var documentCount: Int { articles.count }

  /// Begins a document, which may come in parts.
  ///
  /// - Precondition: no document is open.
  public mutating func beginDocument(in group: String, from source: String?) {
    precondition(!isOpen, "a document is open already")
    isOpen = true
    articles.append(
      Article(
        group: groupNames.number(of: group), source: sourceNames.number(of: source ?? ""),
        start: terms.count, end: terms.count))
  }

  /// Counts a part of the open document.
  ///
  /// - Precondition: a document is open.
  /// - Complexity: O(*n*) in the bytes of the text.
  public mutating func add(part analysis: Analysis) {
    precondition(isOpen, "no document is open")
    var text = analysis.document.text
    text.withUTF8 { bytes in
      for unit in CountingUnits(of: analysis, selection: selection) {
        switch unit {
        case .word(let index): count(analysis.tokens[index], in: bytes)
        case .entity(let index):
          var name = analysis.mentions[index].canonicalName
          let label = vocabulary.labelNumber(of: analysis.mentions[index].label)
          count(name.withUTF8 { vocabulary.intern($0, label: label) })
        }
      }
    }
  }

  /// Ends the open document.
  ///
  /// - Precondition: a document is open.
  public mutating func endDocument() {
    precondition(isOpen, "no document is open")
    isOpen = false
    let last = articles.count - 1
    articles[last].end = terms.count
    for entry in articles[last].start..<terms.count {
      let mixed = vocabulary.contentHash(at: Int(terms[entry])) &* UInt64(2 * counts[entry] + 1)
      articles[last].fingerprint &+= mixed ^ mixed >> 29
    }
  }

  /// Adds the counts of other documents.
  ///
  /// - Precondition: neither table has an open document, and both count the same selection.
  public mutating func merge(_ other: ArticleTable) {
    precondition(!isOpen && !other.isOpen, "a document is open")
    precondition(selection == other.selection, "the tables count different things")
    let own = (0..<other.vocabulary.count).map { index in
      UInt32(vocabulary.intern(index, of: other.vocabulary))
    }
    places += Array(repeating: -1, count: vocabulary.count - places.count)
    let offset = terms.count
    terms.reserveCapacity(offset + other.terms.count)
    for term in other.terms { terms.append(own[Int(term)]) }
    counts += other.counts
    for article in other.articles {
      var article = article
      article.group = groupNames.number(of: other.groupNames[article.group])
      article.source = sourceNames.number(of: other.sourceNames[article.source])
      article.start += offset
      article.end += offset
      articles.append(article)
    }
  }

  private mutating func count(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) {
    precondition(Int(token.span.end) <= bytes.count, "a token lies outside the text")
    let surface = UnsafeBufferPointer(rebasing: bytes[token.span.range])
    if Halfwidth.fold(surface, into: &folded) {
      count(folded.withUnsafeBufferPointer { vocabulary.intern($0, label: 0) })
    } else {
      count(vocabulary.intern(surface, label: 0))
    }
  }

  private mutating func count(_ term: Int) {
    if term == places.count { places.append(-1) }
    articles[articles.count - 1].words += 1
    if places[term] >= articles[articles.count - 1].start {
      counts[places[term]] += 1
    } else {
      places[term] = terms.count
      terms.append(UInt32(term))
      counts.append(1)
    }
  }
}
