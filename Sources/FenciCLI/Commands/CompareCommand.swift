import ArgumentParser
import Fenci

extension PValueAdjustment: ExpressibleByArgument {}

extension ComparisonOrder: ExpressibleByArgument {
  private static let names: [(name: String, order: ComparisonOrder)] = [
    ("lrc", .conservativeLogRatio), ("g2", .logLikelihood), ("log-ratio", .logRatio),
    ("log-odds", .logOdds), ("count", .termFrequency),
  ]

  public init?(argument: String) {
    guard let found = Self.names.first(where: { $0.name == argument }) else { return nil }
    self = found.order
  }

  public static var allValueStrings: [String] { names.map(\.name) }

  public var defaultValueDescription: String {
    Self.names.first { $0.order == self }?.name ?? rawValue
  }
}

/// `fenci compare`
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Find the terms that set two or more groups of documents apart.",
    discussion: """
      Each path is a group; with --by the documents of all paths are grouped by source, period or any \
      field of theirs. Each group is compared with all others together, or with each other (--pairwise): \
      log ratio with its interval (how much: 1 is twice as frequent), signed log-likelihood G² (how sure), \
      both joined in the conservative log ratio LRC, p adjusted over all terms tested.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup var terms: TermOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp(
      "What makes a group: path, source, day, week, month, quarter, year, or a field of the documents.",
      valueName: "what"))
  var by = DocumentKey.path

  @Flag(help: "Compare each group with each other, not with all others together.")
  var pairwise = false

  @Option(
    name: [.customLong("order"), .customLong("sort")],
    help: "The order of the terms of a group.")
  var order = ComparisonOrder.conservativeLogRatio

  @Option(help: "How p-values are adjusted for the number of tests.")
  var adjust = PValueAdjustment.holm

  @Option(
    help: ArgumentHelp(
      "The largest adjusted p of a term that is listed; 1 lists all.", valueName: "p"))
  var level = 0.05

  @Option(help: ArgumentHelp("The most terms of a group; 0 for all.", valueName: "n"))
  var limit = 20

  @Option(
    help: ArgumentHelp(
      "Test by resampling whole articles, in so many rounds (1000 is usual): permutation p, bootstrap "
        + "intervals.", valueName: "rounds"))
  var resample: Int?

  @Option(help: ArgumentHelp("Another seed draws other rounds.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: "Whether articles are exchanged within their sources only.")
  var strata = Strata.source

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Keep the counts of single articles, for warnings and --resample. Without, memory does not grow with "
        + "the text."))
  var articles = true

  enum Strata: String, ExpressibleByArgument, CaseIterable {
    case source
    case none
  }

  func validate() throws {
    if by == .path, input.paths.count < 2 {
      throw ValidationError("compare needs two or more paths, or --by and what makes a group")
    }
    if let resample, !(1...100_000).contains(resample) {
      throw ValidationError("--resample takes a number of rounds from 1 to 100000")
    }
    if resample != nil, !articles {
      throw ValidationError("--resample needs the counts of single articles")
    }
    if !(0...1).contains(level) { throw ValidationError("--level takes a number from 0 to 1") }
  }

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result, counting: counting,
      findsEntities: !terms.wordsOnly)
    let (groups, counts) = try await groups(session)
    var options = Comparison.Options()
    options.filter = try terms.filter(
      session.analyzer.dictionaries, minimumCount: Comparison.defaultFilter.minimumCount,
      minimumDocuments: Comparison.defaultFilter.minimumDocuments)
    options.adjustment = adjust
    options.isPairwise = pairwise
    var comparison: Comparison
    do {
      comparison = try Comparison(of: groups, articles: counts, options: options)
    } catch {
      throw CommandFailure(error)
    }
    var provenance = session.provenance("compare", analysis)
    provenance.add("by", by.name)
    provenance.add("adjust", adjust.rawValue)
    if let resample {
      await comparison.resample(
        .init(rounds: resample, seed: seed, stratifies: strata == .source),
        threads: analysis.threadCount)
      provenance.add("resample", "\(resample)")
      provenance.add("seed", "\(seed)")
      provenance.add("strata", strata.rawValue)
    }
    try session.write(
      Report.comparison(
        comparison, sortedBy: order, level: level, limit: limit > 0 ? limit : nil,
        metadata: provenance.metadata))
    try output.writeManifest(provenance)
    try session.finish()
  }

  /// The groups, in the order of the paths or of their names, and the counts of their articles if those
  /// are needed.
  private func groups(
    _ session: Session
  ) async throws -> (groups: [CorpusGroup], articles: ArticleTable?) {
    var counts = GroupedCounts(selection: terms.selection, keepsArticles: articles)
    guard by == .path else {
      let by = self.by
      counts = try await session.countGroups(into: counts) { by.value(of: $0) }
      if counts.ungroupedCount > 0 {
        session.console.warn(
          "\(counts.ungroupedCount) documents have no \(by.noun) and are left out")
      }
      return (counts.groups, counts.articles)
    }
    var groups: [CorpusGroup] = []
    let empty = counts
    for path in input.paths {
      let own = try await session.countGroups(paths: [path], into: empty) { _ in path }
      groups +=
        own.groups.isEmpty
        ? [CorpusGroup(name: path, table: FrequencyTable(selection: terms.selection))]
        : own.groups
      counts.merge(own)
    }
    return (groups, counts.articles)
  }
}
