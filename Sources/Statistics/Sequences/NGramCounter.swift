/// Counts pairs of a prefix and a term by number, in an open-addressing table of 24 bytes a slot.
struct NGramCounter {
  struct Entry {
    /// The prefix's number plus one, and the term's; 0 is free.
    var key: UInt64 = 0
    var count: UInt32 = 0
    var documents: UInt32 = 0
    var lastDocument = UInt32.max
  }

  private var slots = [Entry](repeating: Entry(), count: 1024)
  private var count = 0

  static func key(_ prefix: Int, _ term: Int) -> UInt64 {
    UInt64(prefix + 1) << 32 | UInt64(term)
  }

  static func hash(_ key: UInt64) -> UInt64 {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }

  /// Counts an occurrence in a document.
  ///
  /// - Returns: The number of distinct keys so far.
  mutating func add(_ key: UInt64, in document: UInt32) -> Int {
    var position = Int(truncatingIfNeeded: Self.hash(key)) & (slots.count - 1)
    while slots[position].key != key {
      if slots[position].key == 0 {
        slots[position].key = key
        count += 1
        break
      }
      position = (position + 1) & (slots.count - 1)
    }
    slots[position].count += 1
    if slots[position].lastDocument != document {
      slots[position].lastDocument = document
      slots[position].documents += 1
    }
    if count * 2 > slots.count { grow() }
    return count
  }

  /// The entries of at least `minimum` occurrences, in no order that means anything.
  func entries(ofAtLeast minimum: Int) -> [Entry] {
    slots.filter { $0.key != 0 && Int($0.count) >= minimum }
  }

  private mutating func grow() {
    var wider = [Entry](repeating: Entry(), count: slots.count * 2)
    for entry in slots where entry.key != 0 {
      var position = Int(truncatingIfNeeded: Self.hash(entry.key)) & (wider.count - 1)
      while wider[position].key != 0 { position = (position + 1) & (wider.count - 1) }
      wider[position] = entry
    }
    slots = wider
  }
}
