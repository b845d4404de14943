public import TextModel

extension MetadataField {
  /// The value as people read it: a JSON string without its quotation marks and escapes, anything else
  /// as the input wrote it; nil for JSON's null and for an empty value.
  public var text: String? {
    if value.isEmpty || isJSON && value == "null" { return nil }
    guard isJSON, value.utf8.first == ASCII.quote else { return value }
    var json = value
    let bytes = json.withUTF8 { utf8 in
      var scanner = JSONScanner(utf8)
      return try? scanner.string().bytes
    }
    guard let bytes, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
