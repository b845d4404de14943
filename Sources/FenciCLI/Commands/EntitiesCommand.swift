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
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp("Only these labels: PER,ORG,LOC,PRODUCT or your own.", valueName: "labels"))
  var label: String?

  @Option(help: ArgumentHelp("The fewest mentions of an entity.", valueName: "n"))
  var minCount = 1

  @Option(
    help: ArgumentHelp(
      "The least likely mentions to count: 0 to 1, where 1 is sure.", valueName: "score"))
  var minScore = 0.5

  @Flag(
    help:
      "Count an entity for the one that it belongs to: a product for its maker, a city for its country."
  )
  var rollUp = false

  @Flag(help: "Only names on no list: candidates for a dictionary.")
  var unlisted = false

  @Option(help: ArgumentHelp("The most rows; 0 for all.", valueName: "n"))
  var limit = 50

  @Option(help: "With jsonl: what start and end count.")
  var offsets = AnalysisJSON.OffsetUnit.scalar

  func validate() throws {
    if result.resume, output.format != .jsonl {
      throw ValidationError("--resume needs --format jsonl")
    }
    if !(0...1).contains(minScore) {
      throw ValidationError("--min-score takes a number from 0 to 1")
    }
  }

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result.result,
      resumable: output.format == .jsonl ? result : nil, findsEntities: true,
      findsUnlistedNames: true)
    let provenance = session.provenance("entities", analysis)
    if output.format == .jsonl {
      try await writeObjects(
        AnalysisJSON(.entities, offsets: offsets), of: session, asListOf: nil)
    } else {
      let (isUnlisted, leastScore) = (unlisted, Float(minScore))
      let family = rollUp ? session.analyzer.entityFamily() : EntityFamily(parents: [:])
      let table = try await session.gather(
        into: EntityTable(),
        add: { table, document, worker in
          table.beginDocument(on: document.date)
          try worker.forEachPart(of: document) {
            table.add(
              part: family.rolledUp(
                $0.keepingMentions(of: leastScore, unlistedOnly: isUnlisted)))
          }
          table.endDocument()
        },
        merge: { $0.merge($1) })
      let labels = label.map {
        Set($0.split(separator: ",").map { EntityLabel(rawValue: String($0)) })
      }
      try output.write(
        Report.entities(
          of: table, labels: labels, minimumCount: minCount, limit: limit > 0 ? limit : nil,
          metadata: provenance.metadata))
    }
    try output.writeManifest(provenance)
    try session.finish()
  }
}
