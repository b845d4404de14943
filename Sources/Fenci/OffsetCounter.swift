internal import TextModel

/// Turns byte offsets of spans whose starts rise into offsets of another unit, in one walk.
struct OffsetCounter {
  private let utf8: UnsafeBufferPointer<UInt8>
  private let unit: AnalysisJSON.OffsetUnit
  private var byte = 0
  private var offset = 0

  init(_ utf8: UnsafeBufferPointer<UInt8>, unit: AnalysisJSON.OffsetUnit) {
    self.utf8 = utf8
    self.unit = unit
  }

  /// The offsets of a span that begins no earlier than the one before.
  mutating func offsets(of span: TextSpan) -> Range<Int> {
    advance(to: Int(span.start))
    var ahead = self
    ahead.advance(to: Int(span.end))
    return offset..<ahead.offset
  }

  private mutating func advance(to target: Int) {
    if unit == .utf8 {
      offset = target
      return
    }
    while byte < target {
      let lead = utf8[byte]
      // Continuation bytes count nothing; four-byte scalars are two UTF-16 units.
      if lead & 0xC0 != 0x80 { offset += unit == .utf16 && lead >= 0xF0 ? 2 : 1 }
      byte += 1
    }
  }
}
