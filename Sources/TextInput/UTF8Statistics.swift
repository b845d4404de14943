/// What a run of bytes holds, read as UTF-8.
///
/// An ill-formed sequence is counted as Unicode recommends (and as `String(decoding:as:)` replaces
/// it): the longest beginning of a well-formed sequence is one, any other byte is one by itself.
struct UTF8Statistics {
  /// The number of well-formed sequences of two bytes.
  private(set) var twoByteCount = 0
  /// The number of well-formed sequences of three and four bytes: nearly all of Chinese.
  private(set) var longCount = 0
  /// The number of ill-formed sequences.
  private(set) var invalidCount = 0
  /// Where the first ill-formed sequence begins.
  private(set) var firstInvalidOffset: Int?
  /// Whether the bytes end inside a sequence that was well-formed so far; it counts as ill-formed.
  private(set) var endsInsideCharacter = false

  /// - Complexity: O(*n*), one pass.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var index = 0
    while true {
      if let base = bytes.baseAddress { skipCommon(base, count: count, &index) }
      guard index < count else { break }
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length = Self.length(ofLead: lead)
      guard length > 0 else {
        addInvalid(at: index)
        index += 1
        continue
      }
      var read = 1
      while read < length, index + read < count,
        Self.isContinuation(bytes[index + read], at: read, after: lead)
      {
        read += 1
      }
      if read == length {
        if length == 2 { twoByteCount += 1 } else { longCount += 1 }
      } else {
        addInvalid(at: index)
        endsInsideCharacter = index + read == count
      }
      index += read
    }
  }

  /// Counts the well-formed sequences of three bytes and the ASCII characters, nearly all of Chinese, up
  /// to the first byte that is something else or is near the end; two Chinese characters in one step, or eight of
  /// ASCII.
  @inline(__always)
  private mutating func skipCommon(
    _ base: UnsafePointer<UInt8>, count: Int, _ index: inout Int
  ) {
    /// Whether a word begins neither with an overlong form (E0 80…9F) nor a surrogate (ED A0…BF).
    @inline(__always)
    func isPlain(_ word: UInt64) -> Bool {
      word & 0x200F != 0 && word & 0x200F != 0x200D
    }
    let high: UInt64 = 0x8080_8080_8080_8080
    var long = 0
    while index &+ 8 <= count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, isPlain(word), isPlain(word &>> 24) {
        long &+= 2
        index &+= 6
      } else if word & 0xC0_C0F0 == 0x80_80E0, isPlain(word) {
        long &+= 1
        index &+= 3
      } else if word & 0x80 == 0 {
        // All up to the first byte that is not ASCII, or all eight.
        index &+= (word & high).trailingZeroBitCount >> 3
      } else {
        break
      }
    }
    longCount += long
  }

  init(_ bytes: [UInt8]) {
    self = bytes.withUnsafeBufferPointer { UTF8Statistics($0) }
  }

  var isValid: Bool { invalidCount == 0 }

  private mutating func addInvalid(at offset: Int) {
    invalidCount += 1
    if firstInvalidOffset == nil { firstInvalidOffset = offset }
  }

  /// The length of the sequence a byte begins, or 0 if it begins none.
  private static func length(ofLead lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// Whether the byte may stand in that place: overlong forms, surrogates and what lies above
  /// U+10FFFF are excluded by the second byte.
  private static func isContinuation(_ byte: UInt8, at place: Int, after lead: UInt8) -> Bool {
    guard place == 1 else { return byte & 0xC0 == 0x80 }
    switch lead {
    case 0xE0: return (0xA0...0xBF).contains(byte)
    case 0xED: return (0x80...0x9F).contains(byte)
    case 0xF0: return (0x90...0xBF).contains(byte)
    case 0xF4: return (0x80...0x8F).contains(byte)
    default: return byte & 0xC0 == 0x80
    }
  }
}
