/// Cuts a long text into windows at places where no word is cut.
public enum TextWindow {
  /// A window may grow to this many times its size in search of a good place.
  private static let growth = 4

  /// The end of the window that begins at `start`: after a line's end, else after a Chinese full stop
  /// or comma, else after white space, else at a character; at most `growth` times `size` bytes on.
  ///
  /// - Complexity: O(`size`).
  public static func end(in utf8: UnsafeBufferPointer<UInt8>, from start: Int, size: Int) -> Int {
    guard utf8.count - start > size else { return utf8.count }
    let limit = min(utf8.count, start + size)
    if let end = lastEnd(in: utf8, from: start, to: limit, isCut: isLineEnd) { return end }
    let further = min(utf8.count, start + size * growth)
    if let end = firstEnd(in: utf8, from: limit, to: further, isCut: isStop) { return end }
    if let end = lastEnd(in: utf8, from: start, to: limit, isCut: isStop) { return end }
    if let end = lastEnd(in: utf8, from: start, to: limit, isCut: isSpace) { return end }
    if further == utf8.count { return further }
    var end = further
    while end > start, utf8[end] & 0xC0 == 0x80 { end -= 1 }
    return beforeMarks(in: utf8, end: end, start: start)
  }

  /// The last place after a cut, not before the middle: short windows waste work.
  private static func lastEnd(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int,
    isCut: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> Int? {
    var end = limit
    while end > start + (limit - start) / 2 {
      if isCut(utf8, end) { return end }
      end -= 1
    }
    return nil
  }

  private static func firstEnd(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int,
    isCut: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> Int? {
    var end = start
    while end < limit {
      if isCut(utf8, end) { return end }
      end += 1
    }
    return nil
  }

  private static func isLineEnd(_ utf8: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    utf8[end - 1] == UInt8(ascii: "\n") && (end == utf8.count || utf8[end] < 0xCC)
      || utf8[end - 1] == UInt8(ascii: "\n") && end < utf8.count && utf8[end] >= 0xE2
        && utf8[end] < 0xEA
  }

  /// After 。 ， ！ ？ ； and before a Chinese character.
  private static func isStop(_ utf8: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    guard end >= 3, end < utf8.count, utf8[end] >= 0xE4, utf8[end] <= 0xE9 else {
      return false
    }
    let mark = (utf8[end - 3], utf8[end - 2], utf8[end - 1])
    switch mark {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F),
      (0xEF, 0xBC, 0x9B):
      return true
    default:
      return false
    }
  }

  /// After a space and before an ASCII letter or a Chinese character.
  private static func isSpace(_ utf8: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    guard utf8[end - 1] == 0x20, end < utf8.count else { return false }
    return utf8[end] > 0x20 && utf8[end] < 0x80 || utf8[end] >= 0xE4 && utf8[end] <= 0xE9
  }

  /// The place before a character that is not certain to begin anew: steps back over what is not
  /// ASCII or a plain Chinese character.
  private static func beforeMarks(
    in utf8: UnsafeBufferPointer<UInt8>, end: Int, start: Int
  ) -> Int {
    var place = end
    var steps = 0
    while place > start + 1, steps < 1024 {
      let lead = utf8[place]
      if lead >= 0xE4 && lead <= 0xE9 || lead > 0x20 && lead < 0x80 { return place }
      place -= 1
      while place > start, utf8[place] & 0xC0 == 0x80 { place -= 1 }
      steps += 1
    }
    return end
  }
}
