/// Values by 64-bit keys, made once and read often: an open-addressing table that hashes with one multiplication.
struct KeyTable<Value: Sendable>: Sendable {
  /// No key is 0: that is a free place.
  private var keys: [UInt64] = []
  private var values: [Value?] = []
  private let shift: UInt64

  init(_ entries: [UInt64: Value]) {
    var bits: UInt64 = 4
    while 1 << bits < 4 * entries.count { bits += 1 }
    shift = 64 - bits
    keys = Array(repeating: 0, count: 1 << bits)
    values = Array(repeating: nil, count: 1 << bits)
    for (key, value) in entries {
      precondition(key != 0)
      var place = place(of: key)
      while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
      keys[place] = key
      values[place] = value
    }
  }

  subscript(key: UInt64) -> Value? {
    var place = place(of: key)
    while keys[place] != key {
      // Most keys that are asked for are not there.
      if keys[place] == 0 { return nil }
      place = (place + 1) & (keys.count - 1)
    }
    return values[place]
  }

  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
