internal import CICU

/// What a code point is to a segmenter. Raw values are stored in compiled dictionaries.
public enum CharacterClass: UInt8, Sendable, CaseIterable {
  /// Control characters, unassigned code points, private use.
  case other = 0
  /// White space.
  case space = 1
  /// Chinese characters.
  case han = 2
  case kana = 3
  case hangul = 4
  /// Letters of scripts that put spaces between words.
  case letter = 5
  /// Decimal digits.
  case digit = 6
  case punctuation = 7
  /// Symbols that are no pictographs.
  case symbol = 8
  /// Marks, joiners and selectors that belong to a neighbouring character.
  case extend = 9
  /// Letters of scripts that need a dictionary of their own (Thai, Lao, Khmer, Burmese).
  case complex = 10
  /// Emoji, flags and their modifiers.
  case pictograph = 11

  /// The classes of all code points of a range, one raw value each.
  ///
  /// - Complexity: O(*n*); some 50 ns a code point, so ask once and keep the result.
  public static func rawValues(of codePoints: Range<UInt32>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: codePoints.count) { buffer, count in
      if let base = buffer.baseAddress {
        cicu_classify(codePoints.lowerBound, codePoints.upperBound, base)
      }
      count = codePoints.count
    }
  }
}
