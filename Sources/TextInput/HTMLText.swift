/// Text of a page with its white space made sensible: runs are one space, none at either end, and a
/// line end between two Chinese characters, which only the page's source has, is nothing.
struct HTMLText {
  private(set) var string = ""
  private var last: Unicode.Scalar?
  /// The white space since the last character.
  private var hasSpace = false
  private var hasLineEnd = false

  mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      if Self.isSpace(scalar) {
        hasSpace = true
        if scalar == "\n" || scalar == "\r" { hasLineEnd = true }
        continue
      }
      if hasSpace, let last {
        let isSourceOnly = hasLineEnd && Self.isWide(last) && Self.isWide(scalar)
        if !isSourceOnly { string.unicodeScalars.append(" ") }
      }
      hasSpace = false
      hasLineEnd = false
      last = scalar
      string.unicodeScalars.append(scalar)
    }
  }

  /// White space, also no-break and ideographic; U+FEFF stands for nothing in a page.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200B, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
