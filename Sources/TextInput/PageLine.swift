internal import TextModel

/// A line of a saved page, and what it is by itself.
struct PageLine {
  enum Kind: Equatable {
    /// A paragraph, or part of one.
    case prose
    /// Neither prose nor known: a title, a heading, an item of a list.
    case plain
    /// Nothing but a date or a time, as below the headlines of a list.
    case stamp
    /// A number by itself: a counter.
    case number
    /// Short items in a row. A title may look so; alone it proves nothing.
    case menu
    case furniture(CutLine.Reason)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var kind: Kind
  let characterCount: Int
  /// Whether it ends with a mark that ends a sentence, or with a colon.
  let endsSentence: Bool
  /// Whether it has what every date and every label with its value has.
  private let hasLabelOrDigits: Bool
  /// Whether the line says the same as the one before it, as headlines below their picture do.
  var repeatsLast = false
  /// What the element around it says that it is, if that is furniture.
  var hint: CutLine.Reason?
  /// How much of its text is links: 0 to 1.
  var linkShare = 0.0
  /// Whether it says who wrote what follows and when, as above each entry of a forum.
  let isPostHead: Bool
  /// Whether it is a row of a table.
  var isRow = false
  /// Whether it is a heading of the first rank.
  var isTitle = false
  /// The element of the page that it stands in.
  var node = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let features = LineFeatures(bytes)
    characterCount = features.characterCount
    hasLabelOrDigits = features.colonCount > 0 || features.digitCount > 0 || features.pieceCount > 1
    endsSentence = features.endsSentence
    isPostHead =
      features.digitCount >= 6 && features.characterCount <= 60 && features.stopCount == 0
      && PagePhrases.tellsAuthor(bytes)
    if let reason = PagePhrases.shared.reason(of: bytes) {
      kind = .furniture(reason)
    } else if features.digitCount == features.characterCount {
      kind = features.characterCount <= 6 ? .number : .plain
    } else if features.digitCount + 1 == features.characterCount, features.characterCount <= 7,
      BlockCutter.first(ASCII.slash, in: bytes, from: 1, to: bytes.count - 1) != nil
    {
      // `2/5`: a picture of several, a page.
      kind = .number
    } else if features.digitCount > 0, features.characterCount <= 24,
      Self.isStamp(bytes) || PagePhrases.endsWithCounter(bytes)
    {
      kind = .stamp
    } else if features.isMenu {
      kind = features.arrowCount > 0 ? .furniture(.navigation) : .menu
    } else {
      kind = features.isProse ? .prose : .plain
    }
  }

  /// What stands before the dots at the end of a line that breaks off; nil if it does not.
  var excerptStem: UnsafeBufferPointer<UInt8>? {
    guard bytes.count >= 40, let last = bytes.last, last == ASCII.period || last == 0xA6 else {
      return nil
    }
    var end = bytes.count
    while end > 0, bytes[end - 1] == ASCII.period { end -= 1 }
    while end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, bytes[end - 1] == 0xA6 {
      end -= 3
    }
    return end >= 36 && end < bytes.count ? UnsafeBufferPointer(rebasing: bytes[..<end]) : nil
  }

  /// Takes the line for a row of links or a picture, if it is one as Markdown or lynx write them.
  mutating func readMarkup() {
    if isNumberedMenu { kind = .furniture(.navigation) }
    guard bytes.count > 4, BlockCutter.first(UInt8(ascii: "]"), in: bytes, from: 0) != nil else {
      return
    }
    var linked = 0
    var place = 0
    while let middle = HTMLSource.find([0x5D, 0x28], in: bytes, from: place),
      let end = BlockCutter.first(0x29, in: bytes, from: middle)
    {
      let start = bytes[place..<middle].lastIndex(of: ASCII.openBracket) ?? middle
      linked += end + 1 - start
      place = end + 1
    }
    guard linked * 10 > bytes.count * 7 else { return }
    kind = .furniture(isImage ? .interface : .navigation)
  }

  /// Whether it is a picture as Markdown writes it, and nothing else.
  var isImage: Bool { bytes.starts(with: [0x21, 0x5B]) && bytes.last == 0x29 }

  /// Takes the line below a picture for what is said of it, if it is set off as that is, or says so.
  mutating func readCaption() {
    let isSetOff =
      bytes.count > 4 && bytes.first == UInt8(ascii: "*") && bytes.last == UInt8(ascii: "*")
      && bytes[1] != UInt8(ascii: "*") && characterCount <= 60
    if isSetOff || looksLikeCaption { kind = .furniture(.caption) }
  }

