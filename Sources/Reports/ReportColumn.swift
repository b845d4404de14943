/// A column of a report.
public struct ReportColumn: Sendable, Hashable {
  /// Who gets to see a column.
  public enum Audience: Sendable, Hashable {
    case everyone
    /// Charts and the like: left out of TSV, CSV and JSON.
    case people
    /// Left out of tables.
    case programs
  }

  /// On which side values stand in a table.
  public enum Alignment: Sendable, Hashable {
    case leading
    case trailing
  }

  /// What programs call the column: a key of JSON, a field of the header row. Stable.
  public var name: String
  /// What people read above the column.
  public var heading: String
  public var alignment: Alignment
  public var format: NumberFormat
  public var audience: Audience
  /// Whether a table may leave the column out where the terminal is too narrow.
  public var isDispensable = false

  /// The column, such that a table may leave it out where the terminal is too narrow.
  public var dispensable: ReportColumn {
    var column = self
    column.isDispensable = true
    return column
  }

  /// A column of numbers, which stand at the trailing side.
  public static func number(
    _ name: String, heading: String, format: NumberFormat = .grouped,
    audience: Audience = .everyone
  ) -> ReportColumn {
    ReportColumn(
      name: name, heading: heading, alignment: .trailing, format: format, audience: audience)
  }

  /// A column of text.
  public static func text(
    _ name: String, heading: String, audience: Audience = .everyone
  ) -> ReportColumn {
    ReportColumn(
      name: name, heading: heading, alignment: .leading, format: .grouped, audience: audience)
  }

  public init(
    name: String, heading: String, alignment: Alignment, format: NumberFormat = .grouped,
    audience: Audience = .everyone
  ) {
    self.name = name
    self.heading = heading
    self.alignment = alignment
    self.format = format
    self.audience = audience
  }

  /// Whether a format shows the column.
  func isShown(in format: ReportFormat) -> Bool {
    switch audience {
    case .everyone: true
    case .people: format.isForPeople
    case .programs: !format.isForPeople
    }
  }
}
