/// A text table of the dictionaries: UTF-8, tab-separated, with a header row, LF line ends.
///
/// Reading is strict: a row that breaks the rules is an error that names its line, so that a slip in
/// a dictionary cannot go unseen.
public struct Table: Sendable {
  public let path: String
  public let columns: [String]
  public let rows: [Row]

  /// One row, with the number of its line, counted from 1.
  public struct Row: Sendable {
    public let line: Int
    public let cells: [Substring]
  }

  /// Parses a table.
  ///
  /// - Parameters:
  ///   - expected: The names that the header row must have, in order.
  ///   - requiresOrder: Whether the rows must be sorted by their first cell, in code point order.
  /// - Throws: `LexiconError.badRow` for a wrong header, a wrong number of cells, an empty cell, white
  ///   space around a cell, or a row out of order.
  public init(
    path: String, text: String, columns expected: [String], requiresOrder: Bool = true
  ) throws(LexiconError) {
    self.path = path
    columns = expected
    var rows: [Row] = []
    var previous: Substring?
    var line = 0
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      if content.isEmpty { continue }
      let cells = content.split(separator: "\t", omittingEmptySubsequences: false)
      if line == 1 {
        guard cells.map(String.init) == expected else {
          throw .badRow(
            path: path, line: 1,
            reason: "the header must be: \(expected.joined(separator: " ⇥ "))")
        }
        continue
      }
      guard cells.count == expected.count else {
        throw .badRow(
          path: path, line: line,
          reason: "\(cells.count) cells where \(expected.count) belong")
      }
      for (cell, name) in zip(cells, expected) {
        guard let first = cell.unicodeScalars.first, let last = cell.unicodeScalars.last else {
          throw .badRow(path: path, line: line, reason: "the cell '\(name)' is empty")
        }
        if first.properties.isWhitespace || last.properties.isWhitespace {
          throw .badRow(
            path: path, line: line, reason: "white space around the cell '\(name)'")
        }
      }
      if requiresOrder, let previous,
        !previous.unicodeScalars.lexicographicallyPrecedes(
          cells[0].unicodeScalars)
      {
        throw .badRow(
          path: path, line: line,
          reason: "'\(cells[0])' must come before '\(previous)' and only once")
      }
      previous = cells[0]
      rows.append(Row(line: line, cells: cells))
    }
    self.rows = rows
  }

  /// An error that names a row.
  public func error(at row: Row, _ reason: String) -> LexiconError {
    .badRow(path: path, line: row.line, reason: reason)
  }
}
