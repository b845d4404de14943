import TextModel

/// A result as people and programs read it: a table with what is needed to judge it.
public struct Report: Sendable, Hashable {
  public var title: String
  /// Lines above the table: what was counted.
  public var introduction: [String]
  public var columns: [ReportColumn]
  /// The rows; each has a cell for each column.
  public var rows: [[ReportCell]]
  /// Lines below the table: methods, and what was left out.
  public var notes: [String]
  /// What made the result (versions, hashes, options …), in order. Only `json` shows it.
  public var metadata: [MetadataField]

  public init(
    title: String, introduction: [String] = [], columns: [ReportColumn], rows: [[ReportCell]],
    notes: [String] = [], metadata: [MetadataField] = []
  ) {
    self.title = title
    self.introduction = introduction
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.metadata = metadata
  }

  /// The report in a format, with a newline at the end (CSV ends its lines with CR LF).
  ///
  /// - Parameters:
  ///   - format: The format. `text` and `table` show the title, the notes and rounded numbers; `json`
  ///     shows everything; `tsv`, `csv` and `jsonl` show the rows alone.
  ///   - width: The columns of the terminal, to which `table` shortens long text; nil for no limit.
  ///   - style: How `text` and `table` look.
  /// - Precondition: every row has a cell for each column.
  public func rendered(
    as format: ReportFormat, width: Int? = nil, style: ReportStyle = .plain
  ) -> String {
    precondition(
      rows.allSatisfy { $0.count == columns.count }, "every row has a cell for each column")
    switch format {
    case .text: return TableRenderer(width: nil, style: style).text(of: self)
    case .table: return TableRenderer(width: width, style: style).text(of: self)
    case .tsv: return DelimitedRenderer.tsv(self)
    case .csv: return DelimitedRenderer.csv(self)
    case .json: return JSONRenderer.json(self)
    case .jsonl: return JSONRenderer.jsonLines(self)
    }
  }

  /// The indices of the columns that a format shows.
  func shownColumns(in format: ReportFormat) -> [Int] {
    columns.indices.filter { columns[$0].isShown(in: format) }
  }
}
