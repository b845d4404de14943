public import TextModel

extension Report {
  /// What was read of a document, and what was cut: the lines of both in the order of the page.
  ///
  /// Columns: `line` (a number), `part` (`text`, or the reason of a cut), `text`.
  public static func reading(of document: Document, metadata: [MetadataField] = []) -> Report {
    var rows: [[ReportCell]] = []
    var keptCount = 0
    var keptCharacters = 0
    func add(_ part: String, _ text: some StringProtocol) {
      rows.append([.integer(rows.count + 1), .text(part), .text(String(text))])
    }
    var cuts = document.cutLines[...]
    var position = 0
    for line in document.text.split(separator: "\n", omittingEmptySubsequences: false) {
      while let cut = cuts.first, cut.position <= position {
        add(cut.reason.rawValue, cut.text)
        cuts.removeFirst()
      }
      position += line.utf8.count + 1
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      add("text", line)
      keptCount += 1
      keptCharacters += line.count
    }
    for cut in cuts { add(cut.reason.rawValue, cut.text) }
    let fields: [(String, String?)] =
      [
        ("title", document.title), ("date", document.date?.description),
        ("source", document.source),
        ("url", document.url),
      ] + document.metadata.map { ($0.name, $0.value) }
    let cutCharacters = document.cutLines.reduce(0) { $0 + $1.text.count }
    return Report(
      title: document.id,
      introduction: fields.compactMap { name, value in value.map { "\(name): \($0)" } },
      columns: [
        .number("line", heading: "#"), .text("part", heading: "part"),
        .text("text", heading: "text"),
      ],
      rows: rows,
      notes: [
        "Kept \(ReportWording.counted(keptCount, "line")) of "
          + "\(ReportWording.counted(keptCharacters, "character")); cut "
          + "\(ReportWording.counted(document.cutLines.count, "line")) of "
          + "\(ReportWording.counted(cutCharacters, "character"))."
      ],
      metadata: metadata)
  }
}
