import ArgumentParser
import Fenci

extension AnalysisJSON.OffsetUnit: ExpressibleByArgument {}
extension Granularity: ExpressibleByArgument {}

/// `fenci segment`
struct SegmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cut text into words.",
    discussion: """
      --format text (the default) prints a line for each line of the input, words separated by one \
      space; jsonl an object for each document, with tokens and offsets; tsv a token a line.

      --granularity search adds the shorter words inside long ones, for an index. They follow their \
      word: 清华大学 清华 华大 大学. In jsonl and json a token has them as "inner"; in tsv the column \
      inner is 1 for them, 0 for a token.
      """)

  /// The forms in which tokens are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case tsv
    case json
    case jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var result: ResumableResultOptions

  @Option(help: "The form of the result.")
  var format = Format.text

  @Option(help: "How finely text is cut: search adds the shorter words inside long ones.")
  var granularity = Granularity.word

  @Flag(
    name: .customLong("pos"), help: "With --format text: the word class after each word, word/TAG.")
  var showsPartOfSpeech = false

  @Flag(help: "With jsonl and json: the entities of each document too.")
  var entities = false

  @Option(help: "What start and end count in jsonl, json and tsv.")
  var offsets = AnalysisJSON.OffsetUnit.scalar

  @Flag(name: .shortAndLong, help: "No warnings and no progress; faults are still told.")
  var quiet = false

  @Option(
    help: ArgumentHelp("Write what made the result to a file, as JSON.", valueName: "file"),
    completion: .file())
  var manifest: String?

  func validate() throws {
    if format == .json, result.resume { throw ValidationError("--resume needs another --format") }
    if entities, format == .text || format == .tsv {
      throw ValidationError("--entities needs --format jsonl or json")
    }
  }

  func run() async throws {
    var output = OutputOptions()
    output.format = nil
    output.color = .never
    output.quiet = quiet
    output.manifest = manifest
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result.result,
      resumable: format == .json ? nil : result, findsEntities: entities,
      findsUnlistedNames: entities,
      tagsWords: format != .text || showsPartOfSpeech, granularity: granularity)
    var provenance = session.provenance("segment", analysis)
    provenance.add("granularity", granularity.rawValue)
    switch format {
    case .text:
      let annotation = showsPartOfSpeech ? SegmentedText.Annotation.partOfSpeech : .none
      try await session.writeBlocks(splitsLongText: true) { block, documents, worker in
        var text = SegmentedText(annotation: annotation)
        for document in documents {
          try text.append(
            document, using: worker, endsLine: block.format != .text || block.isLastPart)
        }
        return text.bytes
      }
    case .tsv:
      let rows = TokenRows(offsets: offsets, granularity: granularity)
      if !session.isResumed { try Terminal.write(rows.header) }
      try await session.writeBlocks { _, documents, worker in
        try documents.flatMap { rows.bytes(of: try worker.analysis(of: $0)) }
      }
    case .json, .jsonl:
      let json = AnalysisJSON(entities ? [.tokens, .entities] : .tokens, offsets: offsets)
      try await writeObjects(
        json, of: session, asListOf: format == .json ? provenance : nil)
    }
    try output.writeManifest(provenance)
    try session.finish()
  }
}
