/// Counts of n-grams under 64-bit keys: open addressing, for the hundred million look-ups of training.
struct NGramTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private(set) var count = 0

  /// The key that no n-gram has.
  private static let empty = UInt64.max

  init() {
    keys = [UInt64](repeating: Self.empty, count: 1 << 16)
    values = [Int32](repeating: 0, count: 1 << 16)
  }

  static func key(_ first: UInt16, _ second: UInt16) -> UInt64 {
    UInt64(first) << 16 | UInt64(second)
  }

  static func key(_ first: UInt16, _ second: UInt16, _ third: UInt16) -> UInt64 {
    1 << 48 | UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third)
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var hash = key &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    var slot = Int(truncatingIfNeeded: hash) & mask
    while keys[slot] != key, keys[slot] != Self.empty { slot = (slot + 1) & mask }
    return slot
  }

  /// The value of a key; nil if it has none.
  func value(of key: UInt64) -> Int32? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  mutating func add(_ amount: Int32, to key: UInt64) {
    let slot = slot(of: key)
    if keys[slot] == Self.empty {
      keys[slot] = key
      count += 1
    }
    values[slot] += amount
    if count * 2 > keys.count { grow() }
  }

  private mutating func grow() {
    var larger = NGramTable()
    larger.keys = [UInt64](repeating: Self.empty, count: keys.count * 2)
    larger.values = [Int32](repeating: 0, count: keys.count * 2)
    for (key, value) in zip(keys, values) where key != Self.empty { larger.add(value, to: key) }
    self = larger
  }

  /// The keys that reach a count, in their order.
  func keys(reaching count: Int32) -> [UInt64] {
    zip(keys, values).filter { $0 != Self.empty && $1 >= count }.map(\.0).sorted()
  }

  /// A table that gives each key its place among `keys`.
  static func indices(of keys: [UInt64]) -> NGramTable {
    var table = NGramTable()
    for (index, key) in keys.enumerated() { table.add(Int32(index), to: key) }
    return table
  }
}
