/// Whole numbers as bytes: groups of seven bits, the lowest first, each but the last with its eighth bit set
/// (LEB128). Small numbers are short.
enum ByteCode {
  /// Appends a number.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Reads a number, and moves `index` behind it.
  ///
  /// - Precondition: the bytes are such as `append` writes.
  @inline(__always)
  static func number(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Int {
    var number = UInt64(bytes[index] & 0x7F)
    var shift: UInt64 = 7
    while bytes[index] & 0x80 != 0 {
      index += 1
      number |= UInt64(bytes[index] & 0x7F) << shift
      shift += 7
    }
    index += 1
    return Int(number)
  }
}
