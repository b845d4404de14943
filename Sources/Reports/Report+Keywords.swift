import Statistics
import TextModel

extension Report {
  /// The keywords of one document, or of a corpus as a whole.
  ///
  /// Columns: `rank`, `term`, `label`, `partOfSpeech`, `score`, `termFrequency`, `documentFrequency`,
  /// `backgroundDocumentFrequency` (none if the background does not know the term).
  ///
  /// - Parameters:
  ///   - list: The keywords.
  ///   - metadata: What made them.
  public static func keywords(
    _ list: KeywordList, metadata: [MetadataField] = []
  ) -> Report {
    Report(
      title: "Keywords",
      introduction: [
        ReportWording.size(documents: list.documentCount, words: list.wordCount)
      ],
      columns: keywordColumns, rows: keywordRows(list),
      notes: [
        ReportWording.shown(
          list.keywords.count, of: list.candidateCount, list.method == .phrases ? "phrase" : "term")
      ]
        + keywordNotes(list) + ReportWording.drops(list.drops),
      metadata: metadata)
  }

  /// The keywords of each of many documents. Columns: `document`, then those of `keywords(_:metadata:)`.
  ///
  /// - Parameters:
  ///   - documents: The documents' identifiers and keywords, in order.
  ///   - metadata: What made them.
  public static func keywords(
    ofEach documents: [(id: String, keywords: KeywordList)], metadata: [MetadataField] = []
  ) -> Report {
    let words = documents.reduce(0) { $0 + $1.keywords.wordCount }
    // What each phrase is weighed by is there for all of them, or for none.
    let isExplained = documents.contains { $0.keywords.keywords.contains { !$0.features.isEmpty } }
    let features = isExplained ? KeyphraseFeature.allCases.map(featureColumn) : []
    return Report(
      title: "Keywords of each document",
      introduction: [ReportWording.size(documents: documents.count, words: words)],
      columns: [.text("document", heading: "document")] + keywordColumns + features,
      rows: documents.flatMap { id, list in keywordRows(list).map { [.text(id)] + $0 } },
      notes: documents.first.map { keywordNotes($0.keywords) } ?? [],
      metadata: metadata)
  }

  private static var keywordColumns: [ReportColumn] {
    [.number("rank", heading: "#")] + ReportWording.termColumns + [
      .number("score", heading: "score", format: .decimals(2)),
      .number("termFrequency", heading: "count"),
      .number("documentFrequency", heading: "documents").dispensable,
      .number("backgroundDocumentFrequency", heading: "background").dispensable,
    ]
  }

  private static func featureColumn(_ feature: KeyphraseFeature) -> ReportColumn {
    .number(feature.rawValue, heading: feature.rawValue, format: .decimals(2)).dispensable
  }

  private static func keywordRows(_ list: KeywordList) -> [[ReportCell]] {
    list.keywords.enumerated().map { index, keyword in
      [
        .integer(index + 1), .text(keyword.term.text), .optional(keyword.term.label?.rawValue),
        .text(keyword.partOfSpeech.tag), .number(keyword.score),
        .integer(keyword.termFrequency), .integer(keyword.documentFrequency),
        .optional(keyword.backgroundDocumentFrequency),
      ] + keyword.features.map { .number($0) }
    }
  }

  private static func keywordNotes(_ list: KeywordList) -> [String] {
    [
      scoreNote(list.method, ofMany: list.documentCount > 1),
      "Background: \(list.backgroundName) \(list.backgroundVersion); "
        + "empty where it does not know the term.",
    ]
  }

  private static func scoreNote(_ method: KeywordMethod, ofMany: Bool) -> String {
    switch method {
    case .phrases where ofMany:
      "Score: how likely a keyword of a document is this phrase, in per cent, mean of all documents; "
        + "count and documents are of those that have it among their "
        + "\(KeyphraseTable.phrasesPerDocument) best."
    case .phrases:
      "Score: how likely a keyword of the document is this phrase, in per cent."
    case .tfidf:
      "Score: TF-IDF, 1000 · count/words · ln((D + 1)/(background + 1)), in nats per thousand words."
    case .textrank:
      "Score: TextRank, window \(TextRankTable.window), damping \(TextRankTable.damping); 1 is the average of the words "
        + "that have neighbours."
    case .keyness:
      "Score: G² against the background, which it grows with; more frequent here than there."
    }
  }
}
