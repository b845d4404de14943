/// Folds fullwidth ASCII to ASCII: U+FF01…U+FF5E → U+0021…U+007E.
///
/// Source: Unicode 16.0, block "Halfwidth and Fullwidth Forms": the two ranges run in parallel. In
/// UTF-8 the fullwidth half is EF BC 81…BF and EF BD 80…9E. Fullwidth katakana and currency signs are
/// left alone, so this needs no Unicode library.
enum Halfwidth {
  /// The text with its fullwidth ASCII folded.
  static func folded(_ text: String) -> String {
    var copy = text
    return copy.withUTF8 { bytes in
      var output: [UInt8] = []
      return fold(bytes, into: &output) ? String(decoding: output, as: UTF8.self) : text
    }
  }

  /// Writes the folded bytes to `output` and returns true; or returns false, with `output` in no
  /// particular state, if there is nothing to fold.
  ///
  /// - Complexity: O(*n*) in the bytes; words without a fullwidth character are only read.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) -> Bool {
    guard let first = bytes.firstIndex(of: 0xEF) else { return false }
    output.removeAll(keepingCapacity: true)
    output.append(contentsOf: bytes[..<first])
    var isFolded = false
    var index = first
    while index < bytes.count {
      if index + 2 < bytes.count,
        let ascii = ascii(bytes[index], bytes[index + 1], bytes[index + 2])
      {
        output.append(ascii)
        isFolded = true
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return isFolded
  }

  private static func ascii(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (first, second, third) {
    case (0xEF, 0xBC, 0x81...0xBF): third - 0x60
    case (0xEF, 0xBD, 0x80...0x9E): third - 0x20
    default: nil
    }
  }
}
