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
  /// By how much the right tag had to win in training, in the units of the weights: what a difference between
  /// scores is measured by. At least 1.
  let margin: Int
  /// The word class of each tag.
  let classes: [PartOfSpeech]
  /// The kind of name of each tag.
  let names: [NameTag]

  init(
    tags: [String], slots: MappedArray<UInt64>, rows: MappedArray<Int8>,
    transitions: MappedArray<Int16>, margin: Int
  ) {
    self.tags = tags
    self.slots = slots
    self.rows = rows
    rowCount = rows.count / Self.width(tagCount: tags.count)
    self.transitions = transitions
    self.margin = margin
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
    var slot = Self.slot(of: key, count: slots.count)
    // A fifth of the slots is empty, and the numbers are those of rows, unless the file is damaged.
    for _ in 0..<slots.count {
      let stored = slots[slot]
      if stored == 0 { return (0, 0) }
      if stored >> 32 == key >> 32 {
        let places = UInt8(truncatingIfNeeded: stored) & TagRows.allPlaces
        let first = Int(stored & 0xFFFF_FFFF) &>> TagFeatures.places
        return first &+ places.nonzeroBitCount <= rowCount ? (places, first) : (0, 0)
      }
      slot = slot &+ 1 == slots.count ? 0 : slot &+ 1
    }
    return (0, 0)
  }

  /// Where to look for a key first: its upper half as a fraction of the slots (D. Lemire 2019, "Fast random
  /// integer generation in an interval", ACM TOMACS 29:3).
  @inline(__always)
  private static func slot(of key: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: ((key &>> 32) &* UInt64(truncatingIfNeeded: count)) &>> 32)
  }

  /// The slots for keys: bits 32–63 the upper half of the key, bits 3–31 the number of its first row, bits
  /// 0–2 its places. A fifth of them is empty.
  static func slots(of rows: TagRows) -> [UInt64] {
    let count = rows.keys.count * 5 / 4 + 1
    var slots = [UInt64](repeating: 0, count: count)
    for (index, key) in rows.keys.enumerated() {
      var slot = slot(of: key, count: count)
      while slots[slot] != 0 { slot = slot + 1 == count ? 0 : slot + 1 }
      slots[slot] =
        (key >> 32) << 32 | UInt64(rows.firstRow[index]) << 3 | UInt64(rows.masks[index])
    }
    return slots
  }
}
