internal import TextModel

extension DocumentParser {
  /// Reads one JSON object. Its `text` is the document; what Fenci does not use passes through.
  func parseJSON(_ line: UnsafeBufferPointer<UInt8>, in context: inout ParseContext) {
    var fields: [JSONField] = []
    do throws(JSONFault) {
      fields = try Self.fields(of: line)
    } catch {
      context.fail("not valid JSON: column \(error.offset + 1): \(error.message)")
      return
    }
    let names = options.fieldNames
    let textName = names.name(of: .text)
    guard let text = fields.last(where: { $0.name == textName }) else {
      context.fail("no field \"\(textName)\"")
      return
    }
    guard text.kind == .string else {
      context.fail("\"\(textName)\" is not a string")
      return
    }
    var document = Document(id: context.recordID, text: context.string(of: text))
    for field in fields {
      let own = names.field(of: field.name)
      if own != nil, field.kind == .null { continue }
      switch own {
      case .text: break
      case .id: document.id = context.label(field) ?? document.id
      case .title: document.title = context.label(field) ?? document.title
      case .source: document.source = context.label(field) ?? document.source
      case .url: document.url = context.label(field) ?? document.url
      case .date: document.date = context.date(field)
      case nil where !names.passesThrough(field.name): break
      case nil:
        document.metadata.append(
          MetadataField(name: field.name, value: context.source(of: field), isJSON: true))
      }
    }
    document.metadata.sortByName()
    document.metadata.keepLastOfEachName()
    if options.extraction == .strict { extractArticle(of: &document) }
    document.date = document.date ?? context.pathDate
    context.add(document)
  }

  private static func fields(
    of line: UnsafeBufferPointer<UInt8>
  ) throws(JSONFault) -> [JSONField] {
    var scanner = JSONScanner(line)
    guard scanner.skip(ASCII.openBrace) else {
      throw JSONFault(offset: scanner.position, message: "an object is due here")
    }
    var fields: [JSONField] = []
    if !scanner.skip(ASCII.closeBrace) {
      repeat {
        let name = try scanner.string()
        try scanner.expect(ASCII.colon)
        _ = scanner.peek()
        let start = scanner.position
        let kind = try scanner.skipValue()
        fields.append(
          JSONField(
            name: String(decoding: name.bytes, as: UTF8.self), kind: kind,
            bytes: UnsafeBufferPointer(rebasing: line[start..<scanner.position])))
      } while scanner.skip(ASCII.comma)
      try scanner.expect(ASCII.closeBrace)
    }
    try scanner.finish()
    return fields
  }
}

/// A field of a JSON object, its value not yet decoded.
private struct JSONField {
  var name: String
  var kind: JSONScanner.Kind
  /// The value as it is written.
  var bytes: UnsafeBufferPointer<UInt8>
}

extension ParseContext {
  /// The value as the input wrote it.
  fileprivate mutating func source(of field: JSONField) -> String { string(field.bytes) }

  /// The string a field holds.
  fileprivate mutating func string(of field: JSONField) -> String {
    // Most strings have no escape: what stands between the quotation marks is the text.
    let inner = UnsafeBufferPointer(rebasing: field.bytes[1..<field.bytes.count - 1])
    if BlockCutter.first(ASCII.backslash, in: inner, from: 0) == nil { return string(inner) }
    var scanner = JSONScanner(field.bytes)
    guard let text = try? scanner.string() else { return "" }
    if text.loneSurrogateCount > 0 {
      let count = text.loneSurrogateCount
      warn(
        "\"\(field.name)\": half a surrogate pair, replaced by U+FFFD "
          + "(\(count) \(count == 1 ? "place" : "places"))")
    }
    var bytes = text.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if let valid = String(validating: bytes, as: UTF8.self) { return valid }
    // The warning tells the place in the file, where the escapes are still there.
    _ = string(inner)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A short text: a string, or a number as it is written; nil with a warning for anything else.
  fileprivate mutating func label(_ field: JSONField) -> String? {
    switch field.kind {
    case .string: return string(of: field)
    case .number: return source(of: field)
    default:
      warn("\"\(field.name)\" is not a string; left out")
      return nil
    }
  }

  fileprivate mutating func date(_ field: JSONField) -> CalendarDate? {
    let date: CalendarDate?
    let written: String
    switch field.kind {
    case .string:
      written = string(of: field)
      // An empty string says that there is no date; it is not a wrong one.
      if written.isEmpty { return nil }
      date = DateReader.date(in: written)
    case .number:
      written = source(of: field)
      date = DateReader.date(inNumber: written)
    default:
      written = source(of: field)
      date = nil
    }
    if date == nil { warnOfDate(written) }
    return date
  }
}
