/// What a page's JSON-LD says of its article.
struct StructuredData {
  private(set) var title: String?
  private(set) var date: String?
  private(set) var source: String?
  private(set) var author: String?

  private static let maximumDepth = 64

  /// Reads a script's body; what is no JSON says nothing.
  mutating func read(_ script: UnsafeBufferPointer<UInt8>) {
    var scanner = JSONScanner(script)
    _ = try? value(&scanner, name: nil, owner: nil, depth: 0)
  }

  /// Reads a value; the name that it has, and that of the object around it, say what it is.
  private mutating func value(
    _ scanner: inout JSONScanner, name: String?, owner: String?, depth: Int
  ) throws(JSONFault) {
    switch scanner.peek() {
    case ASCII.openBrace where depth < Self.maximumDepth:
      _ = scanner.skip(ASCII.openBrace)
      if scanner.skip(ASCII.closeBrace) { return }
      repeat {
        let key = String(decoding: try scanner.string().bytes, as: UTF8.self)
        try scanner.expect(ASCII.colon)
        try value(&scanner, name: key, owner: name, depth: depth + 1)
      } while scanner.skip(ASCII.comma)
      try scanner.expect(ASCII.closeBrace)
    case ASCII.openBracket where depth < Self.maximumDepth:
      _ = scanner.skip(ASCII.openBracket)
      if scanner.skip(ASCII.closeBracket) { return }
      repeat {
        try value(&scanner, name: name, owner: owner, depth: depth + 1)
      } while scanner.skip(ASCII.comma)
      try scanner.expect(ASCII.closeBracket)
    case ASCII.quote:
      note(String(decoding: try scanner.string().bytes, as: UTF8.self), name: name, owner: owner)
    default: _ = try scanner.skipValue()
    }
  }

  private mutating func note(_ text: String, name: String?, owner: String?) {
    guard !text.isEmpty else { return }
    switch (name, owner) {
    case ("headline", _): title = title ?? text
    case ("datePublished", _), ("pubDate", _): date = date ?? text
    case ("author", _), ("name", "author"): author = author ?? text
    case ("publisher", _), ("name", "publisher"), ("name", "sourceOrganization"):
      source = source ?? text
    default: break
    }
  }
}
