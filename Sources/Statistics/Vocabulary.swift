import TextModel

/// The distinct terms of a table, numbered in order of first sight.
///
/// An open-addressing hash table. A term costs 32 bytes, and its bytes beyond the first 16 in one arena;
/// its slots cost 11 to 21 bytes more. Looking a term up allocates nothing. The hash is the same in every
/// run, but nothing that leaves this module depends on it.
struct Vocabulary: Sendable {
  private struct Entry {
    var key: TermKey
    /// Where the bytes begin that the key does not hold.
    var rest: Int
  }

  private var entries: [Entry] = []
  private var arena: [UInt8] = []
  /// Each slot: the hash's upper 32 bits, and below them the entry's index plus one; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var labels: [EntityLabel] = []

  var count: Int { entries.count }

  /// The number of the term with those bytes, which is new if it was not seen before.
  ///
  /// - Complexity: O(*n*) in the bytes, amortised.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, label: UInt16) -> Int {
    intern(TermKey(bytes, label: label), rest: bytes.dropFirst(TermKey.capacity))
  }

  /// The number in this vocabulary of another vocabulary's term, which is new if it was not here.
  mutating func intern(_ index: Int, of other: Vocabulary) -> Int {
    var key = other.entries[index].key
    key.label = labelNumber(of: other.label(of: key))
    return other.arena.withUnsafeBufferPointer { arena in
      intern(key, rest: arena[other.rest(of: other.entries[index])])
    }
  }

  /// The number of a term, or nil if it is not here.
  func index(of term: Term) -> Int? {
    var label: UInt16 = 0
    if let wanted = term.label {
      guard let position = labels.firstIndex(of: wanted) else { return nil }
      label = UInt16(position + 1)
    }
    var text = term.text
    return text.withUTF8 { bytes in
      search(TermKey(bytes, label: label), rest: bytes.dropFirst(TermKey.capacity)).index
    }
  }

  /// The terms with that text, words and entities alike, in order.
  func terms(withText text: String) -> [Term] {
    let candidates = [Term(text)] + labels.map { Term(text, label: $0) }
    return candidates.filter { index(of: $0) != nil }.sorted()
  }

  /// The number of a label, which is new if it was not seen before; 0 for none.
  mutating func labelNumber(of label: EntityLabel?) -> UInt16 {
    guard let label else { return 0 }
    if let position = labels.firstIndex(of: label) { return UInt16(position + 1) }
    labels.append(label)
    return UInt16(labels.count)
  }

  /// The term with that number.
  func term(at index: Int) -> Term {
    let entry = entries[index]
    let text = entry.key.withBytes { bytes in
      entry.key.isWhole
        ? String(decoding: bytes, as: UTF8.self)
        : String(decoding: Array(bytes) + arena[rest(of: entry)], as: UTF8.self)
    }
    return Term(folded: text, label: label(of: entry.key))
  }

  /// A hash of a term's text, and of whether it is an entity: the same in every run, and whatever was
  /// seen before it.
  func contentHash(at index: Int) -> UInt64 {
    var key = entries[index].key
    key.label = key.label == 0 ? 0 : 1
    return key.hash(rest: arena[rest(of: entries[index])])
  }

  private mutating func intern(_ key: TermKey, rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let found = search(key, rest: rest)
    if let index = found.index { return index }
    slots[found.slot] = Self.slot(hash: found.hash, index: entries.count)
    entries.append(Entry(key: key, rest: arena.count))
    arena.append(contentsOf: rest)
    if entries.count * 4 > slots.count * 3 { grow() }
    return entries.count - 1
  }

  /// The number of a term; or, if it is not here, the free slot where it belongs.
  private func search(
    _ key: TermKey, rest: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (index: Int?, slot: Int, hash: UInt64) {
    let hash = key.hash(rest: rest)
    var position = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[position] != 0 {
      let slot = slots[position]
      if slot >> 32 == hash >> 32 {
        let index = Int(slot & 0xFFFF_FFFF) - 1
        let entry = entries[index]
        if entry.key.matches(key),
          key.isWhole || arena[self.rest(of: entry)].elementsEqual(rest)
        {
          return (index, position, hash)
        }
      }
      position = (position + 1) & (slots.count - 1)
    }
    return (nil, position, hash)
  }

  private mutating func grow() {
    var wider = [UInt64](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      let hash = entry.key.hash(rest: arena[rest(of: entry)])
      var position = Int(truncatingIfNeeded: hash) & (wider.count - 1)
      while wider[position] != 0 { position = (position + 1) & (wider.count - 1) }
      wider[position] = Self.slot(hash: hash, index: index)
    }
    slots = wider
  }

  private func rest(of entry: Entry) -> Range<Int> {
    entry.rest..<entry.rest + max(0, Int(entry.key.length) - TermKey.capacity)
  }

  private func label(of key: TermKey) -> EntityLabel? {
    key.label == 0 ? nil : labels[Int(key.label) - 1]
  }

  private static func slot(hash: UInt64, index: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(index + 1))
  }
}
