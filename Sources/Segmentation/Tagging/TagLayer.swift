internal import Lexicons
internal import TextModel

/// The weights that give words their tags in one standard.
struct TagLayer {
  /// The tags as the corpora write them, by their numbers.
  let tags: [String]
  /// The row number of each key: see `slot(of:in:)`.
  let slots: MappedArray<UInt64>
  /// For each row number `TagFeatures.places` rows of `width` weights.
  let rows: MappedArray<Int8>
  /// The number of row numbers.
  private let rowCount: Int
  /// `transitions[width * a + b]`: the score of tag *b* after tag *a*. The last row is that of the begin.
  let transitions: MappedArray<Int16>
  /// The word class of each tag.
  let classes: [PartOfSpeech]
  /// The kind of name of each tag.
  let names: [NameTag]

  init(
    tags: [String], slots: MappedArray<UInt64>, rows: MappedArray<Int8>,
    transitions: MappedArray<Int16>
  ) {
    self.tags = tags
    self.slots = slots
    self.rows = rows
    rowCount = rows.count / Self.width(tagCount: tags.count)
    self.transitions = transitions
    classes = tags.map { TagMap.partOfSpeech(of: $0) ?? .other }
    names = tags.map { TagMap.nameTag(of: $0) }
  }

  /// No standard may have more tags than this.
  static let mostTags = 64

  /// Weights of a row: the number of tags, rounded up to whole vectors.
  var width: Int { Self.width(tagCount: tags.count) }

  static func width(tagCount: Int) -> Int { (tagCount + 7) / 8 * 8 }

  /// The places of a key that have rows, and the number of the first of these; no places if it has none.
  @inline(__always)
  func rows(of key: UInt64) -> (places: UInt8, first: Int) {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: key) & mask
    // A fifth of the slots is empty, and the numbers are those of rows, unless the file is damaged.
    for _ in 0...mask {
      let stored = slots[slot]
      if stored == 0 { return (0, 0) }
      if stored >> 32 == key >> 32 {
        let places = UInt8(truncatingIfNeeded: stored) & TagRows.allPlaces
        let first = Int(stored & 0xFFFF_FFFF) &>> TagFeatures.places
        return first &+ places.nonzeroBitCount <= rowCount ? (places, first) : (0, 0)
      }
      slot = (slot &+ 1) & mask
    }
    return (0, 0)
  }

  /// The slots for keys: bits 32–63 the upper half of the key, bits 3–31 the number of its first row, bits
  /// 0–2 its places. The number of slots is a power of two, and a fifth of them or more is empty.
  static func slots(of rows: TagRows) -> [UInt64] {
    var count = 16
    while count * 4 < rows.keys.count * 5 { count *= 2 }
    var slots = [UInt64](repeating: 0, count: count)
    for (index, key) in rows.keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] =
        (key >> 32) << 32 | UInt64(rows.firstRow[index]) << 3 | UInt64(rows.masks[index])
    }
    return slots
  }
}
