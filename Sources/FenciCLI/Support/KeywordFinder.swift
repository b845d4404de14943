import Fenci

/// Keywords of a session's documents by a method: of all together, or of each.
struct KeywordFinder {
  let method: KeywordMethod
  let background: BackgroundFrequencies
  let filter: TermFilter
  let selection: TermSelection
  /// The fewest documents of a term; nil for what the method takes.
  let minimumDocuments: Int?
  let limit: Int?
  let explains: Bool

  /// The keywords of all documents as one text.
  func keywords(of session: Session) async throws -> KeywordList {
    switch method {
    case .phrases:
      return try await session.gather(
        into: KeyphraseTable(extractor: phraseExtractor),
        add: { table, document, worker in
          table.beginDocument()
          try worker.forEachPart(ofArticle: document) { table.add(part: $1, title: $0) }
        },
        merge: { $0.merge($1) }
      ).keywords(limit: limit, minimumDocuments: minimumDocuments)
    case .tfidf, .keyness:
      let table = try await session.gather(
        into: FrequencyTable(selection: selection),
        add: { table, document, worker in
          table.beginDocument()
          try worker.forEachPart(ofArticle: document) { title, text in
            if let title { table.add(part: title) }
            table.add(part: text)
          }
          table.endDocument()
        },
        merge: { $0.merge($1) })
      return wordExtractor.keywords(of: table, limit: limit)
    case .textrank:
      return try await session.gather(
        into: textRankTable,
        add: { table, document, worker in
          table.beginDocument()
          try worker.forEachPart(ofArticle: document) { title, text in
            if let title { table.add(part: title) }
            table.add(part: text)
          }
          table.endDocument()
        },
        merge: { $0.merge($1) }
      ).keywords(limit: limit)
    }
  }

  /// The keywords of each document, in the order of their identifiers.
  func keywordsOfEachDocument(
    of session: Session
  ) async throws -> [(id: String, keywords: KeywordList)] {
    try await session.gather(
      into: Lists(phrases: phraseExtractor),
      add: { lists, document, worker in
        let (title, text) = try worker.article(of: document)
        let list = keywords(of: text, title: title, phrases: &lists.phrases)
        lists.lists.append((document.id, list))
      },
      merge: { $0.lists += $1.lists }
    ).lists.sorted(by: Self.areInOrder)
  }

  /// By identifier; documents that share one by what was found, so that the order does not depend on threads.
  private static func areInOrder(
    _ left: (id: String, keywords: KeywordList), _ right: (id: String, keywords: KeywordList)
  ) -> Bool {
    if left.id != right.id { return left.id < right.id }
    let (one, other) = (left.keywords, right.keywords)
    if one.wordCount != other.wordCount { return one.wordCount < other.wordCount }
    return one.keywords.lexicographicallyPrecedes(other.keywords) {
      ($0.term, $0.score) < ($1.term, $1.score)
    }
  }

  private func keywords(
    of text: Analysis, title: Analysis?, phrases: inout KeyphraseExtractor
  ) -> KeywordList {
    switch method {
    case .phrases:
      return phrases.keywords(of: text, title: title, limit: limit, explains: explains)
    case .tfidf, .keyness:
      var table = FrequencyTable(selection: selection)
      table.beginDocument()
      if let title { table.add(part: title) }
      table.add(part: text)
      table.endDocument()
      return wordExtractor.keywords(of: table, limit: limit)
    case .textrank:
      var table = textRankTable
      table.beginDocument()
      if let title { table.add(part: title) }
      table.add(part: text)
      table.endDocument()
      return table.keywords(limit: limit)
    }
  }

  private var phraseExtractor: KeyphraseExtractor {
    KeyphraseExtractor(background: background, filter: filter, selection: selection)
  }

  private var wordExtractor: KeywordExtractor {
    KeywordExtractor(
      background: background, filter: filter, selection: selection,
      measure: method == .keyness ? .keyness : .tfidf)
  }

  private var textRankTable: TextRankTable {
    TextRankTable(background: background, filter: filter, selection: selection)
  }

  /// The lists that one thread has made, and the extractor that it makes them with.
  private struct Lists: Sendable {
    var phrases: KeyphraseExtractor
    var lists: [(id: String, keywords: KeywordList)] = []
  }
}
