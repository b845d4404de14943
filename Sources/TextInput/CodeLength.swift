/// How well a decoded text reads as Chinese: the bits that its characters cost.
struct CodeLength {
  /// The bits of all characters.
  private(set) var bits = 0
  /// The number of characters outside ASCII, and the bits of these alone.
  private(set) var wideCount = 0
  private(set) var wideBits = 0
  /// The number of Chinese characters of the basic plane.
  private(set) var hanCount = 0
  /// The number of characters that stand for bad bytes.
  private(set) var invalidCount = 0

  init(_ text: String) {
    var text = text
    self = text.withUTF8 { CodeLength(valid: $0) }
  }

  /// - Parameter text: Well-formed UTF-8.
  init(valid text: UnsafeBufferPointer<UInt8>) {
    let table = CharacterBits.table
    var index = 0
    while index < text.count {
      let scalar = LineFeatures.scalar(in: text, at: &index)
      let cost =
        scalar <= 0xFFFF ? Int(table[Int(scalar)]) : CharacterBits.bits(ofSupplementary: scalar)
      bits += cost
      guard scalar >= 0x80 else { continue }
      wideCount += 1
      wideBits += cost
      if scalar == 0xFFFD { invalidCount += 1 }
      if (0x3400...0x9FFF).contains(scalar) { hanCount += 1 }
    }
  }

  /// The mean cost of a character outside ASCII: about 9.5 in Chinese news, 16 and more in bytes read
  /// wrongly.
  var meanWideBits: Double { wideCount == 0 ? 0 : Double(wideBits) / Double(wideCount) }
}
