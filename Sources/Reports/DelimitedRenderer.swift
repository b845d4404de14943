/// Writes reports as TSV and CSV: the header row and the rows, numbers in full.
enum DelimitedRenderer {
  /// Tab-separated values, one line a row, lines ended by LF. In a field, a tab is written `\t`, LF `\n`,
  /// CR `\r` and a backslash `\\`, as PostgreSQL's COPY does, so that a row is always one line and
  /// nothing is lost.
  static func tsv(_ report: Report) -> String {
    text(of: report, separator: "\t", lineEnd: "\n") { field in
      let special: Set<Unicode.Scalar> = ["\t", "\n", "\r", "\\"]
      guard field.unicodeScalars.contains(where: special.contains) else { return field }
      var escaped = String.UnicodeScalarView()
      for scalar in field.unicodeScalars {
        switch scalar {
        case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
        case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
        case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
        case "\\": escaped.append(contentsOf: "\\\\".unicodeScalars)
        default: escaped.append(scalar)
        }
      }
      return String(escaped)
    }
  }

  /// Comma-separated values after RFC 4180: lines ended by CR LF; a field with a comma, a quotation mark
  /// or a line end is quoted, and quotation marks in it are doubled. Nothing else is changed: a field
  /// that a spreadsheet would take for a formula stays as it is.
  static func csv(_ report: Report) -> String {
    text(of: report, separator: ",", lineEnd: "\r\n") { field in
      let special: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
      guard field.unicodeScalars.contains(where: special.contains) else { return field }
      var quoted = String.UnicodeScalarView("\"".unicodeScalars)
      for scalar in field.unicodeScalars {
        if scalar == "\"" { quoted.append(scalar) }
        quoted.append(scalar)
      }
      quoted.append("\"")
      return String(quoted)
    }
  }

  private static func text(
    of report: Report, separator: String, lineEnd: String, escape: (String) -> String
  ) -> String {
    let shown = report.shownColumns(in: .tsv)
    var output = shown.map { escape(report.columns[$0].name) }.joined(separator: separator)
    output += lineEnd
    for row in report.rows {
      for (position, column) in shown.enumerated() {
        if position > 0 { output += separator }
        output += escape(field(row[column]))
      }
      output += lineEnd
    }
    return output
  }

  private static func field(_ cell: ReportCell) -> String {
    switch cell {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? number.description : ""
    case .empty: ""
    }
  }
}
