public import Statistics

/// Entities as lines of a user's dictionary, `alias ⇥ canonical ⇥ label`, each entity under a comment that
/// says how often it was met and gives an example: to be read, corrected and kept.
public enum EntityCandidates {
  /// The lines of the entities, in their order.
  public static func text(of rows: [EntityRow]) -> String {
    var lines: [String] = []
    for row in rows {
      let example = row.example.map { ": \(cell($0))" } ?? ""
      lines.append(
        "# \(ReportWording.counted(row.mentionCount, "mention")) in "
          + "\(ReportWording.counted(row.documentFrequency, "document"))\(example)")
      for alias in row.aliases {
        lines.append("\(cell(alias.text))\t\(cell(row.canonicalName))\t\(row.label)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A name may be written over two lines, and its context may hold tabs.
  private static func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
