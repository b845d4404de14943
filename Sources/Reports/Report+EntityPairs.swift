public import Statistics
public import TextModel

extension Report {
  /// The entities that are named in the same documents.
  ///
  /// Columns: `rank`, `first`, `firstLabel`, `second`, `secondLabel`, `both`, `firstDocuments`,
  /// `secondDocuments`, `g2`, `pmi`, `logDice`.
  ///
  /// - Parameters:
  ///   - table: The counts.
  ///   - labels: The labels that both entities must have; nil for all.
  ///   - minimumDocuments: The fewest documents that name both.
  ///   - limit: The most pairs to show; nil for all.
  ///   - metadata: What made the counts.
  public static func entityPairs(
    of table: EntityPairTable, labels: Set<EntityLabel>? = nil, minimumDocuments: Int = 2,
    limit: Int? = nil, metadata: [MetadataField] = []
  ) -> Report {
    let all = table.rows(minimumDocuments: minimumDocuments, labels: labels)
    let shown = limit.map { Array(all.prefix($0)) } ?? all
    var notes = [
      ReportWording.shown(shown.count, of: all.count, "pair")
        + " A pair is named in at least "
        + "\(ReportWording.counted(minimumDocuments, "document")).",
      "G² over the four cells of documents with both, one or none (negative: they avoid each other); PMI in "
        + "bits, 0 is chance; log-Dice at most 14.",
    ]
    if table.overfullDocumentCount > 0 {
      notes.append(
        "\(ReportWording.counted(table.overfullDocumentCount, "document")) with more than "
          + "\(ReportWording.grouped(EntityPairTable.entityLimit)) entities left out.")
    }
    return Report(
      title: "Entities named together",
      introduction: ["\(ReportWording.counted(table.documentCount, "document"))."],
      columns: [
        .number("rank", heading: "#"), .text("first", heading: "entity"),
        .text("firstLabel", heading: "label"), .text("second", heading: "with"),
        .text("secondLabel", heading: "label"), .number("both", heading: "both"),
        .number("firstDocuments", heading: "entity in"),
        .number("secondDocuments", heading: "with in"),
        .number("g2", heading: "G²", format: .decimals(1)),
        .number("pmi", heading: "PMI", format: .decimals(2)),
        .number("logDice", heading: "log-Dice", format: .decimals(2)).dispensable,
      ],
      rows: shown.enumerated().map { index, pair in
        [
          .integer(index + 1), .text(pair.first.text),
          .optional(pair.first.label?.rawValue), .text(pair.second.text),
          .optional(pair.second.label?.rawValue), .integer(pair.documentsWithBoth),
          .integer(pair.documentsWithFirst), .integer(pair.documentsWithSecond),
          .number(pair.association.logLikelihood), .number(pair.association.pmi),
          .number(pair.association.logDice),
        ]
      },
      notes: notes, metadata: metadata)
  }
}