  /// Whether it is a row of short links with lynx's numbers before them: `[1]首页 [2]新闻`.
  private var isNumberedMenu: Bool {
    guard bytes.first == ASCII.openBracket else { return false }
    var count = 0
    for piece in bytes.split(separator: ASCII.openBracket) {
      let text = piece.drop(while: ASCII.isDigit)
      guard text.startIndex > piece.startIndex, text.first == ASCII.closeBracket,
        text.count <= 25
      else { return false }
      count += 1
    }
    return count > 1
  }

  /// Whether the hint is one that pages also give to their articles.
  var hasWeakHint: Bool { hint != nil && hint != .related && hint != .comments && hint != .caption }

  /// Whether the line, which stands below a picture, says what is on it.
  var looksLikeCaption: Bool {
    guard characterCount <= 60 else { return false }
    let text = self.text
    return ["图", "圖", "▲", "△", "↑", "资料图", "資料"].contains { text.hasPrefix($0) }
      || Self.captionWords.contains { HTMLSource.find($0, in: bytes, from: 0) != nil }
  }

  private static let captionWords = ["摄影", "供图", "图源", "资料图", "摄）", "摄)", "/摄", "攝"].map {
    Array($0.utf8)
  }

  /// Whether the line may say date, source or author.
  var mayBeByline: Bool {
    guard hasLabelOrDigits, characterCount <= 100 else { return false }
    switch kind {
    case .prose, .number: return false
    case .furniture(let reason): return reason == .byline || reason == .editor
    case .menu, .plain, .stamp: return true
    }
  }

  var text: String { String(valid: bytes) }

  /// The first characters of the line.
  func scalars(upTo limit: Int) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(min(limit, bytes.count))
    var index = 0
    while index < bytes.count, scalars.count < limit {
      scalars.append(
        Unicode.Scalar(LineFeatures.scalar(in: bytes, at: &index)) ?? "\u{FFFD}")
    }
    return scalars
  }

  /// What the line is worth to the article that it would be part of, in characters.
  ///
  /// - Parameter isAfterList: Whether a heading such as 相关阅读 stood above: what follows may be the
  ///   beginnings of other articles.
  func score(isAfterList: Bool) -> Int {
    if repeatsLast { return -20 }
    if let hint {
      let isOthers = hint == .related || hint == .comments
      return kind == .prose && !isOthers ? min(characterCount, 200) / 5 - 10 : -15
    }
    if linkShare > 0.5, kind != .prose { return -12 }
    // A table belongs to what stands around it.
    if isRow, kind != .prose, linkShare < 0.3 {
      if case .furniture = kind {} else { return 0 }
    }
    switch kind {
    case .prose:
      let length = Double(min(characterCount, 200)) * (1 - linkShare)
      return Int(length) * (isAfterList ? 4 : 10) / 10
    case .plain: return isAfterList ? -10 : -6
    case .stamp: return -25
    case .number: return -10
    case .menu: return -15
    case .furniture(let reason):
      switch reason {
      case .notice: return -120
      case .related, .comments: return -80
      case .editor: return -40
      case .navigation, .outside, .repeated: return -20
      // The entries of a live report have buttons too.
      case .byline, .advertisement, .interface: return -10
      case .caption: return -2
      }
    }
  }

  /// Whether the line is only a date or time: `2026-01-19 21:33:19`, `3小时前`, `昨天 08:12`.
  private static func isStamp(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    var hasMark = false
    while index < line.count {
      let scalar = LineFeatures.scalar(in: line, at: &index)
      switch scalar {
      case 0x30...0x39, 0xFF10...0xFF19, 0x20, 0xA0, 0x3000, 0x54, 0x5A, 0x2B, 0x28, 0x29, 0xFF08,
        0xFF09:
        continue
      case 0x2D, 0x2F, 0x2E, 0x3A, 0xFF1A: hasMark = true
      default:
        guard Unicode.Scalar(scalar).map(stampCharacters.contains) == true else { return false }
        hasMark = true
      }
    }
    return hasMark
  }

  private static let stampCharacters = Set("年月日号时点分秒前小天昨今上下午周星期一二三四五六半钟發发布于表個个".unicodeScalars)
}
