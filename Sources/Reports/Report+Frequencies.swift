public import Statistics
import TextModel

extension Report {
  /// How often terms occur: count, rate, documents, and a bar of the count for people.
  ///
  /// Columns: `rank`, `term`, `label`, `partOfSpeech`, `termFrequency`, `perMillion`,
  /// `documentFrequency`, `documentShare` (of all documents, 0 to 1); with a dispersion also
  /// `parts` (that hold the term), `dp`, `dpNorm`, `juillandD`.
  ///
  /// - Parameters:
  ///   - table: The counts.
  ///   - filter: Which terms are listed.
  ///   - order: Which come first.
  ///   - limit: The most terms to list; nil for all.
  ///   - dispersion: How the terms are spread over parts, and what the parts are called: "documents".
  ///   - metadata: What made the counts.
  public static func frequencies(
    of table: FrequencyTable, filter: TermFilter = TermFilter(),
    sortedBy order: FrequencyOrder = .termFrequency, limit: Int? = nil,
    dispersion: (table: DispersionTable, parts: String)? = nil, metadata: [MetadataField] = []
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
      ] + dispersionCells(of: row.term, in: dispersion?.table) + [
        .text(
          Bar.text(of: Double(row.termFrequency), maximum: Double(largest), columns: 16))
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
      ] + (dispersion.map { dispersionColumns($0.parts) } ?? []) + [
        .text("bar", heading: "", audience: .people).dispensable
      ],
      rows: rows,
      notes: [
        ReportWording.shown(rows.count, of: outcome.rows.count),
        ReportWording.denominator(of: table.selection),
      ] + (dispersion.map { [dispersionNote($0.table, $0.parts)] } ?? [])
        + ReportWording.drops(outcome.drops),
      metadata: metadata)
  }

  private static func dispersionCells(
    of term: Term, in table: DispersionTable?
  ) -> [ReportCell] {
    guard let dispersion = table?[term] else { return [] }
    return [
      .integer(dispersion.range), .number(dispersion.dp), .optional(dispersion.dpNorm),
      .optional(dispersion.juillandD),
    ]
  }

  private static func dispersionColumns(_ parts: String) -> [ReportColumn] {
    [
      .number(
        "parts", heading: parts, audience: parts == "documents" ? .programs : .everyone),
      .number("dp", heading: "DP", format: .decimals(3), audience: .programs),
      .number("dpNorm", heading: "DPnorm", format: .decimals(3)),
      .number("juillandD", heading: "D", format: .decimals(3)),
    ]
  }

  private static func dispersionNote(_ table: DispersionTable, _ parts: String) -> String {
    "Dispersion over \(ReportWording.grouped(table.partCount)) \(parts) with words: DPnorm (Gries 2008, "
      + "Lijffijt & Gries 2012), 0 is even and 1 clumped; Juilland's D, 1 is even and 0 clumped."
  }
}
