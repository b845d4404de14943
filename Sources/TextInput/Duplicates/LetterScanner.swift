/// Reads the letters and numbers of a text, which are all that a copy must share: white space, marks and
/// symbols change from one site to the next. Fullwidth letters are read as halfwidth, capitals as small
/// ones. Traditional and Simplified forms stay apart.
///
/// A number is read as six letters of its own. Notices of one form (the close of a share, today's cases)
/// differ in little but their numbers, and are different news.
struct LetterScanner {
  /// Scalars of letters, and for numbers values beyond all scalars.
  private(set) var letters: [UInt32] = []
  /// A hash of the digits of the number that is being read.
  private var number: UInt32?
  /// Whether a point or comma has been read that belongs to the number if a digit follows.
  private var hasOpenPoint = false

  static let lettersOfNumber = 6

  /// Reads a text from its begin.
  ///
  /// - Parameter text: Valid UTF-8.
  /// - Complexity: O(*n*) in the bytes.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    var index = 0
    while index < text.count {
      let first = UInt32(text[index])
      var scalar = first
      if first < 0x80 {
        index += 1
      } else if first < 0xE0 {
        scalar = (first & 0x1F) << 6 | tail(text, index + 1)
        index += 2
      } else if first < 0xF0 {
        scalar = (first & 0x0F) << 12 | tail(text, index + 1) << 6 | tail(text, index + 2)
        index += 3
      } else {
        scalar = (first & 0x07) << 18 | tail(text, index + 1) << 12
        scalar |= tail(text, index + 2) << 6 | tail(text, index + 3)
        index += 4
      }
      if (0xFF01...0xFF5E).contains(scalar) { scalar -= 0xFEE0 }
      if (0x30...0x39).contains(scalar) {
        append(digit: scalar)
      } else {
        if number != nil, scalar == 0x2E || scalar == 0x2C, !hasOpenPoint {
          hasOpenPoint = true
          continue
        }
        endNumber()
        if (0x4E00...0x9FFF).contains(scalar) {
          letters.append(scalar)
        } else if let letter = Self.letter(scalar) {
          letters.append(letter)
        }
      }
    }
    endNumber()
  }

  private mutating func append(digit: UInt32) {
    var hash = number ?? 0
    if hasOpenPoint { hash = (hash ^ 0x2E) &* 0x0100_0193 }
    hasOpenPoint = false
    number = (hash ^ digit) &* 0x0100_0193
  }

  private mutating func endNumber() {
    guard let number else { return }
    self.number = nil
    hasOpenPoint = false
    for place in 0..<UInt32(Self.lettersOfNumber) {
      letters.append(0x8000_0000 | (number &+ place &* 0x9E37_79B9))
    }
  }

  private func tail(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    UInt32(text[index] & 0x3F)
  }

  /// The letter that a scalar stands for; nil for white space, marks and symbols, which are told by their
  /// blocks.
  private static func letter(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x61...0x7A: scalar
    case 0x41...0x5A: scalar + 0x20
    case ..<0xC0, 0xD7, 0xF7: nil
    // General punctuation to dingbats and arrows; 々, 〆 and 〇 among the CJK marks are letters.
    case 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x3004, 0x3008...0x3020, 0x3030...0x303F: nil
    case 0x30FB, 0xFE00...0xFE6F, 0xFEFF, 0xFF5F...0xFF65, 0xFFE0...0xFFFF: nil
    default: scalar
    }
  }
}
