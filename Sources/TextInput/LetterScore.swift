/// How much a decoded text looks like Chinese: what its characters outside ASCII are.
struct LetterScore {
  /// The number of characters outside ASCII.
  private(set) var total = 0
  /// Those of them that are common in Chinese.
  private(set) var common = 0
  /// Those that replace bad bytes.
  private(set) var invalid = 0
  /// Those without a meaning of their own: a sign that the encoding is a neighbour of the right
  /// one.
  private(set) var privateUse = 0

  init() {}

  init(_ text: String, common set: Set<Unicode.Scalar>) {
    for scalar in text.unicodeScalars where scalar.value >= 0x80 {
      total += 1
      if scalar.value == 0xFFFD {
        invalid += 1
      } else if set.contains(scalar) {
        common += 1
      } else if (0xE000...0xF8FF).contains(scalar.value) {
        privateUse += 1
      }
    }
  }

  /// The share of common characters, less twice that of bad ones; at most 1, negative if most are
  /// bad.
  var share: Double {
    total == 0 ? 0 : Double(common - 2 * invalid - privateUse) / Double(total)
  }
}
