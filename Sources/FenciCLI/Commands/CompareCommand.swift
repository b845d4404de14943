import ArgumentParser
import Fenci

extension ComparisonOrder: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "g2": self = .logLikelihood
    case "log-ratio": self = .logRatio
    case "count": self = .termFrequency
    default: return nil
    }
  }

  public static var allValueStrings: [String] { ["g2", "log-ratio", "count"] }

  public var defaultValueDescription: String {
    switch self {
    case .logLikelihood: "g2"
    case .logRatio: "log-ratio"
    case .termFrequency: "count"
    }
  }
}

/// `fenci compare`
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Find the terms that set two or more groups of documents apart.",
    discussion: """
      Each path is a group; with --by the documents of all paths are grouped by source or period. \
      Each group is compared with all others together: signed log-likelihood G² (how sure), log ratio with \
      its interval (how much: 1 is twice as frequent), p adjusted over all terms tested.
      """)

  /// What makes a group.
  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case path
    case source
    case year
    case quarter
    case month
    case week
    case day
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup var terms: TermOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "What makes a group.")
  var by = Grouping.path

  @Option(help: "The order of the terms of a group.")
  var sort = ComparisonOrder.logLikelihood

  @Option(
    help: ArgumentHelp(
      "The largest adjusted p of a term that is listed; 1 lists all.", valueName: "p"))
  var level = 0.05

  @Option(help: ArgumentHelp("The most terms of a group; 0 for all.", valueName: "n"))
  var limit = 20

  func validate() throws {
    if by == .path, input.paths.count < 2 {
      throw ValidationError("compare needs two or more paths, or --by source or a period")
    }
    if !(0...1).contains(level) { throw ValidationError("--level takes a number from 0 to 1") }
  }

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result,
      findsEntities: !terms.wordsOnly)
    let groups = try await groups(session)
    let filter = try terms.filter(
      session.analyzer.dictionaries, minimumCount: Comparison.defaultFilter.minimumCount,
      minimumDocuments: Comparison.defaultFilter.minimumDocuments)
    let comparison: Comparison
    do {
      comparison = try Comparison(of: groups, filter: filter)
    } catch {
      throw CommandFailure(error)
    }
    var provenance = session.provenance("compare", analysis)
    provenance.add("by", by.rawValue)
    try output.write(
      Report.comparison(
        comparison, sortedBy: sort, level: level, limit: limit > 0 ? limit : nil,
        metadata: provenance.metadata))
    try output.writeManifest(provenance)
    try session.finish()
  }

  private func groups(_ session: Session) async throws -> [CorpusGroup] {
    if by == .path {
      var groups: [CorpusGroup] = []
      for path in input.paths {
        groups.append(
          CorpusGroup(
            name: path,
            table: try await session.countTerms(paths: [path], selection: terms.selection)))
      }
      return groups
    }
    let by = self.by
    let (tables, ungrouped) = try await session.countTerms(
      by: { document in
        guard let unit = PeriodUnit(rawValue: by.rawValue) else { return document.source }
        return document.date.map { Period(containing: $0, unit: unit).label }
      }, selection: terms.selection)
    if ungrouped > 0 {
      session.console.warn("\(ungrouped) documents have no \(by == .source ? "source" : "date")")
    }
    return tables.sorted { $0.key < $1.key }.map { CorpusGroup(name: $0.key, table: $0.value) }
  }
}
