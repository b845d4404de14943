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
  @OptionGroup var terms: TermOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help:
      "Say how evenly terms are spread over documents, sources or periods (DPnorm, Juilland's D).")
  var dispersion: CorpusDivision?

  @Option(help: "The order of the rows.")
  var sort = FrequencyOrder.termFrequency

  @Option(help: ArgumentHelp("The most rows; 0 for all.", valueName: "n"))
  var limit = 50

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, counting: counting,
      findsEntities: !terms.wordsOnly)
    let filter = try terms.filter(session.analyzer.dictionaries)
    var provenance = session.provenance("freq", analysis)
    let limit = limit > 0 ? limit : nil
    if let dispersion {
      provenance.add("dispersion", dispersion.rawValue)
      let table = try await session.countSequences(
        by: dispersion, selection: terms.selection)
      if table.partlessDocumentCount > 0 {
        session.console.warn(
          "\(table.partlessDocumentCount) documents have no \(dispersion.property); they are one part"
        )
      }
      try session.write(
        Report.frequencies(
          of: table.frequencies, filter: filter, sortedBy: sort, limit: limit,
          dispersion: (table.dispersions(), dispersion.plural), metadata: provenance.metadata))
    } else {
      let table = try await session.countTerms(selection: terms.selection)
      try session.write(
        Report.frequencies(
          of: table, filter: filter, sortedBy: sort, limit: limit,
          metadata: provenance.metadata))
    }
    try output.writeManifest(provenance)
    try session.console.finish()
  }
}
