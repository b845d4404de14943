/// Reads numbers and text from bytes that may be damaged.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  /// A number of `ByteCode`.
  mutating func number() throws(CountsError) -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard index < bytes.count, shift < 63 else { throw CountsError.damaged }
      let byte = bytes[index]
      index += 1
      number |= UInt64(byte & 0x7F) << shift
      shift += 7
      if byte & 0x80 == 0 { return Int(number) }
    }
  }

  /// A number of at most `limit`.
  mutating func number(through limit: Int) throws(CountsError) -> Int {
    let number = try number()
    guard number <= limit else { throw CountsError.damaged }
    return number
  }

  /// The next bytes.
  mutating func bytes(_ count: Int) throws(CountsError) -> UnsafeRawBufferPointer {
    guard count <= bytes.count - index else { throw CountsError.damaged }
    defer { index += count }
    return UnsafeRawBufferPointer(rebasing: bytes[index..<index + count])
  }
}
