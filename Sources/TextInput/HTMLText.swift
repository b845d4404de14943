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

  var string: String { bytes.withUnsafeBufferPointer { String(valid: $0) } }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// - Parameter text: Well-formed UTF-8.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      var end = index
      var character = Self.character(in: text, at: &end)
      if character == .space || character == .lineEnd {
        hasSpace = true
        if character == .lineEnd { hasLineEnd = true }
        index = end
        continue
      }
      if hasSpace {
        let isSourceOnly = hasLineEnd && lastIsWide && character == .wide
        if !isSourceOnly, !bytes.isEmpty { bytes.append(ASCII.space) }
        hasSpace = false
        hasLineEnd = false
      }
      // All up to the next white space at once.
      let start = index
      var count = 0
      while true {
        count &+= 1
        index = end
        // Most characters are those of U+4000 to U+9FFF.
        while index &+ 3 <= text.count, text[index] &- 0xE4 <= 5 {
          count &+= 1
          index &+= 3
          character = .wide
        }
        guard index < text.count else { break }
        end = index
        let next = Self.character(in: text, at: &end)
        if next == .space || next == .lineEnd { break }
        character = next
      }
      characterCount += count
      lastIsWide = character == .wide
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
    }
  }

  private enum Character {
    case space, lineEnd, narrow, wide
  }

  /// What stands at a place, and moves behind it.
  @inline(__always)
  private static func character(
    in text: UnsafeBufferPointer<UInt8>, at index: inout Int
  ) -> Character {
    switch text[index] {
    case 0x09...0x0D, ASCII.space:
      defer { index += 1 }
      return text[index] == ASCII.lineFeed || text[index] == ASCII.carriageReturn
        ? .lineEnd : .space
    case 0..<0x80:
      index += 1
      return .narrow
    case 0xE4...0xE9:
      // U+4000 to U+9FFF.
      index = min(index + 3, text.count)
      return .wide
    default:
      let scalar = LineFeatures.scalar(in: text, at: &index)
      index = min(index, text.count)
      return isSpace(scalar) ? .space : isWide(scalar) ? .wide : .narrow
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
