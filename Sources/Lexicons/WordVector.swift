internal import FoundationEssentials

/// A row of the table of word vectors: where a word stands among the words that it keeps company with.
public struct WordVector: Hashable, Sendable {
  public var word: String
  /// The components, scaled so that the length is the weight of the word (common words are short).
  public var components: [Int8]

  public static let columns = ["word", "vector"]

  public init(word: String, components: [Int8]) {
    self.word = word
    self.components = components
  }

  static func rows(of table: Table) throws(LexiconError) -> [WordVector] {
    var rows: [WordVector] = []
    for row in table.rows {
      guard let bytes = Data(base64Encoded: String(row.cells[1])), !bytes.isEmpty else {
        throw table.error(at: row, "the vector is not in Base64")
      }
      if let first = rows.first, first.components.count != bytes.count {
        throw table.error(
          at: row, "\(bytes.count) components where others have \(first.components.count)")
      }
      rows.append(
        WordVector(
          word: String(row.cells[0]), components: bytes.map { Int8(bitPattern: $0) }))
    }
    return rows
  }
}
