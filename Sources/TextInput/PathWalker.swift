/// The files under the paths a user names, in an order that does not depend on the file system.
///
/// Paths come in the order given. The files of a directory come in the order of the UTF-8 bytes of
/// their paths; names that begin with a dot are skipped. A directory is read once for each path
/// named, so that symbolic links cannot make a loop.
struct PathWalker {
  enum Item {
    case file(InputPath)
    case problem(InputProblem)
  }

  private struct Entry {
    var path: InputPath
    /// Nil if the path cannot even be looked at.
    var status: FileStatus?
    /// Whether the user named this very path.
    var isNamed: Bool
  }

  private var named: ArraySlice<InputPath>
  /// What is still to be visited, the next one last.
  private var entries: [Entry] = []
  private var visited: Set<FileStatus.Identity> = []

  init(_ paths: [InputPath]) {
    named = paths[...]
  }

  /// The next file or problem, or nil at the end.
  mutating func next() -> Item? {
    while true {
      if let entry = entries.popLast() {
        if let item = visit(entry) { return item }
      } else if let path = named.popFirst() {
        visited = []
        if path.isStandardInput { return .file(path) }
        entries = [Entry(path: path, status: nil, isNamed: true)]
      } else {
        return nil
      }
    }
  }

  private mutating func visit(_ entry: Entry) -> Item? {
    do throws(InputFault) {
      let status: FileStatus
      if let known = entry.status {
        status = known
      } else {
        status = try FileStatus(of: entry.path)
      }
      switch status.kind {
      case .file:
        return .file(entry.path)
      case .pipe where entry.isNamed:
        // What a shell makes of `<(command)`. In a directory a pipe would only hang.
        return .file(entry.path)
      case .directory:
        guard visited.insert(status.identity).inserted else {
          throw InputFault(
            severity: .warning, message: "a link to a directory that is read already; skipped")
        }
        entries += try contents(of: entry.path)
        return nil
      case .pipe, .other:
        throw InputFault(message: "not a regular file (a device, a socket or a pipe)")
      }
    } catch {
      return .problem(
        InputProblem(
          error.severity, path: entry.path.description, offset: error.offset,
          message: error.message))
    }
  }

  /// What a directory holds, the first one last.
  private func contents(of directory: InputPath) throws(InputFault) -> [Entry] {
    var keyed: [(key: [UInt8], entry: Entry)] = []
    for name in try directory.directoryNames() where name.first != ASCII.period {
      let path = directory.appending(name)
      let status: FileStatus?
      do throws(InputFault) { status = try FileStatus(of: path) } catch { status = nil }
      // A directory sorts as the beginning of the paths in it: `a-b/x` before `a/x`.
      let key = status?.kind == .directory ? name + [ASCII.slash] : name
      keyed.append((key, Entry(path: path, status: status, isNamed: false)))
    }
    keyed.sort { $1.key.lexicographicallyPrecedes($0.key) }
    return keyed.map(\.entry)
  }
}
