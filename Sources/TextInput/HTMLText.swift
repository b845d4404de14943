/// Text of a page with its white space made sensible: runs are one space, none at either end, and a
/// line end between two Chinese characters, which only the page's source has, is nothing.
struct HTMLText {
  private(set) var bytes: [UInt8] = []
  /// The characters that are not white space.
  private(set) var characterCount = 0
  private var lastIsWide = false
  /// The white space since the last character.
  private var hasSpace = false
  private var hasLineEnd = false

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// - Parameter text: Well-formed UTF-8.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let lead = text[index]
      var end = index + 1
      while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
      var isWide = false
      if lead < 0x80 {
        if lead == ASCII.space || (0x09...0x0D).contains(lead) {
          hasSpace = true
          if lead == ASCII.lineFeed || lead == ASCII.carriageReturn { hasLineEnd = true }
          index = end
          continue
        }
      } else {
        var place = index
        let scalar = LineFeatures.scalar(in: text, at: &place)
        if Self.isSpace(scalar) {
          hasSpace = true
          index = end
          continue
        }
        isWide = Self.isWide(scalar)
      }
      if hasSpace {
        let isSourceOnly = hasLineEnd && lastIsWide && isWide
        if !isSourceOnly, !bytes.isEmpty { bytes.append(ASCII.space) }
        hasSpace = false
        hasLineEnd = false
      }
      lastIsWide = isWide
      characterCount += 1
      while index < end {
        bytes.append(text[index])
        index += 1
      }
    }
  }

  /// Empties it, and keeps the room.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    characterCount = 0
    lastIsWide = false
    hasSpace = false
    hasLineEnd = false
  }

  /// White space that is not ASCII, also no-break and ideographic; U+FEFF stands for nothing in a page.
  private static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x2000...0x200B, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func isWide(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
