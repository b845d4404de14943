public import Statistics
public import TextModel

extension Report {
  /// The entities of a corpus.
  ///
  /// Columns: `rank`, `canonical`, `label`, `mentions`, `documents`, `firstDate`, `lastDate`, `aliases`
  /// (each spelling with its count, the commonest first).
  ///
  /// - Parameters:
  ///   - table: The counts.
  ///   - labels: The labels to show; nil for all.
  ///   - minimumCount: The fewest mentions of an entity to show.
  ///   - limit: The most entities to show; nil for all.
  ///   - metadata: What made the counts.
  public static func entities(
    of table: EntityTable, labels: Set<EntityLabel>? = nil, minimumCount: Int = 1,
    limit: Int? = nil, metadata: [MetadataField] = []
  ) -> Report {
    let all = table.rows().filter { row in
      row.mentionCount >= minimumCount && labels.map { $0.contains(row.label) } ?? true
    }
    let shown = limit.map { Array(all.prefix($0)) } ?? all
    return Report(
      title: "Entities",
      introduction: [
        "\(ReportWording.counted(table.mentionCount, "mention")) in "
          + "\(ReportWording.counted(table.documentCount, "document"))."
      ],
      columns: [
        .number("rank", heading: "#"), .text("canonical", heading: "entity"),
        .text("label", heading: "label"), .number("mentions", heading: "mentions"),
        .number("documents", heading: "documents"), .text("firstDate", heading: "first"),
        .text("lastDate", heading: "last"), .text("aliases", heading: "as written"),
      ],
      rows: shown.enumerated().map { index, row in
        [
          .integer(index + 1), .text(row.canonicalName), .text(row.label.rawValue),
          .integer(row.mentionCount), .integer(row.documentFrequency),
          row.firstDate.map { .text($0.description) } ?? .empty,
          row.lastDate.map { .text($0.description) } ?? .empty,
          .text(row.aliases.map { "\($0.text) \($0.count)" }.joined(separator: ", ")),
        ]
      },
      notes: [ReportWording.shown(shown.count, of: all.count, "entity")], metadata: metadata)
  }
}
