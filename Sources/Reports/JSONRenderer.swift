import TextModel

/// Writes reports as JSON, numbers in full.
enum JSONRenderer {
  /// One object: `title`, `metadata`, `introduction`, `notes`, `columns` (their names) and `rows`, an
  /// object a row, one to a line.
  static func json(_ report: Report) -> String {
    let shown = report.shownColumns(in: .json)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("title")
    writer.value(report.title)
    writer.key("metadata")
    writer.beginObject()
    for field in report.metadata {
      writer.key(field.name)
      if field.isJSON { writer.raw(field.value) } else { writer.value(field.value) }
    }
    writer.endObject()
    write("introduction", report.introduction, to: &writer)
    write("notes", report.notes, to: &writer)
    write("columns", shown.map { report.columns[$0].name }, to: &writer)
    writer.key("rows")
    writer.beginArray()
    for row in report.rows {
      writer.newlineBeforeValue()
      write(row, of: report, columns: shown, to: &writer)
    }
    writer.newline()
    writer.endArray()
    writer.endObject()
    writer.newline()
    return writer.text
  }

  /// JSON Lines: an object a row, and nothing else.
  static func jsonLines(_ report: Report) -> String {
    let shown = report.shownColumns(in: .jsonl)
    var writer = JSONWriter()
    for row in report.rows {
      write(row, of: report, columns: shown, to: &writer)
      writer.newline()
    }
    return writer.text
  }

  private static func write(_ name: String, _ lines: [String], to writer: inout JSONWriter) {
    writer.key(name)
    writer.beginArray()
    for line in lines { writer.value(line) }
    writer.endArray()
  }

  private static func write(
    _ row: [ReportCell], of report: Report, columns: [Int], to writer: inout JSONWriter
  ) {
    writer.beginObject()
    for column in columns {
      writer.key(report.columns[column].name)
      switch row[column] {
      case .text(let text): writer.value(text)
      case .integer(let number): writer.value(number)
      case .number(let number): writer.value(number)
      case .empty: writer.null()
      }
    }
    writer.endObject()
  }
}
