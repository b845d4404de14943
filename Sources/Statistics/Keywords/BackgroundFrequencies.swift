import TextModel

/// In how many documents of a large collection each term occurs: what is ordinary, against which a
/// keyword stands out.
public struct BackgroundFrequencies: Sendable {
  /// What the collection is called in reports.
  public let name: String
  /// Which edition of it: a version or a hash.
  public let version: String
  /// The number of documents of the collection, D.
  public let documentCount: Int
  /// The sum of all terms' document frequencies: about the number of the collection's words where its documents are
  /// sentences.
  public let occurrenceCount: Int
  private let lookUp: @Sendable (Term) -> Int?

  /// A background that a function answers for, such as a memory-mapped file.
  ///
  /// - Parameters:
  ///   - name: What the collection is called in reports.
  ///   - version: Its version or hash.
  ///   - documentCount: The number of its documents.
  ///   - occurrenceCount: The sum of the document frequencies of all terms.
  ///   - documentFrequency: The document frequency of a surface; nil if the background does not know it.
  ///     The same surface must always have the same answer. Entities are asked for by canonical name.
  public init(
    name: String, version: String, documentCount: Int, occurrenceCount: Int,
    documentFrequency: @escaping @Sendable (String) -> Int?
  ) {
    self.name = name
    self.version = version
    self.documentCount = documentCount
    self.occurrenceCount = occurrenceCount
    lookUp = { documentFrequency($0.text) }
  }

  /// A background in memory.
  public init(
    name: String, version: String, documentCount: Int, documentFrequencies: [String: Int]
  ) {
    self.init(
      name: name, version: version, documentCount: documentCount,
      occurrenceCount: documentFrequencies.values.reduce(0, +)
    ) { documentFrequencies[$0] }
  }

  /// The documents of a table as the background: to find what an article is about among its like.
  ///
  /// An entity that the table does not hold as such is looked up as a word.
  public init(name: String, version: String, table: FrequencyTable) {
    self.name = name
    self.version = version
    documentCount = table.documentCount
    occurrenceCount = table.unorderedRows().reduce(0) { $0 + $1.documentFrequency }
    lookUp = { term in
      table.row(of: term)?.documentFrequency
        ?? table.row(of: Term(term.text))?.documentFrequency
    }
  }

  /// In how many documents a term occurs; nil if the background does not know it. Entities are looked
  /// up by canonical name.
  public func documentFrequency(of term: Term) -> Int? { lookUp(term) }

  /// How much it says that a text holds the term: ln((D + 1)/(df + 1)), in nats. From 0 for a term of
  /// every document to ln(D + 1) for one of none, or unknown.
  ///
  /// Source: K. Spärck Jones (1972), "A statistical interpretation of term specificity", Journal of
  /// Documentation 28:11–21; the ones keep it finite and never negative.
  public func inverseDocumentFrequency(of term: Term) -> Double {
    let frequency = min(documentCount, max(0, documentFrequency(of: term) ?? 0))
    return Mathematics.naturalLogarithm(Double(documentCount + 1) / Double(frequency + 1))
  }
}
