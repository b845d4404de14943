internal import Platform

/// Finds where a block of text may end.
enum BlockCutter {
  /// The end of the last line within the first `target` bytes, or of the first line if that is
  /// longer; nil if more bytes are needed to know it.
  ///
  /// Lines end with LF, CRLF or CR. CR counts only where no LF is near, and never between CR and
  /// LF.
  ///
  /// - Parameters:
  ///   - scanned: The number of bytes known to hold no line end.
  ///   - isWhole: Whether no bytes follow these.
  static func lineEnd(
    in bytes: UnsafeBufferPointer<UInt8>, target: Int, scanned: Int, isWhole: Bool
  ) -> Int? {
    let window = min(target, bytes.count)
    if let end = lastLineEnd(in: bytes, before: window) { return end }
    if isWhole, bytes.count <= target { return bytes.count }
    var place = max(scanned, 0)
    let lineFeed = first(ASCII.lineFeed, in: bytes, from: place)
    while let carriageReturn = first(
      ASCII.carriageReturn, in: bytes, from: place, to: lineFeed ?? bytes.count)
    {
      // At the very end an LF may still follow.
      if carriageReturn + 1 == bytes.count { return isWhole ? bytes.count : nil }
      if bytes[carriageReturn + 1] != ASCII.lineFeed { return carriageReturn + 1 }
      place = carriageReturn + 1
    }
    if let lineFeed { return lineFeed + 1 }
    return isWhole ? bytes.count : nil
  }

  /// Where plain text may be cut: after a line end, else after a sentence or white space, else
  /// between two characters. Never more than `limit`; at least 1 if there is a byte.
  ///
  /// - Parameter bytes: At least `limit` + 1 bytes, or all that there are.
  static func textEnd(
    in bytes: UnsafeBufferPointer<UInt8>, target: Int, limit: Int
  ) -> Int {
    if bytes.count <= target { return bytes.count }
    if let end = lastLineEnd(in: bytes, before: target) { return end }
    for end in stride(from: target, to: 0, by: -1) where isSentenceEnd(bytes, before: end) {
      return end
    }
    let last = min(limit, bytes.count)
    for end in target + 1..<max(target + 1, last) {
      if bytes[end - 1] == ASCII.lineFeed || isSentenceEnd(bytes, before: end) { return end }
    }
    if bytes.count <= limit { return bytes.count }
    return characterBoundary(in: bytes, before: limit)
  }

  /// The number of line ends.
  static func lineEndCount(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var place = 0
    while let found = first(ASCII.lineFeed, in: bytes, from: place) {
      count += 1
      place = found + 1
    }
    place = 0
    while let found = first(ASCII.carriageReturn, in: bytes, from: place) {
      if found + 1 == bytes.count || bytes[found + 1] != ASCII.lineFeed { count += 1 }
      place = found + 1
    }
    return count
  }

  /// Whether a byte is among the bytes.
  static func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { first(byte, in: $0, from: 0) != nil }
  }

  /// The first place of a byte in part of the bytes.
  static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int? = nil
  ) -> Int? {
    let end = end ?? bytes.count
    guard start < end, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// How often some bytes, at least one, stand in others.
  static func count(of pattern: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // The last byte of a character is rarer than its first.
    guard let last = pattern.last else { return 0 }
    var count = 0
    var place = pattern.count - 1
    while let found = first(last, in: bytes, from: place) {
      if bytes[..<(found + 1)].suffix(pattern.count).elementsEqual(pattern) { count += 1 }
      place = found + 1
    }
    return count
  }

  private static func lastLineEnd(
    in bytes: UnsafeBufferPointer<UInt8>, before window: Int
  ) -> Int? {
    // Going back byte by byte is slow where there is nothing to find, as in a text without lines.
    guard
      first(ASCII.lineFeed, in: bytes, from: 0, to: window) != nil
        || first(ASCII.carriageReturn, in: bytes, from: 0, to: window) != nil
    else { return nil }
    var place = window
    var carriageReturn: Int?
    while place > 0 {
      place -= 1
      if bytes[place] == ASCII.lineFeed { return place + 1 }
      if bytes[place] == ASCII.carriageReturn, carriageReturn == nil, place + 1 < bytes.count,
        bytes[place + 1] != ASCII.lineFeed
      {
        carriageReturn = place + 1
      }
    }
    return carriageReturn
  }

  /// Whether 。！？ or white space ends there. (Between CR and LF there is no end.)
  private static func isSentenceEnd(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    let last = bytes[end - 1]
    if last == ASCII.space || last == ASCII.tab { return true }
    guard last & 0xC0 == 0x80, end >= 3 else { return false }
    switch (bytes[end - 3], bytes[end - 2], last) {
    case (0xE3, 0x80, 0x80), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return true
    default: return false
    }
  }

  /// The last place, at most `limit`, that is not inside a character or between CR and LF.
  private static func characterBoundary(
    in bytes: UnsafeBufferPointer<UInt8>, before limit: Int
  ) -> Int {
    if bytes[limit] == ASCII.lineFeed, bytes[limit - 1] == ASCII.carriageReturn { return limit - 1 }
    for end in stride(from: limit, to: max(0, limit - 4), by: -1)
    where bytes[end] & 0xC0 != 0x80 {
      return end
    }
    return limit
  }
}
