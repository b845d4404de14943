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

  init(
    tags: [String], slots: MappedArray<UInt64>, rows: MappedArray<Int8>,
    transitions: MappedArray<Int16>
  ) {
    self.tags = tags
    self.slots = slots
    self.rows = rows
    rowCount = rows.count / (TagFeatures.places * Self.width(tagCount: tags.count))
    self.transitions = transitions
    classes = tags.map { TagMap.partOfSpeech(of: $0) ?? .other }
  }

  /// No standard may have more tags than this.
  static let mostTags = 64

  /// Weights of a row: the number of tags, rounded up to whole vectors.
  var width: Int { Self.width(tagCount: tags.count) }

  static func width(tagCount: Int) -> Int { (tagCount + 7) / 8 * 8 }

  /// The row number of a key, nil if it has none.
  @inline(__always)
  func row(of key: UInt64) -> Int? {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: key) & mask
    // A third of the slots is empty, and the numbers are those of rows, unless the file is damaged.
    for _ in 0...mask {
      let stored = slots[slot]
      if stored == 0 { return nil }
      if stored >> 32 == key >> 32 {
        let row = Int(stored & 0xFFFF_FFFF) &- 1
        return row >= 0 && row < rowCount ? row : nil
      }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// The slots for keys, each with its place as the row number: the upper half of the key, and the number
  /// plus one. The number of slots is a power of two, and a third of them is empty.
  static func slots(of keys: [UInt64]) -> [UInt64] {
    var count = 16
    while count * 2 < keys.count * 3 { count *= 2 }
    var slots = [UInt64](repeating: 0, count: count)
    for (index, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = (key >> 32) << 32 | UInt64(index + 1)
    }
    return slots
  }
}
