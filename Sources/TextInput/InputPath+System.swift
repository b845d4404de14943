internal import Platform

extension InputPath {
  /// Whether what stands here can be read more than once: a file or a directory, no stream.
  public var isLasting: Bool {
    guard !isStandardInput, let kind = try? FileStatus(of: self).kind else { return false }
    return kind == .file || kind == .directory
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }

  /// The names in this directory, the last one first, without those that begin with a dot.
  func directoryNames() throws(InputFault) -> PackedNames {
    guard let directory = withCString({ opendir($0) }) else {
      throw InputFault(message: SystemFile.reason(errno))
    }
    defer { closedir(directory) }
    var names = PackedNames()
    // An entry is shorter than Swift's `dirent`: its name is read through a pointer, not as a
    // value.
    let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name)!
    let kindOffset = MemoryLayout<dirent>.offset(of: \.d_type)!
    while let entry = readdir(directory) {
      let name = UnsafeRawPointer(entry) + nameOffset
      let length = strlen(name.assumingMemoryBound(to: CChar.self))
      let bytes = UnsafeRawBufferPointer(start: name, count: length)
      guard bytes.first != ASCII.period else { continue }
      let isDirectory: Bool
      switch Int((UnsafeRawPointer(entry) + kindOffset).load(as: UInt8.self)) {
      case Int(DT_DIR): isDirectory = true
      case Int(DT_REG): isDirectory = false
      default:
        // A link, or a file system that does not tell.
        let path = appending(Array(bytes))
        isDirectory = (try? FileStatus(of: path))?.kind == .directory
      }
      names.append(bytes, isDirectory: isDirectory)
    }
    names.sortDescending()
    return names
  }

  /// The path without links and dots; nil if nothing is there.
  var resolved: [UInt8]? {
    guard let real = withCString({ realpath($0, nil) }) else { return nil }
    defer { free(real) }
    return [UInt8](UnsafeRawBufferPointer(start: real, count: strlen(real)))
  }

  /// Whether a symbolic link stands here.
  var isLink: Bool {
    var status = stat()
    return withCString({ lstat($0, &status) }) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
