/// What a line of a page looks like, by its characters alone.
struct LineFeatures {
  /// Characters that are not white space.
  private(set) var characterCount = 0
  /// Chinese characters.
  private(set) var wideCount = 0
  /// 。 and what ends a sentence within the line, or at its end after a Chinese character.
  private(set) var stopCount = 0
  private(set) var commaCount = 0
  private(set) var digitCount = 0
  /// Colons, and what stands for them behind a label.
  private(set) var colonCount = 0
  /// Pieces between white space or marks that part the items of a menu.
  private(set) var pieceCount = 0
  private(set) var longestPiece = 0
  /// `>` and its like between pieces.
  private(set) var arrowCount = 0
  private(set) var endsSentence = false

  /// - Complexity: O(*n*), one pass.
  init(_ line: UnsafeBufferPointer<UInt8>) {
    var piece = 0
    var index = 0
    var last: UInt32 = 0
    while index < line.count {
      // Most characters are those of U+4000 to U+9FFF, which are nothing but Chinese ones.
      let first = index
      while index &+ 3 <= line.count, line[index] &- 0xE4 <= 5 { index &+= 3 }
      if index > first {
        let count = (index - first) / 3
        characterCount &+= count
        wideCount &+= count
        piece &+= count
        last = 0x4E00
        continue
      }
      let scalar = Self.scalar(in: line, at: &index)
      switch scalar {
      case 0x09, 0x20, 0xA0, 0x3000, 0x5B, 0x5D, 0x7C, 0xFF5C, 0xB7:
        endPiece(&piece)
        continue
      case 0x3E, 0xBB, 0x203A:
        arrowCount += 1
        endPiece(&piece)
        characterCount += 1
        last = scalar
        continue
      case 0x30...0x39, 0xFF10...0xFF19: digitCount += 1
      case 0x3A, 0xFF1A, 0x2F: colonCount += 1
      case 0x3002, 0xFF61: stopCount += 1
      case 0x2C, 0xFF0C, 0x3001, 0x3B, 0xFF1B: commaCount += 1
      case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: wideCount += 1
      default: break
      }
      characterCount += 1
      piece += 1
      if !Self.closesQuotation(scalar) { last = scalar }
    }
    endPiece(&piece)
    switch last {
    case 0x3002, 0xFF61, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2026, 0xFF1A, 0x3A, 0xFF1B:
      endsSentence = true
    case 0x2E where wideCount > 0:
      endsSentence = true
      stopCount += 1
    default: break
    }
  }

  /// Whether the line reads like a paragraph: sentences, and not a headline or a label.
  ///
  /// Headlines have commas and end with ！ or ？, but hardly ever hold a 。
  var isProse: Bool {
    if stopCount > 0 { return wideCount >= 3 || characterCount > 40 }
    return characterCount >= 80 && commaCount > 0
      || characterCount >= 30 && endsSentence && commaCount > 0
  }

  /// Whether the line is a row of short items, mostly Chinese, with no sentence mark: a menu.
  var isMenu: Bool {
    guard stopCount == 0, commaCount == 0, !endsSentence,
      wideCount * 2 >= characterCount - arrowCount
    else { return false }
    if arrowCount >= 1, pieceCount >= 2, longestPiece <= 12 { return true }
    return pieceCount >= 4 && longestPiece <= 6 && digitCount * 4 < characterCount
  }

  private mutating func endPiece(_ piece: inout Int) {
    guard piece > 0 else { return }
    pieceCount += 1
    longestPiece = max(longestPiece, piece)
    piece = 0
  }

  private static func closesQuotation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x2019, 0x201D, 0x300D, 0x300F, 0x300B, 0x29, 0xFF09: true
    default: false
    }
  }

  /// The scalar at a place of well-formed UTF-8, and moves behind it.
  @inline(__always)
  static func scalar(in line: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
    let lead = UInt32(line[index])
    func next(_ offset: Int) -> UInt32 {
      index + offset < line.count ? UInt32(line[index + offset]) & 0x3F : 0
    }
    switch lead {
    case 0..<0xC0:
      index += 1
      return lead
    case 0xC0..<0xE0:
      defer { index += 2 }
      return (lead & 0x1F) << 6 | next(1)
    case 0xE0..<0xF0:
      defer { index += 3 }
      return (lead & 0x0F) << 12 | next(1) << 6 | next(2)
    default:
      defer { index += 4 }
      return (lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
    }
  }
}
