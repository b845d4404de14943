public import Statistics
public import TextModel

extension Report {
  /// Which entities a report shows, and how.
  public struct EntitySelection: Sendable {
    /// The labels to show; nil for all.
    public var labels: Set<EntityLabel>?
    /// The fewest mentions of an entity.
    public var minimumCount: Int
    /// The fewest documents of an entity.
    public var minimumDocuments: Int
    /// The most entities, of each group if there are groups; nil for all.
    public var limit: Int?
    /// The most spellings of an entity; nil for all.
    public var aliasLimit: Int?

    public init(
      labels: Set<EntityLabel>? = nil, minimumCount: Int = 1, minimumDocuments: Int = 1,
      limit: Int? = nil, aliasLimit: Int? = nil
    ) {
      self.labels = labels
      self.minimumCount = minimumCount
      self.minimumDocuments = minimumDocuments
      self.limit = limit
      self.aliasLimit = aliasLimit
    }

    /// The rows of a table that are shown, and how many there are without the limit.
    public func rows(of table: EntityTable) -> (shown: [EntityRow], count: Int) {
      table.rows(
        minimumCount: minimumCount, minimumDocuments: minimumDocuments, labels: labels,
        limit: limit)
    }
  }

  /// The entities of a corpus.
  ///
  /// Columns: `rank`, `canonical`, `label`, `mentions`, `documents`, `firstDate`, `lastDate`, `aliases`
  /// (each spelling with its count, the commonest first), and `example` if the table keeps examples.
  ///
  /// - Parameters:
  ///   - table: The counts.
  ///   - selection: What is shown.
  ///   - metadata: What made the counts.
  public static func entities(
    of table: EntityTable, _ selection: EntitySelection = EntitySelection(),
    metadata: [MetadataField] = []
  ) -> Report {
    let (shown, count) = selection.rows(of: table)
    let hasExamples = shown.contains { $0.example != nil }
    return Report(
      title: "Entities", introduction: [size(of: [table])],
      columns: entityColumns + (hasExamples ? [.text("example", heading: "for example")] : []),
      rows: shown.enumerated().map { index, row in
        cells(of: row, rank: index + 1, selection)
          + (hasExamples ? [.optional(row.example)] : [])
      },
      notes: [ReportWording.shown(shown.count, of: count, "entity")], metadata: metadata)
  }

  /// The entities of each group of documents: a day, a source, a document.
  ///
  /// Columns: `group`, then those of a whole corpus without `example`.
  ///
  /// - Parameters:
  ///   - groups: The groups by name, in the order to show.
  ///   - heading: What a group is: `month`.
  ///   - selection: What is shown of each.
  ///   - notes: What else there is to say.
  ///   - metadata: What made the counts.
  public static func entities(
    ofEach groups: [(name: String, table: EntityTable)], heading: String,
    _ selection: EntitySelection = EntitySelection(), notes: [String] = [],
    metadata: [MetadataField] = []
  ) -> Report {
    var rows: [[ReportCell]] = []
    var allCount = 0
    for (name, table) in groups {
      let (shown, count) = selection.rows(of: table)
      allCount += count
      for (index, row) in shown.enumerated() {
        rows.append([.text(name)] + cells(of: row, rank: index + 1, selection))
      }
    }
    return Report(
      title: "Entities by \(heading)", introduction: [size(of: groups.map(\.table))],
      columns: [.text("group", heading: heading)] + entityColumns, rows: rows,
      notes: [ReportWording.shown(rows.count, of: allCount, "row")] + notes, metadata: metadata)
  }

  private static func size(of tables: [EntityTable]) -> String {
    "\(ReportWording.counted(tables.reduce(0) { $0 + $1.mentionCount }, "mention")) in "
      + "\(ReportWording.counted(tables.reduce(0) { $0 + $1.documentCount }, "document"))."
  }

  private static let entityColumns: [ReportColumn] = [
    .number("rank", heading: "#"), .text("canonical", heading: "entity"),
    .text("label", heading: "label"), .number("mentions", heading: "mentions"),
    .number("documents", heading: "documents"), .text("firstDate", heading: "first"),
    .text("lastDate", heading: "last"), .text("aliases", heading: "as written"),
  ]

  private static func cells(
    of row: EntityRow, rank: Int, _ selection: EntitySelection
  ) -> [ReportCell] {
    let aliases = row.aliases.prefix(selection.aliasLimit ?? row.aliases.count)
    let rest = row.aliases.count - aliases.count
    return [
      .integer(rank), .text(row.canonicalName), .text(row.label.rawValue),
      .integer(row.mentionCount), .integer(row.documentFrequency),
      .optional(row.firstDate?.description), .optional(row.lastDate?.description),
      .text(
        aliases.map { "\($0.text) \($0.count)" }.joined(separator: ", ")
          + (rest > 0 ? ", \(rest) more" : "")),
    ]
  }
}
