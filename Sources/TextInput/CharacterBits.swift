/// How many bits a character costs in a text that is Chinese: about -log₂ of its share of all
/// characters.
///
/// The right decoding of Chinese bytes costs the fewest bits, because a wrong one gives rare
/// characters. The costs of some 6,300 characters, Simplified and Traditional, are a table
/// (`tiers`); what it lacks costs what its kind does.
enum CharacterBits {
  /// A character that stands for bytes that mean nothing.
  static let invalid = 32

  /// The bits of each character of the basic plane.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 22, count: 1 << 16)
    for (range, bits) in kinds {
      for value in range { table[value] = bits }
    }
    for tier in tiers {
      for scalar in tier.characters.unicodeScalars { table[Int(scalar.value)] = tier.bits }
    }
    return table
  }()

  /// What characters cost that the table lacks, by kind; a later range lies over an earlier one.
  private static let kinds: [(ClosedRange<Int>, UInt8)] = [
    (0x0000...0x001F, 24), (0x0009...0x000A, 6), (0x000D...0x000D, 6), (0x0020...0x007E, 6),
    (0x007F...0x009F, 30),
    (0x00A0...0x00FF, 15), (0x0100...0x024F, 17), (0x0370...0x03FF, 15), (0x0400...0x04FF, 15),
    (0x2010...0x203F, 12), (0x2100...0x22FF, 15), (0x2460...0x24FF, 14), (0x2500...0x257F, 16),
    (0x25A0...0x25FF, 14), (0x3000...0x303F, 12), (0x3040...0x30FF, 15), (0x3105...0x3129, 16),
    (0x3400...0x4DBF, 23), (0x4E00...0x9FFF, 20), (0xAC00...0xD7A3, 18), (0xE000...0xF8FF, 26),
    (0xF900...0xFAFF, 23), (0xFF01...0xFF5E, 13), (0xFFFD...0xFFFD, UInt8(invalid)),
  ]

  /// The bits of a character beyond the basic plane.
  static func bits(ofSupplementary scalar: UInt32) -> Int {
    switch scalar {
    case 0x1F300...0x1FAFF: 16
    case 0x20000...0x3FFFF: 24
    default: 28
    }
  }
}
