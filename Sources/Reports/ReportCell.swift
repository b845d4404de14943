/// A value of a report.
public enum ReportCell: Sendable, Hashable {
  case text(String)
  case integer(Int)
  /// Rounded for people by the column's format; written in full for programs.
  case number(Double)
  /// No value: an empty field, `null` in JSON.
  case empty
}

extension ReportCell {
  /// The text, or no value.
  static func optional(_ text: String?) -> ReportCell { text.map(ReportCell.text) ?? .empty }

  /// The number, or no value.
  static func optional(_ integer: Int?) -> ReportCell { integer.map(ReportCell.integer) ?? .empty }

  /// The number, or no value.
  static func optional(_ number: Double?) -> ReportCell { number.map(ReportCell.number) ?? .empty }
}
