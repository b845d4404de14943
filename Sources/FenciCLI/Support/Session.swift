import Fenci

/// What a command that analyses input works with.
struct Session {
  let analyzer: Analyzer
  let console: Console
  private let input: InputOptions
  private let output: OutputOptions
  private let pipeline: Pipeline
  /// Nil where copies of documents are kept.
  let documents: DocumentTally?

  /// - Parameter counting: How documents are counted; nil where each stands for itself.
  init(
    input: InputOptions, analysis: AnalysisOptions, output: OutputOptions,
    counting: CountingOptions? = nil, findsEntities: Bool,
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
    console.beginProgress()
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
    console.beginProgress()
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
}
