import Fenci

/// What the user is told beside the result: faults, warnings, progress. All on standard error.
final class Console {
  private let isQuiet: Bool
  private let isStrict: Bool
  private let showsEncodings: Bool
  private var progress: Progress?
  private(set) var faultCount = 0
  /// The number of documents that are done.
  private(set) var documentCount = 0
  private var warningCount = 0
  private var cutTextCount = 0
  private var describedPaths: Set<String> = []

  /// More warnings than this are counted, not shown: a broken pile must not flood the terminal.
  private static let shownWarnings = 20

  init(quiet isQuiet: Bool, strict isStrict: Bool = false, showsEncodings: Bool = false) {
    self.isQuiet = isQuiet
    self.isStrict = isStrict
    self.showsEncodings = showsEncodings
  }

  /// Shows progress from now on, if there is a terminal to show it on. Not for commands that write while
  /// they read, unless their output goes elsewhere.
  ///
  /// - Parameter paths: What is read: its size is found meanwhile, to tell the share that is done.
  func beginProgress(paths: [InputPath], options: InputReader.Options) {
    if !isQuiet, Terminal.isTerminal(Terminal.error) {
      progress = Progress(paths: paths, options: options)
    }
  }

  /// Takes the progress line away.
  func endProgress() {
    progress?.clear()
    progress = nil
  }

  func warn(_ message: String) {
    guard !isQuiet else { return }
    warningCount += 1
    if warningCount <= Self.shownWarnings { write("fenci: warning: \(message)") }
  }

  /// Tells what was wrong with the input.
  ///
  /// - Throws: `CommandFailure` for the first fault if the run is strict.
  func report(_ problems: [InputProblem]) throws {
    for problem in problems {
      if problem.severity == .warning {
        warn(problem.description)
      } else if isStrict {
        throw CommandFailure(problem.description)
      } else {
        faultCount += 1
        write("fenci: \(problem.description)")
      }
    }
  }

  /// Tells of a block that was read: its file's encoding, if asked for, and progress.
  func note(_ block: BlockSummary) {
    if showsEncodings, describedPaths.insert(block.path).inserted {
      let confidence = Int((block.encoding.confidence * 100).rounded())
      write(
        "fenci: \(block.path): \(block.encoding.encoding) (\(block.encoding.reason), \(confidence) %)"
      )
    }
    documentCount += block.documentCount
    cutTextCount += block.cutTextCount
    progress?.advance(block)
  }

  /// Ends the run: clears the progress line, and says what was not shown.
  ///
  /// - Parameter showsCuts: Whether texts that were cut are told of.
  /// - Throws: an exit status of 1 if some input could not be used.
  func finish(showsCuts: Bool = true) throws {
    endProgress()
    if warningCount > Self.shownWarnings {
      Terminal.writeError("fenci: \(warningCount - Self.shownWarnings) more warnings")
    }
    if cutTextCount > 0, showsCuts, !isQuiet {
      Terminal.writeError(
        "fenci: \(cutTextCount == 1 ? "1 text was" : "\(cutTextCount) texts were") cut to the article; "
          + "fenci read shows what was cut, --extract off keeps all")
    }
    if faultCount > 0 {
      throw CommandFailure(
        faultCount == 1
          ? "1 input could not be used" : "\(faultCount) inputs could not be used")
    }
  }

  private func write(_ line: String) {
    progress?.clear()
    Terminal.writeError(line)
  }
}
