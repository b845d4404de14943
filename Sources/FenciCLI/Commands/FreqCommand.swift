import ArgumentParser
import Fenci

extension FrequencyOrder: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "count": self = .termFrequency
    case "documents": self = .documentFrequency
    case "term": self = .term
    default: return nil
    }
  }

  public static var allValueStrings: [String] { ["count", "documents", "term"] }

  public var defaultValueDescription: String {
    switch self {
    case .termFrequency: "count"
    case .documentFrequency: "documents"
    case .term: "term"
    }
  }
}

/// `fenci freq`
struct FreqCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "freq",
    abstract: "Count terms: occurrences, per million words, documents.",
    discussion: """
      An entity is one term, under its canonical name. Stop words, numbers and single characters are left \
      out of the list, not of the denominator; the notes below the table say how many.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup var terms: TermOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The order of the rows.")
  var sort = FrequencyOrder.termFrequency

  @Option(help: ArgumentHelp("The most rows; 0 for all.", valueName: "n"))
  var limit = 50

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result,
      findsEntities: !terms.wordsOnly)
    let table = try await session.countTerms(selection: terms.selection)
    let provenance = session.provenance("freq", analysis)
    try output.write(
      Report.frequencies(
        of: table, filter: try terms.filter(session.analyzer.dictionaries), sortedBy: sort,
        limit: limit > 0 ? limit : nil, metadata: provenance.metadata))
    try output.writeManifest(provenance)
    try session.finish()
  }
}
