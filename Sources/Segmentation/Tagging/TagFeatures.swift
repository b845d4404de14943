/// What a tagger looks at: for each word some keys, each of which counts for the tags of the word before
/// it, of the word itself, and of the word after it.
///
/// So a word is looked up once and not three times, as an n-gram is in a `LabelLayer`.
enum TagFeatures {
  /// Rows of a key: the word before, the word itself, the word after.
  static let places = 3
  /// The most keys of a word.
  static let most = 14
  /// The guide of a word that has none.
  static let noGuide: UInt8 = 0xFF

  /// Calls `body` with each key of a word.
  ///
  /// - Parameters:
  ///   - codes: The codes of the window's units.
  ///   - kinds: Their kinds.
  ///   - units: The units of the word, at least one.
  ///   - guides: The tags that another standard gives to the word before, the word, and the word after;
  ///     nil if there is no guide.
  @inline(__always)
  static func forEachKey(
    codes: UnsafePointer<UInt32>, kinds: UnsafePointer<UInt8>, units: Range<Int>,
    guides: (before: UInt8, here: UInt8, after: UInt8)?, _ body: (UInt64) -> Void
  ) {
    let count = units.count
    let first = UInt64(codes[units.lowerBound])
    let last = UInt64(codes[units.upperBound &- 1])
    var identity: UInt64 = 0
    var shape = UInt64(min(count, 5))
    for unit in units {
      identity = mixed(identity ^ UInt64(codes[unit]), 1)
      shape |= 1 << UInt64(8 + kinds[unit] & 15)
    }
    body(mixed(identity, 2))
    body(mixed(shape, 3))
    body(mixed(first, 4))
    body(mixed(last, 5))
    if count > 1 {
      body(mixed(first << 16 | UInt64(codes[units.lowerBound &+ 1]), 6))
      body(mixed(UInt64(codes[units.upperBound &- 2]) << 16 | last, 7))
    }
    guard let guides else { return }
    let here = UInt64(guides.here)
    body(mixed(here, 9))
    body(mixed(here << 32 | last, 10))
    body(mixed(identity ^ here, 11))
    body(mixed(UInt64(guides.before) << 8 | here, 12))
    body(mixed(identity ^ UInt64(guides.before) << 8, 13))
    body(mixed(identity ^ UInt64(guides.after) << 16, 14))
    let around = UInt64(guides.before) << 8 | UInt64(guides.after) << 16
    body(mixed(around | here, 15))
    body(mixed(identity ^ around, 16))
  }

  /// A well-spread number (the finish of SplitMix64), another one for each kind of key.
  @inline(__always)
  private static func mixed(_ value: UInt64, _ kind: UInt64) -> UInt64 {
    var mixed = value &+ kind &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
