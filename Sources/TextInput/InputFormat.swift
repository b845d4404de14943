/// How the records of an input file are written. Raw values are what `--input` takes.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
  /// Decided file by file: by the extension, or for standard input by the first line.
  case auto
  /// The whole file is one document; it may begin with front matter.
  case text
  /// Each line that is not blank is a document.
  case lines
  /// Each line is a JSON object with a field `text`.
  case jsonl
  /// The whole file is one HTML page, of which the article is taken.
  case html

  /// The format a file name speaks for, through a `.gz` at its end; plain text if nothing is known.
  static func implied(byPath path: String) -> InputFormat {
    var name = path.lowercased()[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonl }
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return .html }
    return .text
  }

  /// The format of a stream without a name: JSONL if the first line that is not blank begins with
  /// `{` and ends with `}` (or does not end at all within `bytes`), otherwise plain text.
  static func implied(byContent bytes: [UInt8]) -> InputFormat {
    guard let first = bytes.firstIndex(where: { !ASCII.isWhiteSpace($0) }),
      bytes[first] == ASCII.openBrace
    else { return .text }
    let line = bytes[first...].prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
    if line.endIndex == bytes.endIndex, bytes.count >= 1 << 20 { return .jsonl }
    let last = line.last { !ASCII.isWhiteSpace($0) }
    return last == ASCII.closeBrace ? .jsonl : .text
  }
}
