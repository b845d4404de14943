/// A set of words of at most sixteen bytes, five Chinese characters, each packed into a number: what is asked of every
/// token must not make a string.
struct PackedWords {
  /// Open addressing; 0 is free.
  private var slots: [UInt128]
  private let shift: UInt64

  /// - Parameter words: Set apart by white space.
  init(_ words: String) {
    let words = words.split(whereSeparator: \.isWhitespace).map { Self.packed($0.utf8) }
    var bits: UInt64 = 2
    while 1 << bits < words.count * 3 { bits += 1 }
    shift = 64 - bits
    slots = [UInt128](repeating: 0, count: 1 << Int(bits))
    for word in words {
      precondition(word != 0, "a word of more than sixteen bytes")
      slots[place(of: word)] = word
    }
  }

  /// The bytes of a word as a number; 0 if there are more than sixteen.
  static func packed(_ bytes: some Collection<UInt8>) -> UInt128 {
    bytes.count > 16 ? 0 : bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }

  /// Whether a packed word is in the set.
  func contains(_ word: UInt128) -> Bool { word != 0 && slots[place(of: word)] == word }

  /// Where a word is, or belongs.
  private func place(of word: UInt128) -> Int {
    // Knuth, "The Art of Computer Programming", volume 3, section 6.4: multiplication by the golden ratio.
    let folded = UInt64(truncatingIfNeeded: word ^ word >> 61)
    var place = Int(truncatingIfNeeded: (folded &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[place] != 0, slots[place] != word { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
