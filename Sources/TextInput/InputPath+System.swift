#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension InputPath {
  /// Whether what stands here can be read more than once: a file or a directory, no stream.
  public var isLasting: Bool {
    guard !isStandardInput, let kind = try? FileStatus(of: self).kind else { return false }
    return kind == .file || kind == .directory
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }

  /// The names in this directory, in no order, without `.` and `..`.
  func directoryNames() throws(InputFault) -> [[UInt8]] {
    guard let directory = withCString({ opendir($0) }) else {
      throw InputFault(message: SystemFile.reason(errno))
    }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    // An entry is shorter than Swift's `dirent`: its name is read through a pointer, not as a
    // value.
    let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name)!
    while let entry = readdir(directory) {
      let name = UnsafeRawPointer(entry) + nameOffset
      let length = strlen(name.assumingMemoryBound(to: CChar.self))
      let bytes = [UInt8](UnsafeRawBufferPointer(start: name, count: length))
      if bytes != [ASCII.period], bytes != [ASCII.period, ASCII.period] { names.append(bytes) }
    }
    return names
  }
}
