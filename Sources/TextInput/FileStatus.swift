internal import Platform

/// What stands at a path, symbolic links followed.
struct FileStatus {
  enum Kind { case file, directory, pipe, other }

  /// What tells one directory from all others, by whatever path it was found.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  let kind: Kind
  let identity: Identity
  /// The size in bytes.
  let size: Int

  init(of path: InputPath) throws(InputFault) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      throw InputFault(message: SystemFile.reason(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .directory
    case S_IFIFO: kind = .pipe
    default: kind = .other
    }
    size = Int(status.st_size)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}
