/// The texts of a page that its parser does not see: in its markup each is one character of a private plane, U+100000
/// and what follows, which tells its number.
struct SetAsideTexts {
  private struct Text {
    /// Where it stands in the page.
    var range: Range<Int>
    /// Whether it is a link whose tags were left out.
    var isLink: Bool
  }

  private var texts: [Text] = []
  private let page: UnsafeBufferPointer<UInt8>

  /// The first byte of the characters that stand for texts, and of no other character that has a meaning.
  static let mark: UInt8 = 0xF4
  /// The last number that a text can have.
  private static let last = 0xFFFD

  init(of page: UnsafeBufferPointer<UInt8>) { self.page = page }

  /// Whether one more text can have a number.
  var hasRoom: Bool { texts.count <= Self.last }

  /// Sets a text aside, and writes the character that stands for it.
  mutating func append(_ range: Range<Int>, isLink: Bool, to bytes: inout [UInt8]) {
    let number = texts.count
    texts.append(Text(range: range, isLink: isLink))
    bytes.append(Self.mark)
    bytes.append(0x80 | UInt8(number >> 12))
    bytes.append(0x80 | UInt8(number >> 6 & 0x3F))
    bytes.append(0x80 | UInt8(number & 0x3F))
  }

  /// Calls `body` for each piece of a text that the parser gives, as it is or as it stands in the page, and tells
  /// whether it is a link of which the parser knows nothing.
  @inline(__always)
  func forEachPiece(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Bool) -> Void
  ) {
    var place = 0
    if !texts.isEmpty {
      while let mark = BlockCutter.first(Self.mark, in: text, from: place),
        mark + 4 <= text.count
      {
        if mark > place { body(UnsafeBufferPointer(rebasing: text[place..<mark]), false) }
        let number =
          Int(text[mark + 1] & 0x0F) << 12 | Int(text[mark + 2] & 0x3F) << 6
          | Int(text[mark + 3] & 0x3F)
        if number < texts.count {
          let known = texts[number]
          body(UnsafeBufferPointer(rebasing: page[known.range]), known.isLink)
        }
        place = mark + 4
      }
    }
    if place < text.count { body(UnsafeBufferPointer(rebasing: text[place...]), false) }
  }
}
