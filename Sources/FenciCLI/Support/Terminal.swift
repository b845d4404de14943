import Platform

/// Nobody reads our output any more.
struct BrokenPipe: Error {}

/// The streams of the process.
enum Terminal {
  static let output: Int32 = 1
  static let error: Int32 = 2

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The number of columns of the terminal; nil if the stream is none.
  static func width(of descriptor: Int32) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// A write to a closed pipe is to fail, not to kill the process.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  static func environment(_ name: String) -> String? {
    getenv(name).flatMap { String(validatingCString: $0) }
  }

  /// Writes all bytes.
  ///
  /// - Throws: `BrokenPipe` if the reader has gone, `CommandFailure` if the disk is full or the like.
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32 = output) throws {
    let done: Void? = try bytes.withContiguousStorageIfAvailable { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while !rest.isEmpty {
        let count = Descriptor.write(rest, to: descriptor)
        if count < 0 {
          if errno == EINTR { continue }
          if errno == EPIPE { throw BrokenPipe() }
          throw CommandFailure("cannot write: \(String(cString: strerror(errno)))")
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
    if done == nil { try write(Array(bytes), to: descriptor) }
  }

  static func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Writes a line to standard error; what goes wrong there has nowhere to be told.
  static func writeError(_ line: String) {
    try? write(Array("\(line)\n".utf8), to: error)
  }

  static func processorCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
