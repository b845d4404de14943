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
      notes: [ReportWording.shown(list.keywords.count, of: list.candidateCount)]
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
    return Report(
      title: "Keywords of each document",
      introduction: [ReportWording.size(documents: documents.count, words: words)],
      columns: [.text("document", heading: "document")] + keywordColumns,
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

  private static func keywordRows(_ list: KeywordList) -> [[ReportCell]] {
    list.keywords.enumerated().map { index, keyword in
      [
        .integer(index + 1), .text(keyword.term.text), .optional(keyword.term.label?.rawValue),
        .text(keyword.partOfSpeech.tag), .number(keyword.score),
        .integer(keyword.termFrequency), .integer(keyword.documentFrequency),
        .optional(keyword.backgroundDocumentFrequency),
      ]
    }
  }

  private static func keywordNotes(_ list: KeywordList) -> [String] {
    [
      "Score: TF-IDF, 1000 · count/words · ln((D + 1)/(background + 1)), in nats per thousand words.",
      "Background: \(list.backgroundName) \(list.backgroundVersion); "
        + "empty where it does not know the term.",
    ]
  }
}
