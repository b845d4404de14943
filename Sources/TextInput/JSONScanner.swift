/// What is wrong with a JSON text, and where.
struct JSONFault: Error, Equatable {
  var offset: Int
  var message: String
}

/// A reader of one JSON text (RFC 8259), over its bytes.
///
/// Foundation's decoder is not enough here: fields pass through exactly as the input wrote them,
/// and half a surrogate pair, which web crawlers write often, must not cost the record.
struct JSONScanner {
  enum Kind { case string, number, object, array, boolean, null }

  /// A decoded string.
  struct Text {
    /// UTF-8, possibly with the input's own bad bytes.
    var bytes: [UInt8] = []
    /// The number of escaped surrogates without a partner, each replaced by U+FFFD.
    var loneSurrogateCount = 0
  }

  private static let maximumDepth = 1_000

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The byte that comes next, white space passed over; nil at the end.
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      switch bytes[position] {
      case ASCII.space, ASCII.tab, ASCII.lineFeed, ASCII.carriageReturn: position += 1
      default: return bytes[position]
      }
    }
    return nil
  }

  /// Passes over the given byte, if it comes next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard skip(byte) else { throw unexpected("\"\(Character(Unicode.Scalar(byte)))\"") }
  }

  /// Reads a string, its escapes resolved.
  mutating func string() throws(JSONFault) -> Text {
    try expect(ASCII.quote)
    var text = Text()
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == ASCII.quote {
        text.bytes.append(contentsOf: bytes[start..<position])
        position += 1
        return text
      }
      if byte < 0x20 { throw JSONFault(offset: position, message: "a control character") }
      if byte == ASCII.backslash {
        text.bytes.append(contentsOf: bytes[start..<position])
        position += 1
        try escape(into: &text)
        start = position
      } else {
        position += 1
      }
    }
    throw JSONFault(offset: position, message: "a string that does not end")
  }

  /// Passes over a value and tells what it is.
  mutating func skipValue() throws(JSONFault) -> Kind {
    guard let first = peek() else { throw unexpected("a value") }
    guard first == ASCII.openBrace || first == ASCII.openBracket else { return try skipScalar() }
    var isObject: [Bool] = []
    repeat {
      // Here a value is due.
      let isOpened: Bool
      switch peek() {
      case ASCII.openBrace, ASCII.openBracket:
        guard isObject.count < Self.maximumDepth else {
          throw JSONFault(offset: position, message: "nested too deep")
        }
        isObject.append(bytes[position] == ASCII.openBrace)
        position += 1
        isOpened = true
      default:
        _ = try skipScalar()
        isOpened = false
      }
      var needsComma = !isOpened
      // Closes what ends here, up to the next value.
      while let inner = isObject.last {
        if skip(inner ? ASCII.closeBrace : ASCII.closeBracket) {
          isObject.removeLast()
          needsComma = true
          continue
        }
        if needsComma { try expect(ASCII.comma) }
        if inner {
          try skipString()
          try expect(ASCII.colon)
        }
        break
      }
    } while !isObject.isEmpty
    return first == ASCII.openBrace ? .object : .array
  }

  /// Fails unless all is read.
  mutating func finish() throws(JSONFault) {
    if peek() != nil { throw unexpected("the end of the line") }
  }

  private mutating func skipScalar() throws(JSONFault) -> Kind {
    switch peek() {
    case ASCII.quote:
      try skipString()
      return .string
    case UInt8(ascii: "t"):
      try skipWord("true")
      return .boolean
    case UInt8(ascii: "f"):
      try skipWord("false")
      return .boolean
    case UInt8(ascii: "n"):
      try skipWord("null")
      return .null
    case let byte? where byte == ASCII.hyphen || ASCII.isDigit(byte):
      try skipNumber()
      return .number
    default:
      throw unexpected("a value")
    }
  }

  private mutating func skipWord(_ word: StaticString) throws(JSONFault) {
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[position...].starts(with: expected) else { throw unexpected("a value") }
    position += expected.count
  }

  private mutating func skipString() throws(JSONFault) {
    try expect(ASCII.quote)
    var ignored = Text()
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x20 { throw JSONFault(offset: position, message: "a control character") }
      position += 1
      if byte == ASCII.quote { return }
      if byte == ASCII.backslash { try escape(into: &ignored) }
    }
    throw JSONFault(offset: position, message: "a string that does not end")
  }

  private mutating func skipNumber() throws(JSONFault) {
    if bytes[position] == ASCII.hyphen { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "0") {
      position += 1
    } else {
      try skipDigits()
    }
    if position < bytes.count, bytes[position] == ASCII.period {
      position += 1
      try skipDigits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == 0x2D {
        position += 1
      }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONFault) {
    let start = position
    while position < bytes.count, ASCII.isDigit(bytes[position]) { position += 1 }
    if position == start { throw unexpected("a digit") }
  }

  /// Resolves the escape whose backslash is just passed.
  private mutating func escape(into text: inout Text) throws(JSONFault) {
    guard position < bytes.count else {
      throw JSONFault(offset: position, message: "a string that does not end")
    }
    let byte = bytes[position]
    position += 1
    switch byte {
    case ASCII.quote, ASCII.backslash, ASCII.slash: text.bytes.append(byte)
    case UInt8(ascii: "b"): text.bytes.append(0x08)
    case UInt8(ascii: "f"): text.bytes.append(0x0C)
    case UInt8(ascii: "n"): text.bytes.append(0x0A)
    case UInt8(ascii: "r"): text.bytes.append(0x0D)
    case UInt8(ascii: "t"): text.bytes.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hexadecimal()
      if (0xD800...0xDBFF).contains(unit) {
        let afterFirst = position
        if position + 1 < bytes.count, bytes[position] == ASCII.backslash,
          bytes[position + 1] == UInt8(ascii: "u")
        {
          position += 2
          let second = try hexadecimal()
          if (0xDC00...0xDFFF).contains(second) {
            unit = 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)
          } else {
            position = afterFirst
          }
        }
      }
      if let scalar = Unicode.Scalar(unit) {
        text.bytes.append(contentsOf: UTF8.encode(scalar)!)
      } else {
        text.bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        text.loneSurrogateCount += 1
      }
    default:
      throw JSONFault(offset: position - 1, message: "an unknown escape")
    }
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue
      else { throw JSONFault(offset: position, message: "\\u without four hexadecimal digits") }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }

  private mutating func unexpected(_ wanted: String) -> JSONFault {
    JSONFault(
      offset: position,
      message: peek() == nil ? "the line ends where \(wanted) is due" : "\(wanted) is due here")
  }
}
