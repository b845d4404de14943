/// Distinct strings, numbered in the order of first sight; their bytes lie one after the other.
///
/// An open-addressing hash table over bytes: `Dictionary<String, Int>` brings each string into a normal form before it
/// is hashed, and a list of a million names is read at each start of a program.
struct StringTable: Sendable, Hashable {
  /// The bytes of all strings.
  private(set) var bytes: [UInt8] = []
  /// Where each string ends in `bytes`.
  private var ends: [Int] = []
  /// The upper half of the hash, and below it the number plus one; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 64)

  var count: Int { ends.count }

  /// The number of a string, which is `count` as it was before if the string is new.
  ///
  /// - Complexity: O(*n*) in the bytes, amortised.
  mutating func number(of string: some StringProtocol) -> Int {
    let number = string.utf8.withContiguousStorageIfAvailable { self.number(ofBytes: $0) }
    if let number { return number }
    return Array(string.utf8).withUnsafeBufferPointer { self.number(ofBytes: $0) }
  }

  /// Where a string lies in `bytes`.
  func range(of number: Int) -> Range<Int> { (number > 0 ? ends[number - 1] : 0)..<ends[number] }

  private mutating func number(ofBytes string: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(string)
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place] != 0 {
      if slots[place] >> 32 == hash >> 32 {
        let number = Int(slots[place] & 0xFFFF_FFFF) - 1
        if bytes[range(of: number)].elementsEqual(string) { return number }
      }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = hash & ~0xFFFF_FFFF | UInt64(ends.count + 1)
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
    if ends.count * 4 > slots.count * 3 { grow() }
    return ends.count - 1
  }

  private mutating func grow() {
    var wider = [UInt64](repeating: 0, count: slots.count * 4)
    bytes.withUnsafeBufferPointer { bytes in
      for number in ends.indices {
        let hash = Self.hash(UnsafeBufferPointer(rebasing: bytes[range(of: number)]))
        var place = Int(truncatingIfNeeded: hash) & (wider.count - 1)
        while wider[place] != 0 { place = (place + 1) & (wider.count - 1) }
        wider[place] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
      }
    }
    slots = wider
  }

  /// Fowler, Noll and Vo's FNV-1a, eight bytes at a time, with the finishing step of Appleby's MurmurHash3.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let raw = UnsafeRawBufferPointer(bytes)
    var offset = 0
    while offset + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x100_0000_01B3
      hash ^= hash >> 32
      offset += 8
    }
    while offset < raw.count {
      hash = (hash ^ UInt64(raw[offset])) &* 0x100_0000_01B3
      offset += 1
    }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }

  static func == (left: Self, right: Self) -> Bool {
    left.ends == right.ends && left.bytes == right.bytes
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ends)
    hasher.combine(bytes)
  }
}
