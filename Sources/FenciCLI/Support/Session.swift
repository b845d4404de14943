import Fenci

/// What a command that analyses input works with.
struct Session {
  let analyzer: Analyzer
  let console: Console
  private let input: InputOptions
  private let pipeline: Pipeline

  init(
    input: InputOptions, analysis: AnalysisOptions, output: OutputOptions, findsEntities: Bool,
    findsUnlistedNames: Bool = false, tagsWords: Bool = true, granularity: Granularity = .word
  ) throws {
    self.input = input
    console = Console(
      quiet: output.quiet, strict: input.strict, showsEncodings: input.showEncoding)
    analyzer = try analysis.makeAnalyzer(
      findsEntities: findsEntities, findsUnlistedNames: findsUnlistedNames, tagsWords: tagsWords,
      granularity: granularity, console: console)
    pipeline = Pipeline(
      analyzer, threads: analysis.threadCount, parser: try input.makeParser())
  }

  /// What will have made the result.
  func provenance(_ command: String, _ analysis: AnalysisOptions) -> Provenance {
    Provenance(
      command: command, inputs: input.paths, analysis: analysis, analyzer: analyzer)
  }

  /// Writes an output for each block of the input, in its order.
  ///
  /// - Parameter separator: What to write between outputs that are not empty; a newline is also written
  ///   after the last.
  func writeBlocks(
    splitsLongText: Bool = false, separator: String = "",
    _ transform: @escaping @Sendable (InputBlock, [Document], AnalysisWorker) throws -> [UInt8]
  ) async throws {
    let reader = try input.makeReader(splitsLongText: splitsLongText)
    if !Terminal.isTerminal(Terminal.output) { console.beginProgress() }
    var hasWritten = false
    try await pipeline.forEachBlock(
      of: reader,
      transform: transform,
      consume: { bytes in
        guard !bytes.isEmpty else { return }
        if hasWritten, !separator.isEmpty { try Terminal.write(separator) }
        hasWritten = true
        try Terminal.write(bytes)
      },
      note: console.note, report: console.report)
    if hasWritten, separator == "\n" { try Terminal.write(separator) }
  }

  /// Gathers all documents of some paths (or of the command's) into one state.
  func gather<State: Sendable>(
    paths: [String]? = nil, into initial: State,
    add: @escaping @Sendable (inout State, Document, AnalysisWorker) throws -> Void,
    merge: (inout State, State) -> Void
  ) async throws -> State {
    console.beginProgress()
    defer { console.endProgress() }
    return try await pipeline.gather(
      from: try input.makeReader(paths: paths), into: initial, add: add, merge: merge,
      note: console.note, report: console.report)
  }
}
