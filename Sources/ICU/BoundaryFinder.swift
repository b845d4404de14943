internal import CICU

/// ICU's rules for the boundaries of characters, words or sentences (Unicode Standard Annex #29),
/// with its dictionary for Chinese.
///
/// One owner, one thread at a time; opening one costs some tenths of a millisecond, so keep it.
public final class BoundaryFinder {
  /// What the boundaries separate.
  public enum Unit: Int32, Sendable {
    case character = 0
    case word = 1
    case sentence = 2
  }

  private let handle: OpaquePointer

  /// - Throws: `ICUError` if the locale's rules cannot be opened.
  public init(_ unit: Unit, locale: String = "zh") throws(ICUError) {
    var status: Int32 = 0
    guard let handle = cicu_breaker_open(unit.rawValue, locale, &status) else {
      throw ICUError(status, in: "ubrk_open")
    }
    self.handle = handle
  }

  deinit { cicu_breaker_close(handle) }

  /// Calls `body` with the byte offset of the end of every piece of `utf8`, in order.
  ///
  /// - Throws: `ICUError` if ICU refuses the text (it must be shorter than 2 GiB).
  /// - Complexity: O(*n*) in the number of bytes.
  public func forEachBoundary(
    in utf8: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) throws(ICUError) {
    guard let base = utf8.baseAddress, utf8.count > 0 else { return }
    let status = cicu_breaker_set_text(handle, base, Int64(utf8.count))
    guard status <= 0 else { throw ICUError(status, in: "ubrk_setUText") }
    while true {
      let boundary = cicu_breaker_next(handle)
      if boundary < 0 { return }
      body(Int(boundary))
    }
  }
}
