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
  /// The whole file is one page with what it shows (`.mht`); the page is read as `html`.
  case mhtml
  /// A table with a header: fields parted by commas (or semicolons or tabs), quoted as in RFC 4180.
  case csv
  /// The same, parted by tabs.
  case tsv
  /// The whole file is an RSS or Atom feed; each entry is a document.
  case feed

  /// Whether each row is a record of its own.
  var isTable: Bool { self == .csv || self == .tsv }

  /// The format a file name speaks for, through a `.gz` at its end; plain text if nothing is known.
  static func implied(byPath path: String) -> InputFormat {
    var name = path.lowercased()[...]
    if name.hasSuffix(".gz") { name = name.dropLast(3) }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonl }
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return .html }
    if name.hasSuffix(".mhtml") || name.hasSuffix(".mht") { return .mhtml }
    if name.hasSuffix(".csv") { return .csv }
    if name.hasSuffix(".tsv") || name.hasSuffix(".tab") { return .tsv }
    if name.hasSuffix(".rss") || name.hasSuffix(".atom") { return .feed }
    return .text
  }

  /// The format of a stream without a name: JSONL if the first line that is not blank begins with
  /// `{` and ends with `}` (or does not end at all within `bytes`), a feed if it is XML with the root of
  /// one, an archive if it begins with the header of one, otherwise plain text.
  static func implied(byContent bytes: [UInt8]) -> InputFormat {
    guard let first = bytes.firstIndex(where: { !ASCII.isWhiteSpace($0) }) else { return .text }
    if isFeed(bytes[first...]) { return .feed }
    guard bytes[first] == ASCII.openBrace else {
      return bytes.withUnsafeBufferPointer(MHTMLArchive.isArchive) ? .mhtml : .text
    }
    let line = bytes[first...].prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
    if line.endIndex == bytes.endIndex, bytes.count >= 1 << 20 { return .jsonl }
    let last = line.last { !ASCII.isWhiteSpace($0) }
    return last == ASCII.closeBrace ? .jsonl : .text
  }

  /// Whether XML begins here whose first element is that of a feed.
  static func isFeed(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.prefix(8 << 10)
    while let open = rest.firstIndex(where: { !ASCII.isWhiteSpace($0) }), rest[open] == ASCII.less {
      rest = rest[(open + 1)...]
      guard let first = rest.first else { return false }
      if first == UInt8(ascii: "?") || first == UInt8(ascii: "!") {
        // A declaration or a comment. (A comment may hold `>`; then this is no feed for us.)
        guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[(close + 1)...]
        continue
      }
      let name = rest.prefix { !ASCII.isWhiteSpace($0) && $0 != UInt8(ascii: ">") }
      return ["rss", "feed", "rdf:RDF"].contains(String(decoding: name, as: UTF8.self))
    }
    return false
  }
}
