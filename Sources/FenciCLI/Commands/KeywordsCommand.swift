import ArgumentParser
import Fenci

extension KeywordMethod: ExpressibleByArgument {}

/// `fenci keywords`
struct KeywordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "Find what the whole, or each document, is about.",
    discussion: """
      --method phrases (the default) finds whole phrases by where they stand and what they are like; tfidf words \
      that are frequent here and rare in a background of news; keyness words whose rate differs from the \
      background's the most surely; textrank words that stand near many others.

      Nouns, verbs, adjectives and names; --pos chooses others. Titles are read too.
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
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "One list for all, or a list for each document.")
  var by = Unit.corpus

  @Option(help: "How keywords are found.")
  var method = KeywordMethod.phrases

  @Option(help: ArgumentHelp("The most keywords of a list; 0 for all.", valueName: "n"))
  var limit = 20

  @Flag(
    help: "With --by document and phrases: what each phrase is weighed by, in a column each.")
  var explain = false

  /// The classes that may be keywords if the user names none.
  private static let wordClasses: Set<PartOfSpeech> = [
    .noun, .properNoun, .verb, .adjective, .other,
  ]

  func validate() throws {
    if explain, method != .phrases || by != .document {
      throw ValidationError("--explain belongs to --by document and --method phrases")
    }
  }

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result,
      counting: by == .corpus ? counting : nil, findsEntities: !terms.wordsOnly,
      findsUnlistedNames: method == .phrases)
    let finder = KeywordFinder(
      method: method, background: session.analyzer.background(),
      filter: try terms.filter(
        session.analyzer.dictionaries, wordClasses: Self.wordClasses),
      selection: terms.selection, minimumDocuments: terms.minDocs, limit: limit > 0 ? limit : nil,
      explains: explain)
    let provenance = session.provenance("keywords", analysis)
    switch by {
    case .corpus:
      let list = try await finder.keywords(of: session)
      try session.write(Report.keywords(list, metadata: provenance.metadata))
    case .document:
      let lists = try await finder.keywordsOfEachDocument(of: session)
      try session.write(Report.keywords(ofEach: lists, metadata: provenance.metadata))
    }
    try output.writeManifest(provenance)
    try session.finish()
  }
}
