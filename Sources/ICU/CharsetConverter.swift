internal import CICU

/// A streaming conversion of bytes from a charset to UTF-8, or from UTF-8 to a charset.
///
/// Bytes that mean nothing in the charset become U+FFFD, and where they stood is kept. The bytes may
/// come in pieces cut anywhere.
///
/// ```swift
/// var converter = try CharsetConverter(from: "GB18030")
/// var text: [UInt8] = []
/// try converter.convert(bytes, appendingTo: &text, isLast: true)
/// ```
public struct CharsetConverter: ~Copyable {
  private let handle: OpaquePointer

  /// A conversion from the named charset to UTF-8. Any name known to ICU will do.
  ///
  /// - Throws: `ICUError` if ICU knows no such charset.
  public init(from name: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_converter_open(name, &status) else {
      throw ICUError(status, in: "ucnv_open")
    }
    unsafe self.handle = handle
  }

  /// A conversion from UTF-8 to the named charset; a character the charset lacks is replaced by the
  /// charset's own substitute.
  ///
  /// - Throws: `ICUError` if ICU knows no such charset.
  public init(to name: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_converter_open_encoder(name, &status) else {
      throw ICUError(status, in: "ucnv_open")
    }
    unsafe self.handle = handle
  }

  deinit { unsafe cicu_converter_close(handle) }

  /// The name ICU itself uses for a charset (`gbk` → `GBK`), or nil if it knows none of that name.
  public static func canonicalName(of label: String) -> String? {
    guard !label.isEmpty, let name = unsafe cicu_converter_canonical_name(label) else { return nil }
    return unsafe String(cString: name)
  }

  /// Converts the next bytes and appends the result.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that follow those of the last call.
  ///   - output: Gets the converted bytes.
  ///   - isLast: Whether the stream ends here; an unfinished character is then bad.
  /// - Throws: `ICUError` for a failure inside ICU. No bytes whatever cause one.
  /// - Complexity: O(*n*) in the number of bytes.
  public mutating func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, appendingTo output: inout [UInt8], isLast: Bool
  ) throws(ICUError) {
    var position = 0
    let room = max(256, min(bytes.count * 2, 1 << 18))
    var status: Int32 = 0
    repeat {
      var consumed: Int64 = 0
      var produced: Int64 = 0
      // The target is a stack or heap buffer that lives for one round; appending is one memcpy.
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { target in
        let rest = UnsafeBufferPointer(rebasing: bytes[position...])
        status = unsafe cicu_converter_run(
          handle, rest.baseAddress, Int64(rest.count), isLast ? 1 : 0, target.baseAddress!,
          Int64(room), &consumed, &produced)
        unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: target[..<Int(produced)]))
      }
      position += Int(consumed)
    } while cicu_converter_is_full(status) == 1
    guard status <= 0 else { throw ICUError(status, in: "ucnv_convertEx") }
  }

  /// The same for an array.
  public mutating func convert(
    _ bytes: [UInt8], appendingTo output: inout [UInt8], isLast: Bool
  ) throws(ICUError) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Void, ICUError> in
      do throws(ICUError) {
        return .success(try convert(buffer, appendingTo: &output, isLast: isLast))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// The number of byte sequences replaced by U+FFFD so far.
  public var invalidCount: Int { Int(cicu_converter_invalid_count(handle)) }

  /// Where the replaced sequences begin, in bytes from the beginning of the stream: the first 256.
  ///
  /// Bytes that ICU looks at twice (the second half of a broken GB18030 sequence) are placed to
  /// within three bytes; all others exactly.
  public var invalidOffsets: [Int] {
    (0..<cicu_converter_offset_count(handle)).map { Int(cicu_converter_offset(handle, $0)) }
  }
}
