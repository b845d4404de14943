internal import Platform

/// A file's bytes, mapped into memory for reading and shared by every process that maps the file.
///
/// Opening costs no reading: pages come in as they are touched. Addresses may be reserved behind the
/// bytes, where zeros are read: an index from a damaged table then leads to nonsense, not to a crash.
public final class MappedFile: @unchecked Sendable {
  // Safe to share: the mapping is private, read-only, and lives as long as the object.
  public let bytes: UnsafeRawBufferPointer
  private let mappedCount: Int

  /// - Parameter reserve: The number of bytes behind the file's that may be read too. They cost no
  ///   memory.
  /// - Throws: `FileError` with the system's reason.
  public init(path: String, reserve: Int = 0) throws(FileError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, errno: errno) }
    guard (status.st_mode & S_IFMT) == S_IFREG else {
      throw FileError(path: path, reason: "not a regular file")
    }
    let count = Int(status.st_size)
    mappedCount = count + reserve
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    // The reserve first, and the file over its beginning.
    var address: UnsafeMutableRawPointer?
    if reserve > 0 {
      address = mmap(nil, mappedCount, PROT_READ, MAP_PRIVATE | MAP_ANON | MAP_NORESERVE, -1, 0)
      guard address != MAP_FAILED else { throw FileError(path: path, errno: errno) }
    }
    let placement = address == nil ? MAP_PRIVATE : MAP_PRIVATE | MAP_FIXED
    let mapped = mmap(address, count, PROT_READ, placement, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else {
      let reason = errno
      if let address { munmap(address, mappedCount) }
      throw FileError(path: path, errno: reason)
    }
    bytes = UnsafeRawBufferPointer(start: mapped, count: count)
  }

  deinit {
    if let base = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: base), mappedCount)
    }
  }
}
