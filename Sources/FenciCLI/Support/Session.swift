import Fenci

/// What a command that analyses input works with.
struct Session {
  let analyzer: Analyzer
  let console: Console
  private let input: InputOptions
  private let output: OutputOptions
  private let pipeline: Pipeline
  /// Where the result goes, if not to standard output.
  private let result: ResultFile?
  /// Nil where copies of documents are kept.
  let documents: DocumentTally?

  /// - Parameters:
  ///   - resumable: For a run that can be gone on with.
  ///   - counting: How documents are counted; nil where each stands for itself.
  init(
    input: InputOptions, analysis: AnalysisOptions, output: OutputOptions, result: ResultOptions,
    resumable: ResumableResultOptions? = nil, counting: CountingOptions? = nil, findsEntities: Bool,
    findsUnlistedNames: Bool = false, tagsWords: Bool = true, granularity: Granularity = .word
  ) throws {
    self.input = input
    self.output = output
    documents = counting.map { $0.keepDuplicates } == false ? DocumentTally() : nil
    console = Console(
      quiet: output.quiet, strict: input.strict, showsEncodings: input.showEncoding)
    analyzer = try analysis.makeAnalyzer(
      findsEntities: findsEntities, findsUnlistedNames: findsUnlistedNames, tagsWords: tagsWords,
      granularity: granularity, console: console)
    pipeline = Pipeline(
      analyzer, threads: analysis.threadCount, parser: try input.makeParser())
    if let resumable, resumable.resume, input.paths.isEmpty || input.paths.contains("-") {
      throw CommandFailure("--resume cannot go on with standard input")
    }
    let analyzer = self.analyzer
    self.result = try result.output.map { path in
      try ResultFile(
        path: path, settings: resumable.map { _ in Self.settings(analysis, analyzer) },
        resumes: resumable?.resume ?? false)
    }
    Interruption.install()
  }

  /// What a run must have in common with one that goes on with it: the command line, but for what does not
  /// change the result, and the data.
  private static func settings(_ analysis: AnalysisOptions, _ analyzer: Analyzer) -> String {
    var provenance = Provenance(
      command: "", inputs: [], analysis: analysis, analyzer: analyzer)
    let arguments = CommandLine.arguments.dropFirst().filter {
      !["--resume", "--quiet", "-q"].contains($0)
    }
    provenance.add("arguments", list: Array(arguments))
    var writer = JSONWriter()
    writer.beginObject()
    provenance.write(to: &writer)
    writer.endObject()
    return writer.text
  }

  /// Whether the run goes on where another one was cut off: what stands at the beginning of the result is written.
  var isResumed: Bool { result?.journal.map { $0.resultSize > 0 } ?? false }

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
    let reader = try input.makeReader(
      splitsLongText: splitsLongText, done: result?.journal?.done ?? [:])
    if !Terminal.isTerminal(Terminal.output) { beginProgress(input.paths) }
    var hasWritten = isResumed
    do {
      try await pipeline.forEachBlock(
        of: reader,
        transform: transform,
        consume: { bytes in
          guard !bytes.isEmpty else { return }
          if hasWritten, !separator.isEmpty { try Terminal.write(separator) }
          hasWritten = true
          try Terminal.write(bytes)
        },
        note: { block in
          try result?.note(block)
          console.note(block)
        }, report: console.report)
    } catch let failure as CommandFailure {
      throw result?.journal == nil
        ? failure
        : CommandFailure(failure.message + (result?.leave() ?? ""), status: failure.status)
    }
    // What goes on behind an interrupted result begins with the separator.
    let isCut = result != nil && Interruption.received != nil
    if hasWritten, separator == "\n", !isCut { try Terminal.write(separator) }
  }

  /// Gathers all documents of some paths (or of the command's) into one state: copies once, unless they
  /// are kept.
  ///
  /// - Parameters:
  ///   - scope: Copies are looked for among the documents for which this gives the same; nil for all.
  ///   - collectsHashes: Whether the tally keeps the hash of each document.
  func gather<State: Sendable>(
    paths: [String]? = nil, into initial: State,
    copiesWithin scope: (@Sendable (Document) -> String?)? = nil, collectsHashes: Bool = false,
    add: @escaping @Sendable (inout State, Document, AnalysisWorker) throws -> Void,
    merge: (inout State, State) -> Void
  ) async throws -> State {
    beginProgress(paths ?? input.paths)
    defer { console.endProgress() }
    let duplicates = documents.map { _ in
      DuplicateStage(scope: scope, collectsHashes: collectsHashes)
    }
    let state = try await pipeline.gather(
      from: try input.makeReader(paths: paths), into: initial, dropping: duplicates, add: add,
      merge: merge, note: console.note, report: console.report)
    if let documents, let duplicates {
      documents.count += duplicates.count
      documents.hashes += duplicates.hashes
      documents.stage = duplicates
    }
    return state
  }

  /// Reads the input of the last call of `gather` once more to see how often the strings of terms stand in it;
  /// nil if it cannot be read again.
  func artefactEvidence(
    of terms: [Term], in table: FrequencyTable
  ) async throws -> [Term: ArtefactEvidence]? {
    guard input.isLasting else { return nil }
    beginProgress(input.paths)
    defer { console.endProgress() }
    let check = try await pipeline.gather(
      from: try input.makeReader(), into: ArtefactCheck(of: terms),
      dropping: documents?.stage?.repeated(),
      add: { check, document, _ in check.add(document.text) },
      merge: { $0.merge($1) }, report: { _ in })
    return check.evidence(in: table)
  }

  /// Prints a report on what was gathered, with a note of the copies among it.
  func write(_ report: Report) throws {
    try output.write(documents.map { report.noting($0.count) } ?? report)
  }

  /// What all calls of `gather` have seen.
  final class DocumentTally {
    var count = DocumentCount()
    var hashes: [UInt64] = []
    /// The stage of the last call.
    var stage: DuplicateStage?
  }

  /// Ends the run: the result takes its name, and what was wrong is summed up.
  ///
  /// - Throws: an exit status that is not 0, if some input could not be used or a signal ended the run.
  func finish() throws {
    console.endProgress()
    if let signal = Interruption.received {
      let count = console.documentCount
      throw CommandFailure(
        "\(signal.name): ended after \(count) \(count == 1 ? "document" : "documents")"
          + (result?.leave() ?? ""), status: 128 + signal.number)
    }
    try result?.commit()
    try console.finish()
  }

  private func beginProgress(_ paths: [String]) {
    console.beginProgress(
      paths: paths.map { InputPath($0) }, options: (try? input.readerOptions()) ?? .init())
  }
}
