/// The markup of a page with only that in it which means something for its text.
///
/// libxml2 looks at every character several times, so it gets few of them: attributes that nobody reads are left
/// out, runs of white space are one character, and longer texts are set aside, each with one character of a
/// private plane in its place. What is left makes the same elements with the same text.
///
/// All this ends at the first tag that a browser and libxml2 may read in different ways: from there on the page is
/// passed on as it stands.
struct ReducedMarkup {
  /// What the parser is given.
  private(set) var bytes: [UInt8] = []
  /// The texts that are set aside.
  private(set) var texts: SetAsideTexts
  /// Whether all tags so far were plain ones.
  private(set) var isPlain = true

  private var link = OpenElement()
  /// The elements whose texts are titles and dates: blocks in them do not part it, so all white space counts.
  private var title = OpenElement()
  /// Whether the body has begun and not ended.
  private var isInBody = false
  /// White space that is written only if no block begins next to it. (What an end tag ends is not certain.)
  private var space: UInt8?
  private var isAfterBlock = false
  private let page: UnsafeBufferPointer<UInt8>
  /// Whether a text may be set aside: not if the page has characters of that plane itself, or such as no parser
  /// lets pass.
  private let setsTextAside: Bool

  /// A shorter text, in bytes, is not worth it.
  private static let shortestText = 12
  /// The attributes of the present tag.
  private var attributes: [Range<Int>] = []

  init(of page: UnsafeBufferPointer<UInt8>) {
    self.page = page
    texts = SetAsideTexts(of: page)
    // U+FFFE and U+FFFF, with which U+FFFD must share its first bytes.
    setsTextAside =
      BlockCutter.first(SetAsideTexts.mark, in: page, from: 0) == nil
      && HTMLSource.find([0xEF, 0xBF], in: page, from: 0) == nil && !Self.hasLongReference(page)
    bytes.reserveCapacity(page.count / 2)
  }

  /// Whether a number stands for a character that is long enough for the private plane.
  private static func hasLongReference(_ page: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while let found = BlockCutter.first(UInt8(ascii: "&"), in: page, from: place) {
      place = found + 1
      guard place < page.count, page[place] == UInt8(ascii: "#") else { continue }
      if page[(place + 1)...].prefix(7).allSatisfy(isInEntity), place + 7 < page.count {
        return true
      }
    }
    return false
  }

  /// Ends the reducing.
  mutating func endReducing() {
    writeSpace()
    isPlain = false
  }

  /// Writes the white space that was put off.
  private mutating func writeSpace() {
    if let space { bytes.append(space) }
    space = nil
  }

  /// Adds text between tags, or anything once the reducing has ended.
  mutating func add(_ range: Range<Int>) {
    guard isPlain else { return copy(range) }
    guard !range.isEmpty else { return }
    var place = range.lowerBound
    while place < range.upperBound {
      let end = BlockCutter.first(UInt8(ascii: "&"), in: page, from: place, to: range.upperBound)
      addRun(place..<(end ?? range.upperBound))
      guard let end else { return }
      // An entity stays, and what follows one without an end might be read as its name.
      var stop = end + 1
      while stop < min(range.upperBound, end + 12), Self.isInEntity(page[stop]) { stop += 1 }
      guard stop < range.upperBound, page[stop] == ASCII.semicolon else {
        return copy(end..<range.upperBound)
      }
      copy(end..<stop + 1)
      place = stop + 1
    }
  }

  /// Adds bytes as they are. A zero byte, which would end the page for libxml2, is U+FFFD.
  mutating func copy(_ range: Range<Int>) {
    writeSpace()
    isAfterBlock = false
    let part = UnsafeBufferPointer(rebasing: page[range])
    if BlockCutter.first(0, in: part, from: 0) == nil {
      bytes += part
    } else {
      for byte in part {
        if byte == 0 { bytes += [0xEF, 0xBF, 0xBD] } else { bytes.append(byte) }
      }
    }
  }

  private mutating func append(_ range: Range<Int>) {
    bytes += UnsafeBufferPointer(rebasing: page[range])
  }

