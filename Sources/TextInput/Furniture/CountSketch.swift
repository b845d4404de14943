/// How often each of many hashes was seen, at least: a count-min sketch (Cormode and Muthukrishnan, 2005) with
/// conservative update, of fixed size. An estimate is never too small.
struct CountSketch: Sendable {
  private static let rows = 4
  private static let width = 1 << 23

  /// Counts up to 255, row after row: 32 MiB.
  private var counts = [UInt8](repeating: 0, count: rows * width)

  mutating func add(_ hash: UInt64) {
    let estimate = estimate(hash)
    guard estimate < .max else { return }
    for row in 0..<Self.rows {
      let place = Self.place(of: hash, row)
      counts[place] = max(counts[place], estimate + 1)
    }
  }

  func estimate(_ hash: UInt64) -> UInt8 {
    (0..<Self.rows).reduce(.max) { min($0, counts[Self.place(of: hash, $1)]) }
  }

  /// Two halves of a good hash make all the rows (Kirsch and Mitzenmacher, 2006).
  private static func place(of hash: UInt64, _ row: Int) -> Int {
    let step = hash >> 32 | 1
    return row * width + Int(truncatingIfNeeded: hash &+ UInt64(row) &* step) & (width - 1)
  }
}
