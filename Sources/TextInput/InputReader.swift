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
    public var maximumDocumentSize = 1 << 30
    /// How many times its size gzip data may inflate to, once past 64 MiB. Text reaches 10.
    public var maximumExpansion = 200

    public init() {}
  }

  private let options: Options
  private var walker: PathWalker
  private var file: InputFile?
  private var problems: [InputProblem] = []
  private var ordinal = 0

  /// A reader of the given paths, in their order. None at all means standard input.
  public init(paths: [InputPath], options: Options = Options()) {
    self.options = options
    walker = PathWalker(paths.isEmpty ? [.standardInput] : paths)
  }

  /// The next block, or nil when all is read.
  public func next() -> InputBlock? {
    while true {
      if let file {
        let block = file.next()
        problems += file.takeProblems()
        if var block {
          block.ordinal = ordinal
          ordinal += 1
          return block
        }
        self.file = nil
      }
      switch walker.next() {
      case .file(let path): open(path)
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
    do throws(InputFault) {
      if path.isStandardInput {
        file = try InputFile(path, hasName: false, file: .standardInput, options: options)
      } else {
        let opened = try SystemFile(opening: path)
        let isFile = opened.size() != nil
        file = try InputFile(path, hasName: isFile, file: opened, options: options)
      }
    } catch {
      problems.append(
        InputProblem(
          error.severity, path: path.description, offset: error.offset, message: error.message))
    }
  }
}
