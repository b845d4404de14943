/// What a line is known by when it comes again: its characters, with 0 for each number, and without white
/// space at its ends. `评论(18)` and `评论(7)` are one.
struct LinePattern {
  private(set) var bytes: [UInt8] = []
  private(set) var hash: UInt64 = 0

  /// - Returns: nil for a line with fewer than two bytes that are neither marks nor numbers.
  /// - Complexity: O(*n*).
  init?(_ line: some Collection<UInt8>) {
    bytes.reserveCapacity(line.underestimatedCount)
    var letters = 0
    var wasDigit = false
    for byte in line {
      let isDigit = ASCII.isDigit(byte)
      if isDigit, wasDigit { continue }
      wasDigit = isDigit
      if bytes.isEmpty, ASCII.isWhiteSpace(byte) { continue }
      bytes.append(isDigit ? UInt8(ascii: "0") : byte)
      if byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) { letters += 1 }
    }
    let space: [UInt8] = [0xE3, 0x80, 0x80]
    while bytes.starts(with: space) { bytes.removeFirst(3) }
    while let last = bytes.last {
      if ASCII.isWhiteSpace(last) {
        bytes.removeLast()
      } else if bytes.suffix(3).elementsEqual(space) {
        bytes.removeLast(3)
      } else {
        break
      }
    }
    guard letters >= 2, !bytes.isEmpty else { return nil }
    // A tab would part the columns of the list.
    for index in bytes.indices where bytes[index] == ASCII.tab { bytes[index] = ASCII.space }
    var hash = UInt64(bytes.count)
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    self.hash = TextFingerprint.mixed(hash)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
