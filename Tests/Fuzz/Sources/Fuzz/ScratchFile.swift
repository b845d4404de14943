import Fenci

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file in memory that gets each input in turn: readers open files.
enum ScratchFile {
  private static let path = "/dev/shm/fenci-fuzz-\(getpid())"

  /// Calls the body with the path of a file that holds the bytes.
  static func with<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) rethrows -> Result {
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    precondition(descriptor >= 0, "no scratch file")
    var written = 0
    bytes.withUnsafeBytes { written = write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    precondition(written == bytes.count)
    defer { unlink(path) }
    return try body(path)
  }
}
