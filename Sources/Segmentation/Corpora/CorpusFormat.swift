/// The forms of annotated corpora.
public enum CorpusFormat: String, Sendable, CaseIterable {
  /// A sentence a line, words separated by white space.
  case segmented
  /// A sentence a line, `word/TAG` separated by white space. `_` is a space: inside a word, or alone
  /// between two. `[中国/ns 科学院/n]nt` is one name; `{…}` behind a word is a note on its sound.
  case tagged
  /// A word a line in ten columns (Universal Dependencies).
  case conllu
  /// A word a line: number, word, UPOS, XPOS, name (IOB2).
  case conll
  /// A word a line: number, word, name (IOB2), and what else there may be.
  case iob2
  /// A word a line: word, name (IOB2), canonical name; the form of `corpus/gold`.
  case gold

  /// Guesses the form of a corpus from its first lines.
  public static func detected(in text: some StringProtocol) -> CorpusFormat {
    var lines = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), maxSplits: 400) {
      let isComment = line.first == UInt8(ascii: "#")
      let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      if isComment, columns.count < 3 { continue }
      switch columns.count {
      case 10: return .conllu
      case 3 where !isNumber(columns[0]): return .gold
      case 5 where isNumber(columns[0]):
        return isNameTag(columns[2]) ? .iob2 : .conll
      case 3... where isNumber(columns[0]): return .iob2
      default: break
      }
      let words = line.split(separator: UInt8(ascii: " "))
      let tagged = words.count { word in
        guard let slash = word.firstIndex(of: UInt8(ascii: "/")) else { return false }
        return word.distance(from: slash, to: word.endIndex) > 1 && word.count > 2
      }
      if tagged * 10 >= words.count * 9, !words.isEmpty { return .tagged }
      lines += 1
      if lines == 20 { break }
    }
    return .segmented
  }

  private static func isNumber<Bytes: Collection<UInt8>>(_ column: Bytes) -> Bool {
    !column.isEmpty
      && column.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == 0x2D }
  }

  private static func isNameTag<Bytes: Collection<UInt8>>(_ column: Bytes) -> Bool {
    column.elementsEqual("O".utf8) || column.starts(with: "B-".utf8)
      || column.starts(with: "I-".utf8)
  }
}
