/// What a run of bytes holds, read as UTF-8.
///
/// An ill-formed sequence is counted as Unicode recommends (and as `String(decoding:as:)` replaces
/// it): the longest beginning of a well-formed sequence is one, any other byte is one by itself.
struct UTF8Statistics {
  private typealias Block = SIMD16<UInt8>

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
    // Where text is of another encoding, not every byte is worth the try.
    var nextTry = 0
    while true {
      if index >= nextTry, let base = bytes.baseAddress {
        skipCommon(base, count: count, &index)
        nextTry = index + Block.scalarCount
      }
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

  /// Counts the well-formed sequences of two and three bytes and passes over ASCII, nearly all of Chinese,
  /// up to the first byte that may be something else or is near the end; sixteen bytes a step.
  @inline(__always)
  private mutating func skipCommon(
    _ base: UnsafePointer<UInt8>, count: Int, _ index: inout Int
  ) {
    // What stands before must not ask for a continuation.
    guard index >= 2, base[index &- 1] < 0xC0, base[index &- 2] < 0xE0 else { return }
    /// The lanes of a mask that hold, as 1; no more steps than a lane can count.
    @inline(__always)
    func ones(_ mask: SIMDMask<Block.MaskStorage>) -> Block {
      Block.zero.replacing(with: all(1), where: mask)
    }
    @inline(__always)
    func sum(_ block: Block) -> Int {
      let pairs = unsafeBitCast(block, to: SIMD8<UInt16>.self)
      return Int(((pairs & 0xFF) &+ (pairs &>> 8)).wrappedSum())
    }
    @inline(__always)
    func all(_ byte: UInt8) -> Block { Block(repeating: byte) }
    @inline(__always)
    func load(_ place: Int) -> Block {
      UnsafeRawBufferPointer(start: base + place, count: Block.scalarCount)
        .loadUnaligned(as: Block.self)
    }
    var place = index
    var isCommon = true
    while isCommon, place &+ Block.scalarCount <= count {
      var leads = Block.zero
      var longLeads = Block.zero
      let limit = min(count &- Block.scalarCount, place &+ 255 &* Block.scalarCount &- 1)
      while place <= limit {
        let block = load(place)
        let isContinuation = (block & all(0xC0)) .== all(0x80)
        let isAskedFor = (load(place &- 1) .>= all(0xC0)) .| (load(place &- 2) .>= all(0xE0))
        // With these begin overlong forms, surrogates and sequences of four bytes.
        let isRare =
          (block .== all(0xE0)) .| (block .== all(0xED)) .| (block .>= all(0xF0))
          .| ((block & all(0xFE)) .== all(0xC0))
        let stops = unsafeBitCast((isContinuation .^ isAskedFor) .| isRare, to: SIMD2<UInt64>.self)
        if stops[0] | stops[1] != 0 {
          isCommon = false
          break
        }
        leads &+= ones(block .>= all(0xC0))
        longLeads &+= ones(block .>= all(0xE0))
        place &+= Block.scalarCount
      }
      let long = sum(longLeads)
      longCount &+= long
      twoByteCount &+= sum(leads) &- long
    }
    guard place > index else { return }
    // A sequence that the last step cut is left to be looked at as a whole.
    if base[place &- 1] >= 0xC0 {
      place &-= 1
    } else if base[place &- 2] >= 0xE0 {
      place &-= 2
    } else {
      index = place
      return
    }
    if base[place] >= 0xE0 { longCount &-= 1 } else { twoByteCount &-= 1 }
    index = place
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
