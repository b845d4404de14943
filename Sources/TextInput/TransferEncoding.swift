/// How the bytes of a part of a mail message are written as text (RFC 2045).
enum TransferEncoding {
  case identity
  case quotedPrintable
  case base64

  /// - Parameter name: The value of `Content-Transfer-Encoding`; an unknown one changes nothing.
  init(_ name: String?) {
    switch name?.lowercased() {
    case "quoted-printable", "q": self = .quotedPrintable
    case "base64", "b": self = .base64
    default: self = .identity
    }
  }

  /// The bytes that are meant. What is wrong stays as it is, or is passed over.
  ///
  /// - Complexity: O(*n*).
  func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    switch self {
    case .identity: Array(text)
    case .quotedPrintable: Self.fromQuotedPrintable(text)
    case .base64: Self.fromBase64(text)
    }
  }

  private static func fromQuotedPrintable(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var place = 0
    while let mark = BlockCutter.first(UInt8(ascii: "="), in: text, from: place) {
      bytes += text[place..<mark]
      if mark + 2 < text.count, let high = digit(text[mark + 1]), let low = digit(text[mark + 2]) {
        bytes.append(high << 4 | low)
        place = mark + 3
        continue
      }
      // At the end of a line it says that the line goes on; white space may have got in between.
      var end = mark + 1
      while end < text.count, text[end] == ASCII.space || text[end] == ASCII.tab { end += 1 }
      let lineEnd = end
      if end < text.count, text[end] == ASCII.carriageReturn { end += 1 }
      if end < text.count, text[end] == ASCII.lineFeed { end += 1 }
      if end > lineEnd || end == text.count {
        place = end
      } else {
        bytes.append(text[mark])
        place = mark + 1
      }
    }
    bytes += text[place...]
    return bytes
  }

  private static func fromBase64(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3 + 3)
    var bits: UInt32 = 0
    var count = 0
    for character in text {
      let value: UInt8
      switch character {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = character - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = character - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = character - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="):
        // Padding: bits that are left over mean nothing.
        count = 0
        continue
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func digit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
