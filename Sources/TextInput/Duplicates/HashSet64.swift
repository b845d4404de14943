/// A set of 64-bit hashes in an open-addressing table: 11 to 21 bytes a hash.
struct HashSet64: Sendable {
  /// 0 is free; the hash 0 is entered as 1.
  private var slots = [UInt64](repeating: 0, count: 64)
  private(set) var count = 0

  /// Enters a hash, and tells whether it is new.
  mutating func insert(_ hash: UInt64) -> Bool {
    let hash = hash == 0 ? 1 : hash
    var position = Self.place(of: hash, among: slots.count)
    while slots[position] != 0 {
      if slots[position] == hash { return false }
      position = (position + 1) & (slots.count - 1)
    }
    slots[position] = hash
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return true
  }

  private mutating func grow() {
    var wider = [UInt64](repeating: 0, count: slots.count * 2)
    for hash in slots where hash != 0 {
      var position = Self.place(of: hash, among: wider.count)
      while wider[position] != 0 { position = (position + 1) & (wider.count - 1) }
      wider[position] = hash
    }
    slots = wider
  }

  private static func place(of hash: UInt64, among count: Int) -> Int {
    Int(truncatingIfNeeded: hash) & (count - 1)
  }
}
