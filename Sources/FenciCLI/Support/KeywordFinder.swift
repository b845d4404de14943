import Fenci

/// Keywords of a session's documents by a method: of all together, or of each.
struct KeywordFinder {
  let method: KeywordMethod
  let background: BackgroundFrequencies
  let filter: TermFilter
  let selection: TermSelection
  let limit: Int?
  let explains: Bool

  /// The keywords of all documents as one text.
  func keywords(of session: Session) async throws -> KeywordList {
    switch method {
    case .phrases:
      return try await session.gather(
        into: KeyphraseTable(extractor: phraseExtractor),
        add: { table, document, worker in
          var title = try worker.titleAnalysis(of: document)
          var isFirst = true
          try worker.forEachPart(of: document) { part in
            isFirst ? table.add(part, title: title) : table.add(part: part)
            isFirst = false
            title = nil
          }
        },
        merge: { $0.merge($1) }
      ).keywords(limit: limit)
    case .tfidf, .keyness:
      let table = try await session.gather(
        into: FrequencyTable(selection: selection),
        add: { table, document, worker in
          table.beginDocument()
          if let title = try worker.titleAnalysis(of: document) { table.add(part: title) }
          try worker.forEachPart(of: document) { table.add(part: $0) }
          table.endDocument()
        },
        merge: { $0.merge($1) })
      return wordExtractor.keywords(of: table, limit: limit)
    case .textrank:
      return try await session.gather(
        into: textRankTable,
        add: { table, document, worker in
          table.beginDocument()
          if let title = try worker.titleAnalysis(of: document) { table.add(part: title) }
          try worker.forEachPart(of: document) { table.add(part: $0) }
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
        let title = try worker.titleAnalysis(of: document)
        let text = try worker.analysis(of: document)
        lists.add(document.id, keywords(of: text, title: title, phrases: &lists.phrases))
      },
      merge: { $0.lists += $1.lists }
    ).lists.sorted { $0.id < $1.id }
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

    mutating func add(_ id: String, _ keywords: KeywordList) {
      lists.append((id, keywords))
    }
  }
}
