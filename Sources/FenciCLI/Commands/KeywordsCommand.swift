import ArgumentParser
import Fenci

/// `fenci keywords`
struct KeywordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "Find what the whole, or each document, is about.",
    discussion: """
      TF-IDF against a background of news sentences: terms that are frequent here and rare there. \
      Nouns, verbs, adjectives and names; --pos chooses others.
      """)

  /// What keywords are sought for.
  enum Unit: String, ExpressibleByArgument, CaseIterable {
    case corpus
    case document
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup var terms: TermOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "One list for all, or a list for each document.")
  var by = Unit.corpus

  @Option(help: ArgumentHelp("The most keywords of a list; 0 for all.", valueName: "n"))
  var limit = 20

  /// The classes that may be keywords if the user names none.
  private static let wordClasses: Set<PartOfSpeech> = [
    .noun, .properNoun, .verb, .adjective, .other,
  ]

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result,
      findsEntities: !terms.wordsOnly)
    let extractor = KeywordExtractor(
      background: session.analyzer.background(),
      filter: try terms.filter(
        session.analyzer.dictionaries, wordClasses: Self.wordClasses),
      selection: terms.selection)
    let provenance = session.provenance("keywords", analysis)
    let limit = limit > 0 ? limit : nil
    switch by {
    case .corpus:
      let table = try await session.countTerms(selection: terms.selection)
      try output.write(
        Report.keywords(
          extractor.keywords(of: table, limit: limit), metadata: provenance.metadata))
    case .document:
      let lists = try await session.gather(
        into: [DocumentKeywords](),
        add: { lists, document, worker in
          let analysis = try worker.analysis(of: document)
          lists.append(
            DocumentKeywords(
              document: document.id, keywords: extractor.keywords(of: analysis, limit: limit)))
        },
        merge: { $0 += $1 }
      ).sorted { $0.document < $1.document }
      try output.write(
        Report.keywords(
          ofEach: lists.map { ($0.document, $0.keywords) }, metadata: provenance.metadata))
    }
    try output.writeManifest(provenance)
    try session.finish()
  }

  private struct DocumentKeywords: Sendable {
    let document: String
    let keywords: KeywordList
  }
}
