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

  /// What is shown instead of the table of entities.
  enum View: EnumerableFlag {
    case pairs
    case highlight
    case bio
    case bioCharacters
    case asDictionary

    static func name(for value: View) -> NameSpecification {
      switch value {
      case .pairs: .customLong("pairs")
      case .highlight: .customLong("highlight")
      case .bio: .customLong("bio")
      case .bioCharacters: .customLong("bio-characters")
      case .asDictionary: .customLong("as-dictionary")
      }
    }

    static func help(for value: View) -> ArgumentHelp? {
      switch value {
      case .pairs: "Who is named together with whom: pairs by documents with both, G², PMI."
      case .highlight: "The texts, with the names marked."
      case .bio: "A word and its tag a line (B-ORG, I-ORG, O), for training and scoring taggers."
      case .bioCharacters: "The same with a character a line."
      case .asDictionary:
        "Lines for a dictionary of your own, each with an example; best with --unlisted."
      }
    }
  }

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
  var view: View?

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
      throw ValidationError("\(name(of: view)) has a form of its own: leave --format out")
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
      let rows = selection.rows(of: try await table(session, keepsExamples: true))
      try Terminal.write(EntityCandidates.text(of: limited(rows)))
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

  private func writeTable(_ session: Session, _ provenance: Provenance) async throws {
    try session.write(
      Report.entities(
        of: try await table(session, keepsExamples: unlisted), selection,
        metadata: provenance.metadata))
  }

  private func writeGroups(_ session: Session, _ provenance: Provenance) async throws {
    guard let by else { return }
    let prepare = preparation(session)
    let state = try await session.gather(
      into: Groups(),
      add: { groups, document, worker in
        guard let name = by.value(of: document) else {
          groups.ungrouped += 1
          return
        }
        // Taken out while it changes: a table that is also in the dictionary would be copied.
        var table = groups.tables.removeValue(forKey: name) ?? EntityTable()
        try Self.add(document, to: &table, worker, prepare)
        groups.tables[name] = table
      },
      merge: { groups, other in
        groups.ungrouped += other.ungrouped
        groups.tables.merge(other.tables) { $0.merging($1) }
      })
    let groups = state.tables.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    try session.write(
      Report.entities(
        ofEach: groups, heading: by.name, selection,
        notes: state.ungrouped > 0
          ? ["\(state.ungrouped) documents without a \(by.noun) left out."] : [],
        metadata: provenance.metadata))
  }

  private func writePairs(_ session: Session, _ provenance: Provenance) async throws {
    let prepare = preparation(session)
    let table = try await session.gather(
      into: EntityPairTable(),
      add: { table, document, worker in
        try worker.forEachPart(of: document) { table.add(part: prepare($0)) }
        table.endDocument()
      },
      merge: { $0.merge($1) })
    try session.write(
      Report.entityPairs(
        of: table, labels: labels, minimumDocuments: minDocs ?? 2,
        limit: limit > 0 ? limit : nil, metadata: provenance.metadata))
  }

  private func writeDocuments(
    _ session: Session, _ bytes: @escaping @Sendable (Analysis) -> [UInt8]
  ) async throws {
    let prepare = preparation(session)
    let labels = labels
    try await session.writeBlocks { _, documents, worker in
      try documents.flatMap { document in
        var analysis = prepare(try worker.analysis(of: document))
        if let labels { analysis.mentions.removeAll { !labels.contains($0.label) } }
        return bytes(analysis)
      }
    }
  }

  private func table(_ session: Session, keepsExamples: Bool) async throws -> EntityTable {
    let prepare = preparation(session)
    return try await session.gather(
      into: EntityTable(keepsExamples: keepsExamples),
      add: { table, document, worker in
        try Self.add(document, to: &table, worker, prepare)
      },
      merge: { $0.merge($1) })
  }

  private static func add(
    _ document: Document, to table: inout EntityTable, _ worker: AnalysisWorker,
    _ prepare: (Analysis) -> Analysis
  ) throws {
    table.beginDocument(on: document.date)
    try worker.forEachPart(of: document) { table.add(part: prepare($0)) }
    table.endDocument()
  }

  /// What is done to each analysis before it is counted or shown.
  private func preparation(_ session: Session) -> @Sendable (Analysis) -> Analysis {
    let isUnlisted = unlisted
    let leastScore = Float(minScore ?? (output.format == .jsonl ? 0 : 0.5))
    let family = rollUp ? session.analyzer.entityFamily() : nil
    return { analysis in
      let kept = analysis.keepingMentions(of: leastScore, unlistedOnly: isUnlisted)
      return family?.rolledUp(kept) ?? kept
    }
  }

  private var labels: Set<EntityLabel>? {
    label.map { Set(list: $0) }
  }

  private var selection: Report.EntitySelection {
    Report.EntitySelection(
      labels: labels, minimumCount: minCount, minimumDocuments: minDocs ?? 1,
      limit: limit > 0 ? limit : nil,
      // People want the table to fit.
      aliasLimit: (output.format ?? .table).isForPeople ? 4 : nil)
  }

  private func limited(_ rows: [EntityRow]) -> [EntityRow] {
    limit > 0 ? Array(rows.prefix(limit)) : rows
  }

  private func name(of view: View) -> String {
    switch view {
    case .pairs: "--pairs"
    case .highlight: "--highlight"
    case .bio: "--bio"
    case .bioCharacters: "--bio-characters"
    case .asDictionary: "--as-dictionary"
    }
  }

  private struct Groups: Sendable {
    var tables: [String: EntityTable] = [:]
    var ungrouped = 0
  }
}
