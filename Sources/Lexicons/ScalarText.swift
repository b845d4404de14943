public import ICU

/// A piece of text decoded for look-ups: for each scalar its `CharacterTable` entry and byte offset.
///
/// The buffers are kept and used again, so that a thread that analyses text after text allocates
/// nothing. One owner, one thread at a time.
public final class ScalarText {
  /// The entries; `count` are in use.
  @exclusivity(unchecked) public private(set) var entries: UnsafeMutablePointer<UInt32>
  /// The offset of each scalar's first byte, and after the last one the number of bytes.
  @exclusivity(unchecked) public private(set) var offsets: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) public private(set) var count = 0
  /// The classes that occur, as a set of bits: bit *n* for raw value *n*.
  @exclusivity(unchecked) public private(set) var seenClasses: UInt32 = 0
  private var capacity: Int

  public init() {
    capacity = 1 << 15
    entries = .allocate(capacity: capacity + 1)
    offsets = .allocate(capacity: capacity + 1)
  }

  deinit {
    entries.deallocate()
    offsets.deallocate()
  }

  /// Whether a character of the class occurs.
  public func contains(_ characterClass: CharacterClass) -> Bool {
    seenClasses & (1 << UInt32(characterClass.rawValue)) != 0
  }

  /// Decodes `utf8`, which must be valid UTF-8.
  ///
  /// - Complexity: O(*n*), with one table look-up a scalar.
  public func decode(_ utf8: UnsafeBufferPointer<UInt8>, with table: CharacterTable) {
    reserve(utf8.count)
    guard let bytes = utf8.baseAddress else {
      count = 0
      seenClasses = 0
      offsets[0] = 0
      return
    }
    let end = utf8.count
    let entries = self.entries
    let offsets = self.offsets
    let basic = table.basicEntries
    var seen: UInt32 = 0
    var index = 0
    var offset = 0
    while offset < end {
      offsets[index] = UInt32(truncatingIfNeeded: offset)
      let lead = UInt32(bytes[offset])
      let entry: UInt32
      if lead >= 0xE0, lead < 0xF0 {
        // What the marks of the three bytes make too much is taken off at the end.
        let marked = lead &<< 12 &+ UInt32(bytes[offset &+ 1]) &<< 6 &+ UInt32(bytes[offset &+ 2])
        entry = basic[Int(marked &- 0xE2080)]
        offset &+= 3
      } else if lead < 0x80 {
        entry = basic[Int(lead)]
        offset &+= 1
      } else if lead < 0xE0 {
        entry = basic[Int((lead & 0x1F) << 6 | UInt32(bytes[offset &+ 1]) & 0x3F)]
        offset &+= 2
      } else {
        let codePoint =
          (lead & 0x07) << 18 | (UInt32(bytes[offset &+ 1]) & 0x3F) << 12
          | (UInt32(bytes[offset &+ 2]) & 0x3F) << 6 | UInt32(bytes[offset &+ 3]) & 0x3F
        entry = table.entry(of: codePoint)
        offset &+= 4
      }
      entries[index] = entry
      seen |= 1 &<< (entry >> 16 & 0xFF)
      index &+= 1
    }
    offsets[index] = UInt32(truncatingIfNeeded: offset)
    count = index
    seenClasses = seen
  }

  private func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    entries.deallocate()
    offsets.deallocate()
    capacity = needed + needed / 2
    entries = .allocate(capacity: capacity + 1)
    offsets = .allocate(capacity: capacity + 1)
  }
}
