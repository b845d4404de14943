/// What a tagger looks at: for each word some keys, each of which counts for the tags of the word before
/// it, of the word itself, and of the word after it.
///
/// So a word is looked up once and not three times, as an n-gram is in a `LabelLayer`.
enum TagFeatures {
  /// Rows of a key: the word before, the word itself, the word after.
  static let places = 3
  /// The guide of a word that has none.
  static let noGuide: UInt8 = 0xFF

  /// Which of the keys below a tagger uses.
  enum Kind {
    /// For word classes.
    case classes
    /// For the parts of names: more of the neighbours and of the characters.
    case names
  }

  /// Calls `body` with each key of a word.
  ///
  /// - Parameters:
  ///   - codes: The codes of the window's units.
  ///   - kinds: Their kinds.
  ///   - words: The units of each word, at least one.
  ///   - index: The number of the word.
  ///   - guide: What is known of the words; nil in the first standard.
  @inline(__always)
  static func forEachKey(
    _ kind: Kind, codes: UnsafePointer<UInt32>, kinds: UnsafePointer<UInt8>,
    words: UnsafeBufferPointer<Range<Int>>, index: Int, guide: TagGuide?, _ body: (UInt64) -> Void
  ) {
    let units = words[index]
    let count = units.count
    let first = UInt64(codes[units.lowerBound])
    let last = UInt64(codes[units.upperBound &- 1])
    let identity = identity(of: units, codes: codes)
    var shape = UInt64(min(count, 5))
    for unit in units { shape |= 1 << UInt64(8 + kinds[unit] & 15) }
    body(mixed(identity, 2))
    body(mixed(shape, 3))
    body(mixed(first, 4))
    body(mixed(last, 5))
    if count > 1 {
      body(mixed(first << 16 | UInt64(codes[units.lowerBound &+ 1]), 6))
      body(mixed(UInt64(codes[units.upperBound &- 2]) << 16 | last, 7))
    }
    guard let guide else { return }
    let before = UInt64(index == 0 ? TagGuide.noTag : guide.tags[index &- 1])
    let after = UInt64(index &+ 1 == words.count ? TagGuide.noTag : guide.tags[index &+ 1])
    let here = UInt64(guide.tags[index])
    let alone = UInt64(guide.tagsAlone[index])
    body(mixed(here, 9))
    body(mixed(here << 32 | last, 10))
    body(mixed(identity ^ here, 11))
    body(mixed(before << 8 | here, 12))
    body(mixed(identity ^ before << 8, 13))
    body(mixed(identity ^ after << 16, 14))
    let around = before << 8 | after << 16
    body(mixed(around | here, 15))
    body(mixed(identity ^ around, 16))
    body(mixed(alone, 17))
    body(mixed(alone & 0xFF, 18))
    body(mixed(alone << 16 | here, 19))
    let name = UInt64(guide.names[index])
    body(mixed(name, 20))
    body(mixed(name << 8 | here, 21))
    let outer = UInt64(guide.outerTags[index])
    body(mixed(outer, 26))
    body(mixed(outer << 8 | here, 27))
    body(mixed(identity ^ outer << 8, 28))
    body(mixed(outer << 32 | last, 29))
    if index > 0 { body(mixed(outer << 16 | UInt64(guide.outerTags[index &- 1]), 30)) }
    guard kind == .names else { return }
    body(mixed(first << 8 | shape, 22))
    if count > 2 {
      for unit in units.dropFirst().dropLast() { body(mixed(UInt64(codes[unit]), 23)) }
    }
    // At the neighbours these are words two away.
    if index > 0 { body(mixed(Self.identity(of: words[index &- 1], codes: codes), 24)) }
    if index &+ 1 < words.count {
      body(mixed(Self.identity(of: words[index &+ 1], codes: codes), 25))
    }
  }

  /// A number for the characters of a word.
  @inline(__always)
  private static func identity(of units: Range<Int>, codes: UnsafePointer<UInt32>) -> UInt64 {
    var identity: UInt64 = 0
    for unit in units { identity = mixed(identity ^ UInt64(codes[unit]), 1) }
    return identity
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
