internal import ICU

/// What each code point is: its code in the tries, its class, and its mark.
///
/// An entry packs the three into 32 bits, so that decoding a character costs one load:
/// bits 0–15 the trie code of the folded character (0: in no entry of any dictionary), bits 16–23 the
/// `CharacterClass`, bits 24–31 the mark: the ASCII character it looks like (Ａ and A are `A`), or a
/// kind of Chinese numeral.
///
/// Folding (width, case, Traditional to Simplified, forms of dots and hyphens) is baked into the codes:
/// looking a text up in a trie folds it at no cost, and its offsets stay those of the original.
public struct CharacterTable: Sendable {
  /// The entries of U+0000 to U+FFFF.
  let storage: MappedArray<UInt32>
  /// Runs of equal entries from U+10000 on, in order: the first code point, and the entry.
  let supplementary: MappedArray<UInt64>
  /// The number of codes given out; codes run from 1 to this number.
  public let codeCount: Int

  /// The largest code that a trie must be padded for: those given out, and a reserve for the characters
  /// of users' dictionaries.
  var codeLimit: Int { Self.largestCode }

  /// No more codes than this are ever given out.
  static let largestCode = 0x7FFF

  /// The mark of the digits 〇 一 二 … 九 两.
  @inlinable public static var hanDigitMark: UInt8 { 0x80 }
  /// The mark of the magnitudes 十 百 千 万 亿 兆.
  @inlinable public static var hanMagnitudeMark: UInt8 { 0x81 }

  /// The entry of a code point.
  ///
  /// - Complexity: O(1) in the Basic Multilingual Plane, O(log *n*) in the number of runs beyond.
  public func entry(of codePoint: UInt32) -> UInt32 {
    codePoint < 0x10000 ? storage[Int(codePoint)] : supplementaryEntry(of: codePoint)
  }

  /// The entries of the Basic Multilingual Plane: valid as long as the table lives.
  var basicEntries: UnsafePointer<UInt32> { storage.unsafeBaseAddress }

  func supplementaryEntry(of codePoint: UInt32) -> UInt32 {
    var low = 0
    var high = supplementary.count
    while low < high {
      let middle = (low + high) / 2
      if UInt32(truncatingIfNeeded: supplementary[middle] >> 32) <= codePoint {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? 0 : UInt32(truncatingIfNeeded: supplementary[low - 1])
  }

  /// The codes of a word's characters, or nil if one of them has no code.
  func codes(of word: String) -> [UInt16]? {
    var codes: [UInt16] = []
    codes.reserveCapacity(word.utf8.count / 3 + 1)
    for scalar in word.unicodeScalars {
      let code = UInt16(truncatingIfNeeded: entry(of: scalar.value))
      if code == 0 { return nil }
      codes.append(code)
    }
    return codes
  }

  /// The trie code of an entry.
  @inlinable
  public static func code(of entry: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: entry) }

  /// The raw value of an entry's `CharacterClass`.
  @inlinable
  public static func classValue(of entry: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: entry >> 16)
  }

  /// The mark of an entry.
  @inlinable
  public static func mark(of entry: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: entry >> 24) }

  /// Whether the mark is that of a character that ends a sentence: 。 ！ ？ ； and their forms.
  public static func isSentenceEnd(mark: UInt8) -> Bool {
    mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") || mark == UInt8(ascii: ";")
  }
}
