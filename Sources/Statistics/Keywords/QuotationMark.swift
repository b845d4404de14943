/// The marks that stand around a title, a quoted word, or a column's name: “…”, ‘…’, 《…》, 「…」, 『…』, 【…】, "…".
enum QuotationMark {
  /// Whether an opening mark ends at that offset.
  static func opens(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if offset > 0, bytes[offset - 1] == UInt8(ascii: "\"") { return true }
    guard offset >= 3 else { return false }
    return switch (bytes[offset - 3], bytes[offset - 2], bytes[offset - 1]) {
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x98), (0xE3, 0x80, 0x8A), (0xE3, 0x80, 0x8C),
      (0xE3, 0x80, 0x8E), (0xE3, 0x80, 0x90):
      true
    default: false
    }
  }

  /// Whether a closing mark begins at that offset.
  static func closes(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return true }
    guard offset + 3 <= bytes.count else { return false }
    return switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
    case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99), (0xE3, 0x80, 0x8B), (0xE3, 0x80, 0x8D),
      (0xE3, 0x80, 0x8F), (0xE3, 0x80, 0x91):
      true
    default: false
    }
  }
}
