/// The bytes of a page without its scripts, styles and comments, which are often the half of it; what
/// scripts hold is kept apart, for they know the date.
struct HTMLSource {
  /// What is left for the parser.
  private(set) var markup: ReducedMarkup
  /// The places of the scripts' bodies in the page.
  private(set) var scripts: [(range: Range<Int>, isStructuredData: Bool)] = []

  /// A longer tag loses its attributes. (Pictures are written into some.)
  private static let longestTag = 64 << 10

  /// - Parameter reduces: Whether the parser is spared what it need not see. The result is the same.
  /// - Complexity: O(*n*).
  init(_ page: UnsafeBufferPointer<UInt8>, reduces: Bool = true) {
    markup = ReducedMarkup(of: page)
    if !reduces { markup.endReducing() }
    var start = 0
    var place = 0
    var hasCommentEnd = true
    while let open = BlockCutter.first(UInt8(ascii: "<"), in: page, from: place) {
      place = open + 1
      guard place < page.count else { break }
      let end: Int
      switch page[place] | 0x20 {
      case UInt8(ascii: "s") where Self.isTag("script", in: page, at: place):
        end = skipElement("script", in: page, from: place)
      case UInt8(ascii: "s") where Self.isTag("style", in: page, at: place):
        end = skipElement("style", in: page, from: place)
      case UInt8(ascii: "!") where page[place...].starts(with: [0x21, 0x2D, 0x2D]):
        // A comment that does not end hides nothing, and is not looked for again.
        let close = hasCommentEnd ? Self.find([0x2D, 0x2D, 0x3E], in: page, from: place + 1) : nil
        hasCommentEnd = close != nil
        end = close.map { $0 + 3 } ?? place + 3
      case 0x61...0x7A, ASCII.slash:
        if markup.isPlain {
          markup.add(start..<open)
          start = open
          if let end = markup.addTag(at: open, longest: Self.longestTag) {
            start = end
            place = end
            continue
          }
        }
        guard page[place] | 0x20 >= 0x61, let close = longTagEnd(in: page, from: place) else {
          continue
        }
        markup.add(start..<open)
        start = close
        place = close
        let name = page[(open + 1)...].prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
        markup.copy(open..<name.endIndex)
        continue
      default:
        guard markup.isPlain else { continue }
        markup.add(start..<open)
        start = open
        if let end = Self.declarationEnd(in: page, at: open) {
          markup.copy(open..<end)
          start = end
          place = end
        } else {
          markup.endReducing()
        }
        continue
      }
      markup.add(start..<open)
      start = end
      place = end
    }
    markup.add(min(start, page.count)..<page.count)
  }

  /// The `>` of a tag that is too long: libxml2 compares each attribute of a tag with all others, so one without
  /// end loses them.
  private func longTagEnd(in page: UnsafeBufferPointer<UInt8>, from place: Int) -> Int? {
    let limit = place + Self.longestTag
    guard page.count > limit,
      BlockCutter.first(UInt8(ascii: ">"), in: page, from: place, to: limit) == nil
    else { return nil }
    return BlockCutter.first(UInt8(ascii: ">"), in: page, from: limit)
  }

  /// The place behind a declaration such as `<!DOCTYPE html>` or `<?xml …?>`; nil if it is none, or if it is not
  /// clear where it ends.
  private static func declarationEnd(
    in page: UnsafeBufferPointer<UInt8>, at open: Int
  ) -> Int? {
    guard page[open + 1] == UInt8(ascii: "!") || page[open + 1] == UInt8(ascii: "?"),
      let close = BlockCutter.first(UInt8(ascii: ">"), in: page, from: open)
    else { return nil }
    var quotes = 0
    for byte in page[(open + 1)..<close] {
      switch byte {
      case ASCII.quote: quotes += 1
      case ASCII.less, ASCII.openBracket, UInt8(ascii: "'"): return nil
      default: break
      }
    }
    return quotes & 1 == 0 ? close + 1 : nil
  }

  /// The place behind the element's end tag; the end of the page if there is none.
  private mutating func skipElement(
    _ name: StaticString, in page: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    guard let tagEnd = BlockCutter.first(UInt8(ascii: ">"), in: page, from: start) else {
      return page.count
    }
    var place = tagEnd + 1
    var close = page.count
    while let found = BlockCutter.first(UInt8(ascii: "<"), in: page, from: place) {
      place = found + 1
      if place < page.count, page[place] == ASCII.slash, Self.isTag(name, in: page, at: place + 1) {
        close = found
        break
      }
    }
    if name.utf8CodeUnitCount == 6 {
      let tag = String(decoding: page[start..<min(tagEnd, start + 200)], as: UTF8.self)
      scripts.append((tagEnd + 1..<close, tag.lowercased().contains("ld+json")))
    }
    guard close < page.count else { return page.count }
    return (BlockCutter.first(UInt8(ascii: ">"), in: page, from: close) ?? page.count - 1) + 1
  }

  private static func isTag(
    _ name: StaticString, in page: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    let count = name.utf8CodeUnitCount
    guard start + count < page.count else { return false }
    for index in 0..<count where page[start + index] | 0x20 != name.utf8Start[index] {
      return false
    }
    switch page[start + count] {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x2F, 0x3E: return true
    default: return false
    }
  }

  /// What is left of markup without the tags that only set type. Where nobody closes them they nest without
  /// end, and for the lines of a page they mean nothing.
  ///
  /// - Complexity: O(*n*).
  static func withoutTypography(_ markup: [UInt8]) -> [UInt8] {
    var left: [UInt8] = []
    left.reserveCapacity(markup.count)
    markup.withUnsafeBufferPointer { bytes in
      var start = 0
      var place = 0
      while let open = BlockCutter.first(ASCII.less, in: bytes, from: place) {
        place = open + 1
        let name = bytes[place...].drop { $0 == ASCII.slash }.prefix(8).prefix {
          (0x61...0x7A).contains($0 | 0x20)
        }
        guard Self.typography.contains(where: { $0.elementsEqual(name.lazy.map { $0 | 0x20 }) }),
          let close = BlockCutter.first(UInt8(ascii: ">"), in: bytes, from: place)
        else { continue }
        left += bytes[start..<open]
        start = close + 1
        place = start
      }
      left += bytes[start...]
    }
    return left
  }

  private static let typography = [
    "a", "b", "i", "u", "s", "em", "tt", "big", "font", "span", "small", "strike", "strong",
  ].map { Array($0.utf8) }

  /// The first place of some bytes.
  static func find(
    _ wanted: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int? = nil
  ) -> Int? {
    let end = end ?? bytes.count
    var place = start
    while let found = BlockCutter.first(wanted[0], in: bytes, from: place, to: end) {
      if found + wanted.count <= end,
        bytes[found..<found + wanted.count].elementsEqual(wanted)
      {
        return found
      }
      place = found + 1
    }
    return nil
  }
}
