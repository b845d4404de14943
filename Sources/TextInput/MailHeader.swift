internal import ICU

/// The header of a mail message, or of a part of one (RFC 5322): lines `Name: value`.
struct MailHeader {
  private var fields: [(name: String, value: String)] = []
  /// Where the body begins.
  private(set) var end = 0

  /// - Complexity: O(*n*) in the length of the header. Lines that are none are passed over.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < bytes.count {
      let next = (BlockCutter.first(ASCII.lineFeed, in: bytes, from: place) ?? bytes.count - 1) + 1
      var last = next
      while last > place, ASCII.isWhiteSpace(bytes[last - 1]) { last -= 1 }
      let line = UnsafeBufferPointer(rebasing: bytes[place..<last])
      place = next
      if line.isEmpty {
        // Blank lines before the first field are nothing.
        if fields.isEmpty { continue }
        break
      }
      if ASCII.isWhiteSpace(line[0]) {
        if let open = fields.indices.last {
          fields[open].value += " " + Self.trimmed(line[...])
        }
      } else if let colon = BlockCutter.first(ASCII.colon, in: line, from: 0) {
        fields.append(
          (
            String(decoding: line[..<colon], as: UTF8.self).lowercased(),
            Self.trimmed(line[(colon + 1)...])
          ))
      }
    }
    end = place
  }

  /// The value of a field; of several of one name the first.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The value of a field without its parameters: `text/html` of `text/html; charset="gbk"`.
  func token(of name: String) -> String? {
    self[name].map { value in
      String(value.prefix { $0 != ";" && $0 != " " && $0 != "(" }).lowercased()
    }
  }

  /// A parameter of a field: `charset` of `text/html; charset="gbk"`.
  func parameter(_ wanted: String, of name: String) -> String? {
    guard let value = self[name] else { return nil }
    var rest = value.unicodeScalars.drop { $0 != ";" }
    while let mark = rest.first, mark == ";" {
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(key.count)
      var text = String.UnicodeScalarView()
      if rest.first == "=" {
        rest = rest.dropFirst()
        if rest.first == "\"" {
          rest = rest.dropFirst()
          while let scalar = rest.first, scalar != "\"" {
            if scalar == "\\" { rest = rest.dropFirst() }
            if let plain = rest.first { text.append(plain) }
            rest = rest.dropFirst()
          }
        } else {
          text = String.UnicodeScalarView(rest.prefix { $0 != ";" && $0 != " " })
        }
        rest = rest.drop { $0 != ";" }
      }
      if String(key).lowercased() == wanted { return String(text) }
    }
    return nil
  }

  /// A field that people read: words such as `=?utf-8?Q?=E6=99=BA?=` (RFC 2047) are decoded.
  func text(of name: String) -> String? { self[name].map(Self.decodingWords) }

  static func decodingWords(_ value: String) -> String {
    var result = ""
    /// The bytes of neighbouring words of one charset: a character may be cut in two.
    var bytes: [UInt8] = []
    var charset = ""
    func flush() {
      result += bytes.isEmpty ? "" : text(of: bytes, charset: charset)
      bytes = []
    }
    var isAfterWord = false
    for (index, piece) in value.split(separator: " ").enumerated() {
      let parts = piece.split(separator: "?", omittingEmptySubsequences: false)
      if parts.count == 5, parts[0] == "=", parts[4] == "=",
        ["q", "b"].contains(parts[2].lowercased())
      {
        if charset != parts[1].lowercased() { flush() }
        charset = parts[1].lowercased()
        if index > 0, !isAfterWord { result += " " }
        var written = Array(parts[3].utf8)
        if parts[2].lowercased() == "q" {
          written = written.map { $0 == UInt8(ascii: "_") ? ASCII.space : $0 }
        }
        bytes += written.withUnsafeBufferPointer {
          TransferEncoding(parts[2].lowercased()).decoded($0)
        }
        isAfterWord = true
      } else {
        flush()
        result += (index > 0 ? " " : "") + piece
        isAfterWord = false
      }
    }
    flush()
    return result
  }

  private static func text(of bytes: [UInt8], charset: String) -> String {
    guard let encoding = try? TextEncoding(label: charset), encoding != .utf8,
      var converter = try? CharsetConverter(from: encoding.name)
    else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    try? converter.convert(bytes, appendingTo: &text, isLast: true)
    return String(decoding: text, as: UTF8.self)
  }

  private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.drop(while: ASCII.isWhiteSpace), as: UTF8.self)
  }
}
