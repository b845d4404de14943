/// How many documents of a large collection hold each word: what is usual, to see what is not.
public struct BackgroundTable: Hashable, Sendable {
  /// The collection's name and version, for reports.
  public var name: String
  /// The number of documents of the collection.
  public var documentCount: Int
  /// For each word the number of documents that hold it.
  public var documentFrequencies: [String: Int]

  static let columns = ["term", "documents"]

  /// Makes a table from rows `term ⇥ documents`.
  init(name: String, documentCount: Int, table: Table) throws(LexiconError) {
    self.name = name
    self.documentCount = documentCount
    documentFrequencies = [:]
    documentFrequencies.reserveCapacity(table.rows.count)
    for row in table.rows {
      guard let count = Int(row.cells[1]), count > 0, count <= documentCount else {
        throw table.error(
          at: row, "'\(row.cells[1])' is no number from 1 to \(documentCount)")
      }
      documentFrequencies[String(row.cells[0])] = count
    }
  }

  /// The form in a compiled file: a line `name ⇥ documents`, then the rows.
  func compiledText() -> String {
    var text = "\(name)\t\(documentCount)\n"
    for (term, count) in documentFrequencies.sorted(by: { $0.key < $1.key }) {
      text += "\(term)\t\(count)\n"
    }
    return text
  }

  init(compiled text: String) {
    name = ""
    documentCount = 0
    documentFrequencies = [:]
    for (index, line) in text.split(separator: "\n").enumerated() {
      guard let tab = line.utf8.lastIndex(of: UInt8(ascii: "\t")),
        let count = Int(line[line.utf8.index(after: tab)...])
      else { continue }
      if index == 0 {
        name = String(line[..<tab])
        documentCount = count
      } else {
        documentFrequencies[String(line[..<tab])] = count
      }
    }
  }
}
