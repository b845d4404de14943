/// Reads files, directories and standard input as blocks of whole records, in a fixed order and in
/// bounded memory. For one thread; the blocks may be parsed on any.
///
/// ```swift
/// let reader = InputReader(paths: [InputPath("corpus")])
/// let parser = DocumentParser()
/// while let block = reader.next() {
///   for document in parser.documents(in: block).documents { … }
/// }
/// for problem in reader.takeProblems() { … }
/// ```
///
/// No input stops it: what cannot be read is a problem, and the rest goes on.
public final class InputReader {
  /// How to read.
  public struct Options: Hashable, Sendable {
    /// The format of all files; `auto` decides file by file.
    public var format = InputFormat.auto
    /// The encoding of all files; nil finds it file by file.
    public var encoding: TextEncoding?
    /// Whether plain text longer than a block is given in parts, cut between lines or sentences, so
    /// that memory stays bounded whatever the size of the file.
    public var splitsLongText = false
    /// The size of a block in bytes; a single record may be larger.
    public var blockSize = 256 << 10
    /// The largest document in bytes of UTF-8. A larger one is left out and is a problem.
    public var maximumDocumentSize = 256 << 20
    /// How many times its size gzip data may inflate to, once past 64 MiB. Text reaches 10.
    public var maximumExpansion = 200
    /// How deep directories may be nested below a path named.
    public var maximumDepth = 64
    /// Whether a link in a directory is followed that leads out of the path named.
    public var followsLinks = false

    public init() {}
  }

  /// How many blocks of a file are done already; `wholeFile` for all of it.
  public typealias DoneParts = [String: Int]
  public static let wholeFile = Int.max

  private let options: Options
  private let stop: StopSignal?
  private let done: DoneParts
  private var walker: PathWalker
  private var file: InputFile?
  private var problems: [InputProblem] = []
  private var ordinal = 0

  /// A reader of the given paths, in their order. None at all means standard input.
  ///
  /// - Parameters:
  ///   - stop: Ends the reading early, if it is requested.
  ///   - done: What to pass over, by the paths that blocks have. The parts of a file are the same in
  ///     every run with the same options.
  public init(
    paths: [InputPath], options: Options = Options(), stop: StopSignal? = nil,
    done: DoneParts = [:]
  ) {
    self.options = options
    self.stop = stop
    self.done = done
    walker = Self.walker(paths, options)
  }

  /// The number of bytes of all files under some paths, compressed or not; nil if one is a pipe or
  /// standard input, or if it is asked to stop.
  public static func totalSize(
    of paths: [InputPath], options: Options = Options(), stop: StopSignal? = nil
  ) -> Int? {
    var walker = walker(paths, options)
    var total = 0
    while let item = walker.next() {
      if stop?.isRequested == true { return nil }
      guard case .file(_, let size) = item else { continue }
      guard let size else { return nil }
      total += size
    }
    return total
  }

  private static func walker(_ paths: [InputPath], _ options: Options) -> PathWalker {
    PathWalker(
      paths.isEmpty ? [.standardInput] : paths,
      limits: .init(depth: options.maximumDepth, followsLinks: options.followsLinks))
  }

  /// The next block, or nil when all is read, or when the reader is asked to stop.
  public func next() -> InputBlock? {
    while true {
      if stop?.isRequested == true { return nil }
      if let file {
        let block = file.next()
        // What was read last may be half a document.
        if stop?.isRequested == true { return nil }
        problems += file.takeProblems()
        if var block {
          block.ordinal = ordinal
          ordinal += 1
          return block
        }
        self.file = nil
      }
      switch walker.next() {
      case .file(let path, _): open(path)
      case .problem(let problem): problems.append(problem)
      case nil: return nil
      }
    }
  }

  /// The problems found since the last call, in order.
  public func takeProblems() -> [InputProblem] {
    defer { problems = [] }
    return problems
  }

  private func open(_ path: InputPath) {
    let parts = done.isEmpty ? 0 : done[path.description] ?? 0
    if parts == Self.wholeFile { return }
    do throws(InputFault) {
      if path.isStandardInput {
        file = try InputFile(
          path, hasName: false, file: .standardInput, options: options, stop: stop)
      } else {
        let opened = try SystemFile(opening: path)
        let isFile = opened.size() != nil
        file = try InputFile(path, hasName: isFile, file: opened, options: options, stop: stop)
      }
      file?.skip(parts: parts)
    } catch {
      problems.append(
        InputProblem(
          error.severity, path: path.description, offset: error.offset, message: error.message))
    }
  }
}