  /// Adds text without `<` and `&`.
  private mutating func addRun(_ range: Range<Int>) {
    let run = UnsafeBufferPointer(rebasing: page[range])
    switch Self.content(of: run) {
    case .space(let hasLineEnd):
      guard !run.isEmpty else { return }
      // Between two scripts there may be more of it.
      if hasLineEnd { space = ASCII.lineFeed } else if space == nil { space = ASCII.space }
    case .text
    where setsTextAside && run.count >= Self.shortestText && texts.hasRoom:
      setAside(range, isLink: false)
    case .text, .controls: copy(range)
    }
  }

  private mutating func setAside(_ range: Range<Int>, isLink: Bool) {
    writeSpace()
    isAfterBlock = false
    texts.append(range, isLink: isLink, to: &bytes)
  }

  private enum Content {
    case space(hasLineEnd: Bool)
    case text
    /// Characters of which a parser takes none.
    case controls
  }

  private static func content(of run: UnsafeBufferPointer<UInt8>) -> Content {
    guard let base = run.baseAddress else { return .space(hasLineEnd: false) }
    var hasLineEnd = false
    var isSpace = true
    var index = 0
    while index < run.count {
      if index + 8 <= run.count {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        // Whether no byte is below 0x21.
        if (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080 == 0 {
          isSpace = false
          index += 8
          continue
        }
      }
      switch run[index] {
      case ASCII.space, ASCII.tab: break
      case ASCII.lineFeed, ASCII.carriageReturn: hasLineEnd = true
      case 0..<0x20: return .controls
      default: isSpace = false
      }
      index += 1
    }
    return isSpace ? .space(hasLineEnd: hasLineEnd) : .text
  }

  /// Adds the tag that begins at a place, without the attributes that nobody reads, or only the text of a whole
  /// element.
  ///
  /// - Returns: The place behind it; nil if it is no plain tag, and then nothing is added and the reducing ends.
  mutating func addTag(at open: Int, longest: Int) -> Int? {
    let limit = min(page.count, open + longest)
    guard let tag = MarkupTag(at: open, in: page, limit: limit, attributes: &attributes) else {
      endReducing()
      return nil
    }
    let isTitle = tag.element == .title || tag.element == .pageTitle || tag.element == .time
    title.note(tag, isKind: isTitle, in: page)
    if let textEnd = meaninglessEnd(of: tag) {
      if tag.element == .link, tag.end < textEnd {
        setAside(tag.end..<textEnd, isLink: true)
      } else {
        add(tag.end..<textEnd)
      }
      return textEnd + tag.name.count + 3
    }
    link.note(tag, isKind: tag.element == .link, in: page)
    if tag.element == .body { isInBody = !tag.isEnd && !tag.isHTML(in: page) }
    let isBlock = tag.beginsBlock(in: page) && !title.mayBeOpen
    if isBlock || isAfterBlock { space = nil }
    writeSpace()
    if tag.readsAll {
      copy(open..<tag.end)
    } else {
      append(open..<tag.name.upperBound)
      for attribute in attributes {
        bytes.append(ASCII.space)
        copy(attribute)
      }
      if tag.isSelfClosed { bytes.append(ASCII.slash) }
      bytes.append(UInt8(ascii: ">"))
    }
    isAfterBlock = isBlock
    return tag.end
  }

  /// The end of the text of an element that holds only that, if the element means nothing but that its text is a
  /// link or nothing at all. Such tags close no other element, and the text does not either.
  private func meaninglessEnd(of tag: MarkupTag) -> Int? {
    let isLink = tag.element == .link
    guard isInBody, !tag.isEnd, !tag.isSelfClosed, attributes.isEmpty,
      isLink && !link.mayBeOpen || tag.element == .inline,
      let end = BlockCutter.first(ASCII.less, in: page, from: tag.end),
      MarkupTag.isEnd(of: tag.name, at: end, in: page)
    else { return nil }
    guard isLink else { return end }
    let text = UnsafeBufferPointer(rebasing: page[tag.end..<end])
    guard setsTextAside, texts.hasRoom,
      BlockCutter.first(UInt8(ascii: "&"), in: text, from: 0) == nil
    else { return nil }
    switch Self.content(of: text) {
    case .text: return end
    case .space: return text.isEmpty ? end : nil
    case .controls: return nil
    }
  }

  private static func isInEntity(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "#"): true
    default: false
    }
  }
}
