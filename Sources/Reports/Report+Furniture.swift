extension Report {
  /// The lines that stand in many articles of a pile.
  ///
  /// Columns: `documents`, `line`. As TSV it is a list that can be read again.
  public static func furniture(_ lines: [(text: String, documentCount: Int)]) -> Report {
    Report(
      title: "Lines that stand in many articles",
      columns: [.number("documents", heading: "documents"), .text("line", heading: "line")],
      rows: lines.map { [.integer($0.documentCount), .text($0.text)] },
      notes: lines.isEmpty ? ["No line stands in enough articles."] : [])
  }
}
