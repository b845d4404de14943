/// The bytes of a term, packed for quick hashing and comparison.
///
/// The first 16 bytes stand in two words; nearly all Chinese words (up to five characters) are whole
/// there, so that looking them up touches no other memory.
struct TermKey: Sendable {
  /// Bytes 0 to 7, the first lowest; zero where there are none.
  var low: UInt64 = 0
  /// Bytes 8 to 15.
  var high: UInt64 = 0
  /// The number of bytes.
  var length: UInt32
  /// The label's number; 0 for a word.
  var label: UInt16

  /// The number of bytes that the two words hold.
  static let capacity = 16

  init(_ bytes: UnsafeBufferPointer<UInt8>, label: UInt16) {
    length = UInt32(bytes.count)
    self.label = label
    for offset in 0..<min(8, bytes.count) {
      low |= UInt64(bytes[offset]) << UInt64(8 * offset)
    }
    if bytes.count > 8 {
      for offset in 8..<min(Self.capacity, bytes.count) {
        high |= UInt64(bytes[offset]) << UInt64(8 * offset - 64)
      }
    }
  }

  /// Whether the two words hold all the bytes.
  var isWhole: Bool { Int(length) <= Self.capacity }

  /// Whether the keys agree in all that they hold.
  func matches(_ other: TermKey) -> Bool {
    low == other.low && high == other.high && length == other.length && label == other.label
  }

  /// Calls `body` with the bytes that the two words hold.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let count = min(Self.capacity, Int(length))
    return withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) { raw in
      raw.withMemoryRebound(to: UInt8.self) {
        body(UnsafeBufferPointer(rebasing: $0[..<count]))
      }
    }
  }

  /// A hash of the key and of `rest`, the bytes beyond it: multiplication by odd constants, mixed by the
  /// finishing step of Appleby's MurmurHash3 (public domain). It is the same in every run.
  func hash(rest: some Sequence<UInt8>) -> UInt64 {
    var hash = low &* 0x9E37_79B9_7F4A_7C15
    hash = Self.mixed(hash ^ high &* 0xC2B2_AE3D_27D4_EB4F ^ UInt64(label) << 32 ^ UInt64(length))
    if !isWhole {
      for byte in rest { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = Self.mixed(hash)
    }
    return hash
  }

  private static func mixed(_ hash: UInt64) -> UInt64 {
    var hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
