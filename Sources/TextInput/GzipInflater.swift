internal import CZlib

/// zlib's reader of gzip data, with one owner.
struct GzipInflater: ~Copyable {
  enum Outcome {
    /// More bytes or more room are needed.
    case more
    /// A member has ended; more members may follow.
    case memberEnd
  }

  private let handle: OpaquePointer

  init() throws(InputFault) {
    guard let handle = czlib_inflater_open() else { throw InputFault(message: "out of memory") }
    self.handle = handle
  }

  deinit { czlib_inflater_close(handle) }

  /// Inflates some bytes and tells how many were read and how many written.
  ///
  /// - Throws: zlib's own words for what is damaged; the offset is that within `source`.
  mutating func inflate(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputFault) -> (outcome: Outcome, consumed: Int, produced: Int) {
    var consumed: Int64 = 0
    var produced: Int64 = 0
    let status = czlib_inflater_run(
      handle, source.baseAddress!, Int64(source.count), target.baseAddress!, Int64(target.count),
      &consumed, &produced)
    guard status >= 0 else {
      throw InputFault(
        offset: Int(consumed), message: String(cString: czlib_inflater_message(handle)))
    }
    let outcome: Outcome = Int(status) == CZLIB_MEMBER_END ? .memberEnd : .more
    return (outcome, Int(consumed), Int(produced))
  }

  /// Makes ready for the next member.
  mutating func startMember() throws(InputFault) {
    guard czlib_inflater_reset(handle) == 0 else { throw InputFault(message: "damaged gzip data") }
  }
}
