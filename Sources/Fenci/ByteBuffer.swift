/// Bytes that grow by small pieces, with no check at each: the caller reserves room beforehand.
///
/// Writing the words of a text is millions of copies of a few bytes; an array's own `append` costs more
/// than the copying.
struct ByteBuffer {
  private var base: UnsafeMutablePointer<UInt8>
  private var count: Int
  private var capacity: Int

  /// Room behind the reserved bytes, for copies in whole vectors.
  private static let slack = 16

  /// A buffer that begins with the bytes of an array, which is empty afterwards.
  init(takingOver bytes: inout [UInt8]) {
    count = bytes.count
    capacity = bytes.count + 4096
    base = .allocate(capacity: capacity + Self.slack)
    base.initialize(from: bytes, count: count)
    bytes = []
  }

  /// Makes room for some more bytes.
  mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = (count + more) * 3 / 2
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.slack)
    grown.initialize(from: base, count: count)
    base.deallocate()
    base = grown
  }

  /// - Precondition: room is reserved.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    assert(count < capacity)
    base[count] = byte
    count &+= 1
  }

  /// Appends a range of `source`.
  ///
  /// - Precondition: room is reserved.
  @inline(__always)
  mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    assert(count + end - start <= capacity)
    let length = end &- start
    let from = UnsafeRawPointer(source.baseAddress.unsafelyUnwrapped + start)
    if length <= 16, start &+ 16 <= source.count {
      // Sixteen bytes at once, whatever the length: what is too much is overwritten next.
      UnsafeMutableRawPointer(base + count).storeBytes(
        of: from.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
    } else {
      UnsafeMutableRawPointer(base + count).copyMemory(from: from, byteCount: length)
    }
    count &+= length
  }

  /// The bytes; the buffer must not be used any more.
  mutating func finish() -> [UInt8] {
    defer { base.deallocate() }
    return Array(UnsafeBufferPointer(start: base, count: count))
  }
}
