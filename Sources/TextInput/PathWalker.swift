/// The files under the paths a user names, in an order that does not depend on the file system.
///
/// Paths come in the order given. The files of a directory come in the order of the UTF-8 bytes of
/// their paths; names that begin with a dot are skipped. A directory is read once for each path
/// named, so that symbolic links cannot make a loop; and a link that leads out of the path named is not
/// followed, so that a pile from elsewhere cannot make the program read other files.
///
/// Memory grows with the names of the directories on the way to the present file, not with the tree.
struct PathWalker {
  /// How far to go.
  struct Limits: Hashable {
    /// How deep directories may be nested below the path named.
    var depth = 64
    /// Whether links are followed wherever they lead.
    var followsLinks = false
  }

  enum Item {
    /// A file and its size in bytes; the size of a pipe is not known.
    case file(InputPath, size: Int?)
    case problem(InputProblem)
  }

  private struct Level {
    var directory: InputPath
    /// What is still to be visited.
    var names: PackedNames
  }

  private let limits: Limits
  private var named: ArraySlice<InputPath>
  private var levels: [Level] = []
  private var visited: Set<FileStatus.Identity> = []
  /// The path named, without links; found when the first link is met.
  private var root: (path: InputPath, resolved: [UInt8]?)?

  init(_ paths: [InputPath], limits: Limits = Limits()) {
    named = paths[...]
    self.limits = limits
  }

  /// The next file or problem, or nil at the end.
  mutating func next() -> Item? {
    while true {
      if let level = levels.indices.last {
        guard let name = levels[level].names.popLast() else {
          levels.removeLast()
          continue
        }
        let path = levels[level].directory.appending(
          name.last == ASCII.slash ? name.dropLast() : name)
        if let item = visit(path, isNamed: false) { return item }
      } else if let path = named.popFirst() {
        visited = []
        root = (path, nil)
        if path.isStandardInput { return .file(path, size: nil) }
        if let item = visit(path, isNamed: true) { return item }
      } else {
        return nil
      }
    }
  }

  private mutating func visit(_ path: InputPath, isNamed: Bool) -> Item? {
    do throws(InputFault) {
      let status = try FileStatus(of: path)
      if !isNamed, !limits.followsLinks, path.isLink, leadsOut(path) {
        throw InputFault(
          severity: .warning,
          message: "a link that leads out of \(root?.path.description ?? "the path"); skipped "
            + "(--follow-links reads it)")
      }
      switch status.kind {
      case .file:
        return .file(path, size: status.size)
      case .pipe where isNamed:
        // What a shell makes of `<(command)`. In a directory a pipe would only hang.
        return .file(path, size: nil)
      case .directory:
        guard visited.insert(status.identity).inserted else {
          throw InputFault(
            severity: .warning, message: "a link to a directory that is read already; skipped")
        }
        guard levels.count <= limits.depth else {
          throw InputFault(
            message: "directories are nested deeper than \(limits.depth); not read (--max-depth)")
        }
        levels.append(Level(directory: path, names: try path.directoryNames()))
        return nil
      case .pipe, .other:
        throw InputFault(message: "not a regular file (a device, a socket or a pipe)")
      }
    } catch {
      return .problem(
        InputProblem(
          error.severity, path: path.description, offset: error.offset, message: error.message))
    }
  }

  /// Whether a link leads out of the path named.
  private mutating func leadsOut(_ link: InputPath) -> Bool {
    if let path = root?.path, root?.resolved == nil { root = (path, path.resolved) }
    guard let root = root?.resolved, let target = link.resolved else { return true }
    return target != root
      && !target.starts(with: root.last == ASCII.slash ? root : root + [ASCII.slash])
  }
}
