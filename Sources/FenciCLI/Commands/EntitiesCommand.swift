import ArgumentParser
import Fenci

/// `fenci entities`
struct EntitiesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "Find who and what is written about, each under one name.",
    discussion: """
      A row an entity: its mentions, documents, first and last date, and how the texts write it. \
      --format jsonl prints an object for each document with its entities and their offsets. A name that \
      is also a common word (小米, 苹果) counts only where the context says that it is the entity.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var result: ResumableResultOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp("Only these labels: PER,ORG,LOC,PRODUCT or your own.", valueName: "labels"))
  var label: String?

  @Option(help: ArgumentHelp("The fewest mentions of an entity.", valueName: "n"))
  var minCount = 1

  @Option(
    help: ArgumentHelp(
      "The fewest documents of an entity, or with --pairs of a pair (2 there).", valueName: "n"))
  var minDocs: Int?

  @Option(
    help: ArgumentHelp(
      "The least likely mentions to count: 0 to 1, where 1 is sure (0.5; with jsonl all, with their scores).",
      valueName: "score"))
  var minScore: Double?

  @Flag(
    help:
      "Count an entity for the one that it belongs to: a product for its maker, a city for its country."
  )
  var rollUp = false

  @Flag(help: "Only names on no list: candidates for a dictionary.")
  var unlisted = false

  @Option(
    help: ArgumentHelp(
      "A table for each document, source, day, week, month, quarter, year, or value of a field.",
      valueName: "what"))
  var by: DocumentKey?

  @Flag(exclusivity: .exclusive)
  var view: EntityView?

  @Option(help: ArgumentHelp("The most rows, with --by of each group; 0 for all.", valueName: "n"))
  var limit = 50

  @Option(help: "With jsonl: what start and end count.")
  var offsets = AnalysisJSON.OffsetUnit.scalar

  func validate() throws {
    if result.resume, output.format != .jsonl {
      throw ValidationError("--resume needs --format jsonl")
    }
    if let minScore, !(0...1).contains(minScore) {
      throw ValidationError("--min-score takes a number from 0 to 1")
    }
    if by == .path {
      throw ValidationError(
        "entities are not grouped by path; by document, source, period or field")
    }
    if by != nil, view != nil {
      throw ValidationError("--by belongs to the table of entities, not to another view")
    }
    if let view, view != .pairs, output.format != nil {
      throw ValidationError("--\(view.optionName) has a form of its own: leave --format out")
    }
    if output.format == .jsonl, view != nil || by != nil {
      throw ValidationError("--format jsonl prints documents: leave --by and --pairs out")
    }
  }

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result.result,
      resumable: output.format == .jsonl ? result : nil,
      counting: output.format == .jsonl ? nil : counting,
      findsEntities: true,
      findsUnlistedNames: true)
    let provenance = session.provenance("entities", analysis)
    switch view {
    case nil where output.format == .jsonl:
      let prepare = preparation(session)
      try await writeObjects(
        AnalysisJSON(.entities, offsets: offsets), of: session, asListOf: nil, prepare)
    case nil where by != nil: try await writeGroups(session, provenance)
    case nil: try await writeTable(session, provenance)
    case .asDictionary:
      try await writeCandidates(session)
    case .pairs: try await writePairs(session, provenance)
    case .highlight:
      let text = HighlightedText(style: output.style)
      try await writeDocuments(session) { text.bytes(of: $0) }
    case .bio, .bioCharacters:
      let rows = NameTagRows(view == .bio ? .word : .character)
      try await writeDocuments(session) { rows.bytes(of: $0) }
    }
    try output.writeManifest(provenance)
    try session.finish()
  }

  /// What is done to each analysis before it is counted or shown.
  func preparation(_ session: Session) -> @Sendable (Analysis) -> Analysis {
    let isUnlisted = unlisted
    let leastScore = Float(minScore ?? (output.format == .jsonl ? 0 : 0.5))
    let family = rollUp ? session.analyzer.entityFamily() : nil
    return { analysis in
      let kept = analysis.keepingMentions(of: leastScore, unlistedOnly: isUnlisted)
      return family?.rolledUp(kept) ?? kept
    }
  }

  var labels: Set<EntityLabel>? {
    label.map { Set(list: $0) }
  }

  var selection: Report.EntitySelection {
    Report.EntitySelection(
      labels: labels, minimumCount: minCount, minimumDocuments: minDocs ?? 1,
      limit: limit > 0 ? limit : nil,
      // People want the table to fit.
      aliasLimit: (output.format ?? .table).isForPeople ? 4 : nil)
  }
}
