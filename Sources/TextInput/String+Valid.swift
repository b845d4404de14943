extension String {
  /// The text of bytes that are known to be UTF-8: to look at them once more would take longer than to
  /// copy them.
  init(valid bytes: UnsafeBufferPointer<UInt8>) {
    if #available(macOS 26, *) {
      self.init(copying: UTF8Span(unchecked: bytes.span))
    } else {
      self.init(decoding: bytes, as: UTF8.self)
    }
  }
}
