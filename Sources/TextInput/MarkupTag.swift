/// A tag whose form is plain, so that all who read it see the same in it.
struct MarkupTag {
  /// Where its name stands in the page.
  let name: Range<Int>
  let element: PageElement
  let isEnd: Bool
  private(set) var isSelfClosed = false
  /// The place behind it.
  private(set) var end = 0

  /// Whether all its attributes are looked at.
  var readsAll: Bool { element == .meta || element == .linkRelation }

  /// A longer name is cut by libxml2.
  private static let longestName = 64

  /// The attributes that are looked at.
  private enum Attribute: UInt8 {
    case id = 1
    case names = 2
    case style = 4
    case date = 8
  }

  /// Reads the tag at a `<`; nil if it is none, or no plain one.
  ///
  /// - Parameters:
  ///   - limit: The place that it must end before.
  ///   - attributes: Gets the attributes that may mean something, with their values.
  init?(
    at open: Int, in page: UnsafeBufferPointer<UInt8>, limit: Int, attributes: inout [Range<Int>]
  ) {
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    guard open + 1 < limit else { return nil }
    isEnd = page[open + 1] == ASCII.slash
    let start = open + (isEnd ? 2 : 1)
    var place = Self.nameEnd(in: page, from: start, limit: limit)
    guard place > start, place - start <= Self.longestName else { return nil }
    name = start..<place
    element = PageElement(UnsafeBufferPointer(rebasing: page[name]))
    /// Of attributes of one name the first counts.
    var seen: UInt8 = 0
    while true {
      place = Self.blankEnd(in: page, from: place, limit: limit)
      guard place < limit else { return nil }
      if page[place] == UInt8(ascii: ">") { break }
      guard !isEnd else { return nil }
      if page[place] == ASCII.slash {
        place += 1
        guard place < limit, page[place] == UInt8(ascii: ">") else { return nil }
        isSelfClosed = true
        break
      }
      let attribute = place
      place = Self.nameEnd(in: page, from: place, limit: limit)
      let nameEnd = place
      guard place > attribute, let value = Self.value(in: page, from: place, limit: limit) else {
        return nil
      }
      place = value.end
      if !readsAll, let known = Self.attribute(attribute..<nameEnd, in: page),
        seen & known.rawValue == 0
      {
        seen |= known.rawValue
        if Self.says(known, UnsafeBufferPointer(rebasing: page[value.range])) {
          attributes.append(attribute..<(value.range == nameEnd..<nameEnd ? nameEnd : value.end))
        }
      }
    }
    end = place + 1
  }

  /// Whether an element certainly begins with it that is a line of its own. (A second `<body>` is none, and what an
  /// end tag ends is not certain.)
  func beginsBlock(in page: UnsafeBufferPointer<UInt8>) -> Bool {
    !isEnd && !element.isInline && element != .body && !Self.isWord("head", name, in: page)
  }

  /// Whether it is `<html>` or its end.
  func isHTML(in page: UnsafeBufferPointer<UInt8>) -> Bool { Self.isWord("html", name, in: page) }

  /// Whether the end tag of an element stands at a place, without white space in it.
  static func isEnd(of name: Range<Int>, at open: Int, in page: UnsafeBufferPointer<UInt8>) -> Bool
  {
    let close = open + name.count + 2
    return close < page.count && page[open + 1] == ASCII.slash && page[close] == UInt8(ascii: ">")
      && isSameWord(name, open + 2..<close, in: page)
  }

  /// Whether two names are the same, in letters of any case.
  static func isSameWord(
    _ first: Range<Int>, _ second: Range<Int>, in page: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard first.count == second.count else { return false }
    for (index, other) in zip(first, second)
    where page[index] != page[other] && page[index] | 0x20 != page[other] | 0x20 {
      return false
    }
    return true
  }

  /// Whether a name is a word in small letters, written in those of any case.
  private static func isWord(
    _ word: StaticString, _ range: Range<Int>, in page: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for (offset, index) in range.enumerated() where page[index] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }

  private static func attribute(
    _ name: Range<Int>, in page: UnsafeBufferPointer<UInt8>
  ) -> Attribute? {
    switch name.count {
    case 2: isWord("id", name, in: page) ? .id : nil
    case 5:
      isWord("class", name, in: page) ? .names : isWord("style", name, in: page) ? .style : nil
    case 8: isWord("datetime", name, in: page) ? .date : nil
    default: nil
    }
  }

  /// Whether the value of an attribute may say something: names of furniture, a style that hides the element.
  private static func says(_ attribute: Attribute, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
    if BlockCutter.first(UInt8(ascii: "&"), in: value, from: 0) != nil { return true }
    switch attribute {
    case .id, .names: return PageHint(UnsafeRawBufferPointer(value)) != nil
    case .date: return true
    case .style:
      // `none`, perhaps with white space in it.
      return value.indices.contains { index in
        guard value[index] | 0x20 == UInt8(ascii: "n") else { return false }
        let next = value[(index + 1)...].first { !ASCII.isWhiteSpace($0) }
        return next.map { $0 | 0x20 == UInt8(ascii: "o") } ?? false
      }
    }
  }

  /// The value of an attribute whose name ends there, without its quotes; empty if it has none. nil if it is not
  /// clear where it ends.
  private static func value(
    in page: UnsafeBufferPointer<UInt8>, from nameEnd: Int, limit: Int
  ) -> (range: Range<Int>, end: Int)? {
    var place = blankEnd(in: page, from: nameEnd, limit: limit)
    guard place < limit else { return nil }
    guard page[place] == UInt8(ascii: "=") else { return (nameEnd..<nameEnd, place) }
    place = blankEnd(in: page, from: place + 1, limit: limit)
    guard place < limit else { return nil }
    let first = page[place]
    if first == ASCII.quote || first == UInt8(ascii: "'") {
      guard let close = BlockCutter.first(first, in: page, from: place + 1, to: limit) else {
        return nil
      }
      return (place + 1..<close, close + 1)
    }
    var end = place
    while end < limit, !isBlank(page[end]), page[end] != UInt8(ascii: ">") { end += 1 }
    return end > place && end < limit ? (place..<end, end) : nil
  }

  /// Where a name of letters, digits and the like ends that begins with a letter; its own place if none does.
  private static func nameEnd(
    in page: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int
  ) -> Int {
    guard start < limit, (0x61...0x7A).contains(page[start] | 0x20) else { return start }
    var end = start + 1
    while end < limit, isInName(page[end]) { end += 1 }
    return end
  }

  private static func blankEnd(
    in page: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int
  ) -> Int {
    var end = start
    while end < limit, isBlank(page[end]) { end += 1 }
    return end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x3A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
