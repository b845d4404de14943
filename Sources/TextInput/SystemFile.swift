internal import Platform

/// An open file of the system, closed when it goes.
struct SystemFile: ~Copyable {
  private let descriptor: Int32
  private let isOwned: Bool

  /// Standard input.
  static var standardInput: SystemFile { SystemFile(descriptor: 0, isOwned: false) }

  private init(descriptor: Int32, isOwned: Bool) {
    self.descriptor = descriptor
    self.isOwned = isOwned
  }

  init(opening path: InputPath) throws(InputFault) {
    #if os(Linux)
      // A pipe without a writer is not waited for here, where nothing can stop it, but in `wait`.
      let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
      guard descriptor >= 0 else { throw InputFault(message: Self.reason(errno)) }
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    #else
      let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
      guard descriptor >= 0 else { throw InputFault(message: Self.reason(errno)) }
    #endif
    self.init(descriptor: descriptor, isOwned: true)
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Reads some bytes; 0 means the end.
  ///
  /// - Parameter stop: Looked at while nothing comes from a pipe or a terminal.
  /// - Throws: An `InputFault` if the system cannot read, or if it is asked to stop.
  borrowing func read(
    into buffer: UnsafeMutableRawBufferPointer, stop: StopSignal?
  ) throws(InputFault) -> Int {
    while true {
      try wait(stop)
      let count = Descriptor.read(descriptor, into: buffer)
      if count >= 0 { return count }
      if errno != EINTR { throw InputFault(message: "cannot be read: \(Self.reason(errno))") }
    }
  }

  /// Waits until there is something to read, or an end.
  private borrowing func wait(_ stop: StopSignal?) throws(InputFault) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    repeat {
      if stop?.isRequested == true { throw InputFault(message: "interrupted") }
      // A regular file is always ready.
    } while poll(&request, 1, 200) == 0
  }

  /// Some bytes from a place of the file, without moving; empty if the file cannot do that.
  borrowing func bytes(at offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
    }
  }

  /// The size of a regular file in bytes; nil for a pipe.
  borrowing func size() -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The system's words for an error number.
  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or directory"
    case EACCES: "permission denied"
    case ELOOP: "too many symbolic links"
    default: String(cString: strerror(code))
    }
  }
}
