/// What the bytes of a file say about its encoding, gathered piece by piece over all of it.
///
/// A page may be ASCII for a long time before its first Chinese word, so no beginning is enough. What is
/// kept is bounded: counts, and those stretches of text that hold bytes outside ASCII.
struct EncodingEvidence {
  /// At most so many bytes are kept for the letter statistics: of the first piece, and of all.
  private static let firstShare = 24 << 10
  private static let laterShare = 1 << 10
  private static let capacity = 48 << 10

  /// The first bytes, for a byte-order mark.
  private(set) var head: [UInt8] = []
  /// Counts of UTF-8 sequences.
  private(set) var twoByteCount = 0
  private(set) var longCount = 0
  private(set) var invalidCount = 0
  /// How often each place modulo four holds a zero byte.
  private(set) var zeroCounts = [0, 0, 0, 0]
  private(set) var byteCount = 0
  /// Stretches that hold bytes outside ASCII, a line each. They begin and end at characters in all
  /// encodings whose later bytes are at least 0x30: GB18030, Big5 and EUC-TW.
  private(set) var stretches: [UInt8] = []
  /// Aligned bytes from the beginning, for UTF-16 and UTF-32.
  private(set) var aligned: [UInt8] = []
  /// What follows the first `~{` of a file that is ASCII so far, for HZ.
  private(set) var escaped: [UInt8] = []
  private var isASCII = true

  /// The number of well-formed UTF-8 sequences outside ASCII.
  var validCount: Int { twoByteCount + longCount }
  /// Whether a byte outside ASCII, an escape of HZ or a zero byte was seen.
  var isTelling: Bool { !isASCII || !escaped.isEmpty || zeroCounts.contains { $0 > 0 } }

  /// Takes the next bytes of the file, or bytes from further on.
  ///
  /// - Parameters:
  ///   - offset: Where they stand in the file.
  ///   - isLast: Whether the file ends with them: otherwise their last character may be cut.
  /// - Complexity: O(*n*), at the speed of memory where the bytes are UTF-8.
  mutating func add(_ bytes: [UInt8], at offset: Int, isLast: Bool) {
    bytes.withUnsafeBufferPointer { add($0, at: offset, isLast: isLast) }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, isLast: Bool) {
    if offset == 0 { head = Array(bytes.prefix(4)) }
    byteCount += bytes.count
    countSequences(bytes, isFirst: offset == 0, isLast: isLast)
    if BlockCutter.first(0, in: bytes, from: 0) != nil {
      for place in bytes.indices where bytes[place] == 0 { zeroCounts[(offset + place) & 3] += 1 }
    }
    if isASCII, validCount + invalidCount > 0 { isASCII = false }
    // Of a whole file in UTF-8 no letters are needed.
    if !isASCII, offset == 0, isLast, invalidCount == 0 { return }
    if isASCII {
      addEscapes(bytes)
    } else {
      addStretches(bytes, isFirst: offset == 0, isLast: isLast)
    }
    let room = Self.firstShare - aligned.count
    if offset & 3 == 0, room > 0 { aligned += bytes.prefix(room & ~3) }
  }

  private mutating func countSequences(
    _ bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool, isLast: Bool
  ) {
    // A piece may begin inside a character: up to three bytes of one are left out.
    let start = isFirst ? 0 : bytes.prefix(3).prefix { $0 & 0xC0 == 0x80 }.count
    let statistics = UTF8Statistics(UnsafeBufferPointer(rebasing: bytes[start...]))
    twoByteCount += statistics.twoByteCount
    longCount += statistics.longCount
    invalidCount += statistics.invalidCount
    if !isLast, statistics.endsInsideCharacter { invalidCount -= 1 }
  }

  private mutating func addEscapes(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    if escaped.isEmpty {
      while let found = BlockCutter.first(UInt8(ascii: "~"), in: bytes, from: place) {
        if found + 1 < bytes.count, bytes[found + 1] == ASCII.openBrace {
          escaped = Array(bytes[found...].prefix(Self.firstShare))
          return
        }
        place = found + 1
      }
    } else if escaped.count < Self.firstShare {
      escaped += bytes.prefix(Self.firstShare - escaped.count)
    }
  }

  private mutating func addStretches(
    _ bytes: UnsafeBufferPointer<UInt8>, isFirst: Bool, isLast: Bool
  ) {
    var room = min(
      stretches.isEmpty ? Self.firstShare : Self.laterShare, Self.capacity - stretches.count)
    var start = 0
    // A piece from further on may begin inside a character.
    if !isFirst { start = bytes.firstIndex(where: Self.separates) ?? bytes.count }
    while start < bytes.count, room > 0 {
      guard let found = bytes[start...].firstIndex(where: { $0 >= 0x80 }) else { return }
      // Back to where the stretch begins.
      var begin = found
      while begin > start, !Self.separates(bytes[begin - 1]) { begin -= 1 }
      let ahead = bytes[found...].prefix(room)
      let end = ahead.firstIndex(where: Self.separates) ?? ahead.endIndex
      stretches += bytes[max(begin, found - 64)..<end]
      // What is cut is told by the missing line end.
      if end < bytes.count, Self.separates(bytes[end]) { stretches.append(ASCII.lineFeed) }
      room -= end - begin
      start = end
    }
  }

  /// Whether a byte is a character by itself wherever it stands.
  private static func separates(_ byte: UInt8) -> Bool { byte < 0x30 }
}
