public import Lexicons
internal import TextModel

/// The sentences of an annotated corpus, read one after the other.
///
/// ```swift
/// let corpus = try AnnotatedCorpus(path: "train.conllu")
/// try corpus.forEachSentence { print($0.words.map(\.text)) }
/// ```
public struct AnnotatedCorpus: Sendable {
  public let path: String
  public let format: CorpusFormat
  private let bytes: [UInt8]

  /// Reads a file.
  ///
  /// - Parameter format: The form of the file; nil to guess it.
  /// - Throws: `FileError` if it cannot be read.
  public init(path: String, format: CorpusFormat? = nil) throws(FileError) {
    let file = try MappedFile(path: path)
    let bytes = withExtendedLifetime(file) { Array(file.bytes) }
    self.init(path: path, bytes: bytes, format: format)
  }

  /// A corpus in memory; `path` is what errors call it.
  public init(path: String, bytes: [UInt8], format: CorpusFormat? = nil) {
    self.path = path
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.format =
      format
      ?? CorpusFormat.detected(in: String(decoding: bytes.prefix(1 << 16), as: UTF8.self))
  }

  /// The SHA-256 of the file, in hexadecimal digits.
  public var sha256: String { bytes.withUnsafeBytes { SHA256.hexadecimalDigest(of: $0) } }

  /// Calls `body` with each sentence that has a word.
  ///
  /// - Throws: `CorpusError` at the first line that is not of the form; whatever `body` throws.
  /// - Complexity: O(*n*); room for one sentence.
  public func forEachSentence(_ body: (AnnotatedSentence) throws -> Void) throws {
    var words: [AnnotatedWord] = []
    var number = 0
    func finish() throws {
      guard !words.isEmpty else { return }
      if format == .gold { Self.restoreSpaces(&words) }
      words[words.count - 1].isFollowedBySpace = false
      try body(AnnotatedSentence(words))
      words.removeAll(keepingCapacity: true)
    }
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let text = Substring(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      switch format {
      case .segmented:
        words = text.split(whereSeparator: \.isWhitespace).map { AnnotatedWord(String($0)) }
        try finish()
      case .tagged:
        words = try TaggedLine(text).words(path: path, line: number)
        try finish()
      case .conllu, .conll, .iob2, .gold:
        if text.allSatisfy(\.isWhitespace) {
          try finish()
        } else if let word = try row(text, number) {
          words.append(word)
        }
      }
    }
    try finish()
  }

  // MARK: A word a line

  private func row(_ text: Substring, _ line: Int) throws(CorpusError) -> AnnotatedWord? {
    let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
    if text.hasPrefix("#"), columns.count < 3 { return nil }
    let needed = format == .conllu ? 10 : format == .conll ? 5 : 3
    guard columns.count >= needed else {
      throw CorpusError(
        path: path, line: line,
        reason: "\(columns.count) columns where the form \(format.rawValue) has \(needed)")
    }
    if format == .gold {
      return AnnotatedWord(
        spaceless(columns[0]), name: try name(columns[1], line), isFollowedBySpace: false)
    }
    // A range (3-4) stands above its words, an empty node (5.1) has no characters.
    guard columns[0].allSatisfy(\.isNumber) else { return nil }
    var word = AnnotatedWord(spaceless(columns[1]))
    switch format {
    case .conllu:
      word.tag = String(columns[3])
      word.isFollowedBySpace =
        columns[9].split(separator: "|").contains("SpaceAfter=Yes")
    case .conll:
      word.tag = String(columns[2])
      word.name = try name(columns[4], line)
    default:
      word.name = try name(columns[2], line)
    }
    word.partOfSpeech = word.tag.flatMap { TagMap.partOfSpeech(of: $0) }
    return word
  }

  /// The form says nothing of white space, but only white space divides two Latin words or numbers.
  private static func restoreSpaces(_ words: inout [AnnotatedWord]) {
    func isAlphanumeric(_ character: Character?) -> Bool {
      character.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false
    }
    for index in words.indices.dropLast()
    where isAlphanumeric(words[index].text.last) && isAlphanumeric(words[index + 1].text.first) {
      words[index].isFollowedBySpace = true
    }
  }

  private func spaceless(_ text: Substring) -> String { String(text.filter { !$0.isWhitespace }) }

  private func name(
    _ tag: Substring, _ line: Int
  ) throws(CorpusError) -> AnnotatedWord.NamePart? {
    if tag == "O" || tag == "_" { return nil }
    guard tag.count > 2, tag.hasPrefix("B-") || tag.hasPrefix("I-") else {
      throw CorpusError(
        path: path, line: line, reason: "'\(tag)' is no name tag (O, B-PER, I-PER …)")
    }
    return AnnotatedWord.NamePart(
      EntityLabel(rawValue: String(tag.dropFirst(2))), isFirst: tag.hasPrefix("B-"))
  }
}
