import Fenci
import Platform

/// The file that `-o` names, in place of standard output. It is written whole or not at all: into `FILE.part`,
/// which takes the name when the run is over.
///
/// A run that a journal goes with leaves `FILE.part` behind when it is cut off, for `--resume`. A device or a
/// pipe is written to as it is.
final class ResultFile {
  let path: String
  private let partPath: String
  private let isDirect: Bool
  private(set) var journal: Journal?
  /// Whether `FILE.part` is open and ours to take away.
  private var isOpen = false

  /// Opens the file and sends standard output there.
  ///
  /// - Parameters:
  ///   - settings: What a run must have in common with the one that it goes on with; nil for a run that cannot be
  ///     gone on with.
  ///   - resumes: Whether to go on where a run was cut off.
  init(path: String, settings: String?, resumes: Bool) throws {
    var status = stat()
    let exists = stat(path, &status) == 0
    isDirect = exists && status.st_mode & S_IFMT != S_IFREG
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFailure("\(path): is a directory")
    }
    if isDirect, resumes { throw CommandFailure("\(path): --resume needs a regular file") }
    // A link keeps being one: the file that it leads to is replaced.
    self.path = exists && !isDirect ? Self.resolved(path) : path
    partPath = isDirect ? path : "\(self.path).part"
    var size = 0
    if !isDirect, let settings {
      journal = try Journal(
        path: "\(self.path).journal", settings: settings, resumes: resumes,
        partSize: Self.size(of: partPath))
      size = journal?.resultSize ?? 0
    }
    let descriptor = open(partPath, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(partPath) }
    if !isDirect, ftruncate(descriptor, off_t(size)) != 0 || lseek(descriptor, 0, SEEK_END) < 0 {
      throw Self.failure(partPath)
    }
    guard dup2(descriptor, Terminal.output) >= 0 else { throw Self.failure(partPath) }
    close(descriptor)
    isOpen = true
  }

  /// The size of what is written so far.
  var size: Int { max(0, Int(lseek(Terminal.output, 0, SEEK_CUR))) }

  /// Notes a block whose output is written.
  func note(_ block: BlockSummary) throws { try journal?.note(block, resultSize: size) }

  /// The run is over: the file takes its name.
  func commit() throws {
    isOpen = false
    guard !isDirect else { return }
    // What the disk refuses is told here at the latest.
    guard fsync(Terminal.output) == 0, rename(partPath, path) == 0 else {
      let failure = Self.failure(path)
      throw journal == nil ? failure : CommandFailure(failure.message + leave())
    }
    try journal?.remove()
  }

  /// What to tell of a run that was cut off.
  func leave() -> String {
    isOpen = false
    if isDirect { return "" }
    return "; \(path) is not written, \(partPath) holds what is done"
      + (journal == nil ? "" : ", and --resume goes on")
  }

  deinit {
    // A run that failed. What a journal goes with can still be gone on with.
    if isOpen, !isDirect, journal == nil { unlink(partPath) }
  }

  private static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure("\(path): \(String(cString: strerror(errno)))")
  }
}
