import Statistics
import TextModel

extension Report {
  /// How often terms occur: count, rate, documents, and a bar of the count for people.
  ///
  /// Columns: `rank`, `term`, `label`, `partOfSpeech`, `termFrequency`, `perMillion`,
  /// `documentFrequency`, `documentShare` (of all documents, 0 to 1).
  ///
  /// - Parameters:
  ///   - table: The counts.
  ///   - filter: Which terms are listed.
  ///   - order: Which come first.
  ///   - limit: The most terms to list; nil for all.
  ///   - metadata: What made the counts.
  public static func frequencies(
    of table: FrequencyTable, filter: TermFilter = TermFilter(),
    sortedBy order: FrequencyOrder = .termFrequency, limit: Int? = nil,
    metadata: [MetadataField] = []
  ) -> Report {
    let outcome = filter.outcome(of: table, sortedBy: order)
    let shown = outcome.rows.prefix(limit.map { max(0, $0) } ?? outcome.rows.count)
    let largest = shown.map(\.termFrequency).max() ?? 0
    let rows = shown.enumerated().map { index, row -> [ReportCell] in
      [
        .integer(index + 1), .text(row.term.text), .optional(row.term.label?.rawValue),
        .text(row.partOfSpeech.tag), .integer(row.termFrequency), .number(row.perMillion),
        .integer(row.documentFrequency),
        .number(Double(row.documentFrequency) / Double(max(1, table.documentCount))),
        .text(
          Bar.text(of: Double(row.termFrequency), maximum: Double(largest), columns: 16)),
      ]
    }
    return Report(
      title: "Term frequencies",
      introduction: [
        ReportWording.size(documents: table.documentCount, words: table.wordCount)
      ],
      columns: [.number("rank", heading: "#")] + ReportWording.termColumns + [
        .number("termFrequency", heading: "count"),
        .number("perMillion", heading: "per million", format: .decimals(1)),
        .number("documentFrequency", heading: "documents"),
        .number("documentShare", heading: "share", audience: .programs),
        .text("bar", heading: "", audience: .people).dispensable,
      ],
      rows: rows,
      notes: [
        ReportWording.shown(rows.count, of: outcome.rows.count),
        ReportWording.denominator(of: table.selection),
      ] + ReportWording.drops(outcome.drops),
      metadata: metadata)
  }
}
