/// The form in which a report is written. Raw values are the words of the command line.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  /// For people: as `table`, but no cell is ever shortened.
  case text
  /// For people: aligned by display width, fitted to the terminal.
  case table
  /// For programs: tab-separated values with a header row.
  case tsv
  /// For programs: comma-separated values with a header row (RFC 4180).
  case csv
  /// For programs: one JSON object, with metadata, notes and rows.
  case json
  /// For programs: JSON Lines, one object a row.
  case jsonl

  /// Whether people read it: numbers are rounded and charts drawn.
  public var isForPeople: Bool { self == .text || self == .table }
}
