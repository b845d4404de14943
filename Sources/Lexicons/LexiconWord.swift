public import TextModel

/// A row of a word list: the word, how often it occurs, and its commonest class.
public struct LexiconWord: Hashable, Sendable {
  public var word: String
  public var count: Int
  public var partOfSpeech: PartOfSpeech

  public init(word: String, count: Int, partOfSpeech: PartOfSpeech) {
    self.word = word
    self.count = count
    self.partOfSpeech = partOfSpeech
  }

  static let columns = ["word", "count", "pos"]

  static func rows(of table: Table) throws(LexiconError) -> [LexiconWord] {
    var words: [LexiconWord] = []
    words.reserveCapacity(table.rows.count)
    for row in table.rows {
      guard let count = Int(row.cells[1]), count > 0 else {
        throw table.error(at: row, "the count '\(row.cells[1])' is not a positive number")
      }
      guard let partOfSpeech = PartOfSpeech(tag: row.cells[2]) else {
        throw table.error(at: row, "'\(row.cells[2])' is no UPOS tag")
      }
      words.append(
        LexiconWord(word: String(row.cells[0]), count: count, partOfSpeech: partOfSpeech))
    }
    return words
  }
}
