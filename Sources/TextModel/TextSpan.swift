/// A range of UTF-8 bytes of a document's text.
///
/// Both ends lie on character boundaries of the text. Offsets are 32 bits wide, so that a token stays
/// small: a document's text is therefore at most 4 GiB.
public struct TextSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: UInt32
  /// The offset after the last byte; never less than `start`.
  public var end: UInt32

  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// - Precondition: `0 <= range.lowerBound`, and the upper bound fits 32 bits.
  @inlinable
  public init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  /// The number of bytes.
  @inlinable public var count: Int { Int(end - start) }

  @inlinable public var isEmpty: Bool { start == end }

  /// The span as a range of byte offsets.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }

  /// Whether the two spans share at least one byte.
  @inlinable
  public func overlaps(_ other: TextSpan) -> Bool {
    start < other.end && other.start < end
  }

  /// The span moved towards the end by `offset` bytes.
  @inlinable
  public func shifted(by offset: Int) -> TextSpan {
    TextSpan(start: UInt32(Int(start) + offset), end: UInt32(Int(end) + offset))
  }
}

extension TextSpan: Comparable {
  /// Orders by start, then by end.
  @inlinable
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
