internal import ICU

/// Makes a `CharacterTable` for the words of some dictionaries.
///
/// Classes and folding come from ICU. Codes are given by falling frequency, so that the commonest
/// characters share the front of the tries and with it the processor's caches.
struct CharacterTableBuilder: ~Copyable {
  /// How often each folded code point occurs in the words, weighted by their counts.
  private var weights: [UInt32: Int] = [:]
  private var folded: [UInt32: UInt32] = [:]
  private let folder: CharacterFolder

  init() throws(ICUError) {
    folder = try CharacterFolder()
  }

  /// What a code point folds to. ICU's folding, and one form for each of the dots and hyphens.
  mutating func fold(_ codePoint: UInt32) -> UInt32 {
    if let known = folded[codePoint] { return known }
    let result: UInt32 =
      switch codePoint {
      case 0x2022, 0x2027, 0x30FB, 0xFF65, 0x2E31, 0x22C5: 0xB7
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFE63, 0xFF0D: 0x2D
      default: folder.fold(codePoint)
      }
    folded[codePoint] = result
    return result
  }

  /// Notes the characters of a word that occurs `weight` times.
  mutating func add(word: some StringProtocol, weight: Int) {
    for scalar in word.unicodeScalars {
      weights[fold(scalar.value), default: 0] += weight
    }
  }

  /// The table. Code points that occur in no word have code 0.
  ///
  /// - Throws: `LexiconError.tooLarge` if too many characters occur.
  mutating func table() throws(LexiconError) -> CharacterTable {
    let ordered = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard ordered.count < CharacterTable.largestCode else {
      throw .tooLarge(reason: "the dictionaries hold too many different characters")
    }
    var codes: [UInt32: UInt32] = [:]
    for (index, (codePoint, _)) in ordered.enumerated() {
      codes[codePoint] = UInt32(index + 1)
    }
    let classes = CharacterClass.rawValues(of: 0..<0x10000)
    var storage = [UInt32](repeating: 0, count: 0x10000)
    for codePoint in 0..<UInt32(0x10000) where !(0xD800..<0xE000).contains(codePoint) {
      storage[Int(codePoint)] = entry(
        codePoint, codes: codes, characterClass: classes[Int(codePoint)])
    }
    return CharacterTable(
      storage: MappedArray(storage), supplementary: MappedArray(supplementaryRuns(codes)),
      codeCount: ordered.count)
  }

  private mutating func supplementaryRuns(_ codes: [UInt32: UInt32]) -> [UInt64] {
    var runs: [UInt64] = []
    // Planes 1 to 3 hold all assigned characters but a few selectors and tags of plane 14.
    for range in [UInt32(0x10000)..<0x40000, 0xE0000..<0xE1000] {
      let classes = CharacterClass.rawValues(of: range)
      for codePoint in range {
        let entry = entry(
          codePoint, codes: codes, characterClass: classes[Int(codePoint - range.lowerBound)])
        if runs.last.map({ UInt32(truncatingIfNeeded: $0) }) != entry {
          runs.append(UInt64(codePoint) << 32 | UInt64(entry))
        }
      }
      runs.append(UInt64(range.upperBound) << 32)
    }
    return runs
  }

  private mutating func entry(
    _ codePoint: UInt32, codes: [UInt32: UInt32], characterClass: UInt8
  ) -> UInt32 {
    let folded = fold(codePoint)
    // 丨 is a Chinese character by its properties, and a line between two parts of a headline in every text.
    let characterClass =
      codePoint == 0x4E28 ? CharacterClass.symbol.rawValue : characterClass
    return (codes[folded] ?? 0) | UInt32(characterClass) << 16
      | UInt32(Self.mark(of: codePoint, folded: folded)) << 24
  }

  private static func mark(of codePoint: UInt32, folded: UInt32) -> UInt8 {
    if codePoint < 0x80 { return UInt8(codePoint) }
    if (0xFF01...0xFF5E).contains(codePoint) { return UInt8(codePoint - 0xFF01 + 0x21) }
    if folded == 0x2D { return UInt8(ascii: "-") }
    // Per mille ends a number as the percent sign does.
    if [0x2030, 0xFE6A].contains(codePoint) { return UInt8(ascii: "%") }
    // 。 and ｡ end a sentence as an exclamation mark does; the ASCII dot has other uses.
    if codePoint == 0x3002 || codePoint == 0xFF61 { return UInt8(ascii: "!") }
    if codePoint == 0x2019 { return UInt8(ascii: "'") }
    guard let scalar = Unicode.Scalar(folded) else { return 0 }
    switch scalar {
    case "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "两": return 0x80
    case "十", "百", "千", "万", "亿", "兆": return 0x81
    default: return 0
    }
  }
}
