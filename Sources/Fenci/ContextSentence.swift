internal import Lexicons

/// A sentence with an ambiguous name, and what the name means there: what `ContextTrainer` learns from.
///
/// In a file, a line each: the name ⇥ `entity` or `common` ⇥ the sentence, in which `[[` and `]]` enclose the
/// name.
public struct ContextSentence: Hashable, Sendable {
  public var name: String
  public var isEntity: Bool
  public var text: String
  /// Where the name begins in the text, in bytes.
  public var start: UInt32

  public static let columns = ["alias", "meaning", "text"]

  /// The sentences of a file.
  ///
  /// - Throws: `FileError`; `LexiconError.badRow` at a line that is not of the form.
  public static func sentences(path: String) throws -> [ContextSentence] {
    var sentences: [ContextSentence] = []
    let lines = try FileAccess.text(at: path).split(separator: "\n")
    for (number, line) in lines.enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if number == 0, cells.map(String.init) == columns { continue }
      guard cells.count == 3, let sentence = ContextSentence(cells: cells) else {
        throw LexiconError.badRow(
          path: path, line: number + 1,
          reason: "not name, 'entity' or 'common', and a sentence with the name in [[…]]")
      }
      sentences.append(sentence)
    }
    return sentences
  }

  private init?(cells: [Substring]) {
    guard cells[1] == "entity" || cells[1] == "common",
      let range = cells[2].firstRange(of: "[[\(cells[0])]]")
    else { return nil }
    name = String(cells[0])
    isEntity = cells[1] == "entity"
    let before = cells[2][..<range.lowerBound]
    start = UInt32(before.utf8.count)
    text = String(before + cells[0] + cells[2][range.upperBound...])
  }
}
