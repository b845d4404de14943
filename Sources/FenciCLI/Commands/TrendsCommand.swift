import ArgumentParser
import Fenci

extension PeriodUnit: ExpressibleByArgument {}
extension TrendLayout: ExpressibleByArgument {}

/// `fenci trends`
struct TrendsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trends",
    abstract: "Follow terms through time, or find those that rose and fell most.",
    discussion: """
      Rates are per million words of the period, with exact Poisson intervals in --layout periods. A period \
      without documents is a gap, not a zero. With --terms each term is tested for a trend (Mann–Kendall, \
      Theil–Sen slope); without, the later half of the time is compared with the earlier. A name may be \
      given by any of its aliases.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var result: ResultOptions
  @OptionGroup var terms: TermOptions
  @OptionGroup var counting: CountingOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The length of a period.")
  var by = PeriodUnit.month

  @Option(
    name: .customLong("terms"),
    help: ArgumentHelp("Terms or names, separated by commas.", valueName: "terms"))
  var wanted: String?

  @Option(help: "A row a term, or a row a term and period.")
  var layout: TrendLayout?

  @Option(help: ArgumentHelp("The first period, such as 2025-01.", valueName: "period"))
  var from: String?

  @Option(name: .customLong("to"), help: ArgumentHelp("The last period.", valueName: "period"))
  var through: String?

  @Option(
    help: ArgumentHelp("Without --terms: the most risers and the most fallers.", valueName: "n"))
  var limit = 20

  func validate() throws {
    for label in [from, through].compactMap({ $0 }) {
      guard let period = Period(label: label) else {
        throw ValidationError("'\(label)' is no period")
      }
      guard period.unit == by else {
        throw ValidationError(
          "'\(label)' is a \(period.unit.rawValue), but --by says \(by.rawValue)")
      }
    }
  }

  func run() async throws {
    let session = try Session(
      input: input, analysis: analysis, output: output, result: result, counting: counting,
      findsEntities: !terms.wordsOnly)
    let selection = terms.selection
    let unit = by
    let table = try await session.gather(
      into: TrendTable(unit: unit, selection: selection),
      copiesWithin: { $0.date.map { Period(containing: $0, unit: unit).label } },
      add: { table, document, worker in
        table.beginDocument(on: document.date)
        try worker.forEachPart(of: document) { table.add(part: $0, on: document.date) }
        table.endDocument(on: document.date)
      },
      merge: { $0.merge($1) })
    var provenance = session.provenance("trends", analysis)
    provenance.add("by", by.rawValue)
    let first = from.flatMap { Period(label: $0) }
    let last = through.flatMap { Period(label: $0) }
    do {
      if let wanted {
        let found = wantedTerms(wanted, in: table, session)
        let trends = try table.trends(of: found, from: first, through: last)
        try session.write(
          Report.trends(
            trends, of: table, layout: layout ?? standardLayout, metadata: provenance.metadata))
      } else {
        let filter = try terms.filter(
          session.analyzer.dictionaries, minimumCount: TrendChanges.defaultFilter.minimumCount,
          minimumDocuments: TrendChanges.defaultFilter.minimumDocuments)
        let changes = try TrendChanges(
          in: table, from: first, through: last, filter: filter,
          limit: limit > 0 ? limit : nil)
        try session.write(
          Report.trendChanges(changes, of: table, metadata: provenance.metadata))
      }
    } catch let error as StatisticsError {
      let undated = table.undated.documentCount
      throw undated == 0
        ? CommandFailure(error)
        : CommandFailure(
          "\(error); \(undated) without a date are not counted (a date may stand in a field, in front "
            + "matter, or in the path)")
    }
    try output.writeManifest(provenance)
    try session.finish()
  }

  /// Programs get every number, people the overview.
  private var standardLayout: TrendLayout {
    (output.format ?? .table).isForPeople ? .overview : .periods
  }

  /// The terms that are meant: an alias of an entity means the entity.
  private func wantedTerms(_ wanted: String, in table: TrendTable, _ session: Session) -> [Term] {
    var found: [Term] = []
    for text in wanted.split(whereSeparator: { $0 == "," || $0 == "，" || $0 == "、" }) {
      let name = String(text)
      let names = terms.wordsOnly ? [] : session.analyzer.dictionaries.entities(named: name)
      let meant = names.map { Term($0.canonicalName, label: $0.label) }
      let counted = meant.isEmpty ? table.terms(withText: name) : meant
      for term in counted.isEmpty ? [Term(name)] : counted where !found.contains(term) {
        found.append(term)
      }
    }
    return found
  }
}
