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
    for scalar in text.unicodeScalars {
      let cost = CharacterBits.bits(of: scalar)
      bits += cost
      guard scalar.value >= 0x80 else { continue }
      wideCount += 1
      wideBits += cost
      if scalar.value == 0xFFFD { invalidCount += 1 }
      if (0x3400...0x9FFF).contains(scalar.value) { hanCount += 1 }
    }
  }

  /// The mean cost of a character outside ASCII: about 9.5 in Chinese news, 16 and more in bytes read
  /// wrongly.
  var meanWideBits: Double { wideCount == 0 ? 0 : Double(wideBits) / Double(wideCount) }
}
