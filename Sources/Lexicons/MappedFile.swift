#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file's bytes, mapped into memory for reading and shared by every process that maps the file.
///
/// Opening costs no reading: pages come in as they are touched.
public final class MappedFile: @unchecked Sendable {
  // Safe to share: the mapping is private, read-only, and lives as long as the object.
  public let bytes: UnsafeRawBufferPointer

  /// - Throws: `FileError` with the system's reason.
  public init(path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, errno: errno) }
    guard (status.st_mode & S_IFMT) == S_IFREG else {
      throw FileError(path: path, reason: "not a regular file")
    }
    let count = Int(status.st_size)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address = address, address != MAP_FAILED else {
      throw FileError(path: path, errno: errno)
    }
    bytes = UnsafeRawBufferPointer(start: address, count: count)
  }

  deinit {
    if let base = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
    }
  }
}
