public import TextModel

/// A user's own words and names: they win over the model and the built-in dictionaries.
///
/// A file has one entry a line, with cells separated by tabs; `#` begins a comment line:
/// - `word`
/// - `word ⇥ POS` (a UPOS tag)
/// - `alias ⇥ canonical ⇥ label`, or the five cells of a gazetteer row
///
/// Entries may mix scripts, digits, marks and single spaces: `GPT-4o`, `B站`, `冯·诺伊曼`, `智谱 AI`.
public struct UserDictionary: Hashable, Sendable {
  public private(set) var entries: [Entry] = []
  /// What is odd about the files: entries that can never match, entries given twice.
  public private(set) var warnings: [String] = []
  /// The words, numbered as `entries` are.
  private var words = StringTable()

  /// One entry.
  public struct Entry: Hashable, Sendable {
    public var word: String
    public var partOfSpeech: PartOfSpeech
    /// The entity that the word names, if it names one.
    public var name: GazetteerRow?
  }

  public init() {}

  /// A dictionary of plain words.
  public init(words: [String]) {
    for word in words { add(Entry(word: word, partOfSpeech: .noun, name: nil), at: "-") }
  }

  /// Reads a file and adds its entries.
  ///
  /// - Throws: `FileError`, or `LexiconError.badRow` for a line that is none of the forms.
  public mutating func read(path: String) throws {
    try add(text: try FileAccess.text(at: path), path: path)
  }

  /// Adds the entries of a text in the form of a file.
  public mutating func add(text: String, path: String) throws(LexiconError) {
    var number = 0
    for line in Self.lines(of: text) {
      number += 1
      if line.utf8.first == UInt8(ascii: "#") || line.allSatisfy(\.isWhitespace) { continue }
      var cells = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { Substring($0) }
      if number == 1, cells.map(String.init) == GazetteerRow.columns { continue }
      if let reason = Self.reasonNeverMatching(cells[0]) {
        warnings.append("\(path):\(number): '\(cells[0])' can never match: \(reason)")
        continue
      }
      switch cells.count {
      case 1:
        add(Entry(word: String(cells[0]), partOfSpeech: .noun, name: nil), at: "\(path):\(number)")
      case 2:
        guard let partOfSpeech = PartOfSpeech(tag: cells[1]) else {
          throw .badRow(
            path: path, line: number,
            reason:
              "'\(cells[1])' is no UPOS tag (a name needs three cells: alias, canonical, label)")
        }
        add(
          Entry(word: String(cells[0]), partOfSpeech: partOfSpeech, name: nil),
          at: "\(path):\(number)")
      case 3, 5:
        if cells.count == 3 { cells += ["-", "-"] }
        do throws(GazetteerRow.Fault) {
          guard !cells[1].isEmpty, !cells[2].isEmpty else {
            throw GazetteerRow.Fault(reason: "an empty cell")
          }
          let name = try GazetteerRow(cells: cells)
          add(
            Entry(word: name.alias, partOfSpeech: .properNoun, name: name),
            at: "\(path):\(number)")
        } catch {
          throw .badRow(path: path, line: number, reason: error.reason)
        }
      default:
        throw .badRow(
          path: path, line: number,
          reason:
            "\(cells.count) cells; an entry has 1 (word), 2 (word, POS), 3 (alias, canonical, "
            + "label) or 5")
      }
    }
  }

  /// The lines. By bytes where they serve: to find the characters of a million names takes a second.
  private static func lines(of text: String) -> [Substring] {
    if text.utf8.contains(UInt8(ascii: "\r")) {
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  private mutating func add(_ entry: Entry, at place: @autoclosure () -> String) {
    let index = words.number(of: entry.word)
    guard index < entries.count else { return entries.append(entry) }
    if entries[index] != entry {
      warnings.append("\(place()): '\(entry.word)' was given before; the later entry holds")
    }
    entries[index] = entry
  }

  /// Why an entry can match no text, or nil if it can.
  static func reasonNeverMatching(_ word: Substring) -> String? {
    // The usual case: Chinese characters alone (U+4000 to U+9FFF).
    let isPlain = word.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.count > 2 && (0xE4...0xE9).contains(bytes[0])
        && (0xE4...0xE9).contains(bytes[bytes.count - 3]) && bytes.allSatisfy { $0 > 0x7F }
    }
    if isPlain == true { return nil }
    guard let first = word.unicodeScalars.first, let last = word.unicodeScalars.last else {
      return "it is empty"
    }
    if first.properties.isWhitespace || last.properties.isWhitespace {
      return "it begins or ends with white space"
    }
    if word.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return "it holds a control character"
    }
    if first.properties.isGraphemeExtend {
      return "it begins with a mark that belongs to the character before"
    }
    return nil
  }
}
