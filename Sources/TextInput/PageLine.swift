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
  let kind: Kind
  let characterCount: Int
  /// Whether it ends with a mark that ends a sentence, or with a colon.
  let endsSentence: Bool
  /// Whether the line says the same as the one before it, as headlines below their picture do.
  var repeatsLast = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let features = LineFeatures(bytes)
    characterCount = features.characterCount
    endsSentence = features.endsSentence
    if let reason = PagePhrases.shared.reason(of: bytes) {
      kind = .furniture(reason)
    } else if features.digitCount == features.characterCount {
      kind = features.characterCount <= 6 ? .number : .plain
    } else if features.digitCount > 0, features.characterCount <= 24, Self.isStamp(bytes) {
      kind = .stamp
    } else if features.isMenu {
      kind = features.arrowCount > 0 ? .furniture(.navigation) : .menu
    } else {
      kind = features.isProse ? .prose : .plain
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What the line is worth to the article that it would be part of, in characters.
  ///
  /// - Parameter isAfterList: Whether a heading such as 相关阅读 stood above: what follows may be the
  ///   beginnings of other articles.
  func score(isAfterList: Bool) -> Int {
    if repeatsLast { return -20 }
    switch kind {
    case .prose: return min(characterCount, 200) * (isAfterList ? 4 : 10) / 10
    case .plain: return isAfterList ? -10 : -6
    case .stamp: return -25
    case .number: return -10
    case .menu: return -15
    case .furniture(let reason):
      switch reason {
      case .notice: return -120
      case .related, .comments: return -80
      case .editor: return -40
      case .navigation, .interface, .outside: return -20
      case .byline, .advertisement: return -10
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
