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
      Theil–Sen slope, rate ratio with over-dispersion) and for bursts (Kleinberg); without, the later half \
      of the time is compared with the earlier. A name may be given by any of its aliases.
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

  @Option(
    help: ArgumentHelp(
      "Who is written about together with a name: the strongest, or how it is with --terms.",
      valueName: "name"))
  var with: String?

  @Option(
    help: ArgumentHelp(
      "With --terms: each term in each source by itself, or in each value of a field.",
      valueName: "what"))
  var splitBy: DocumentKey?

  @Option(
    help:
      "A row a term, a row a term and period, or a row a burst (without --terms, the strongest).")
  var layout: TrendLayout?

  @Option(help: "How p-values are adjusted for the number of tests.")
  var adjust = PValueAdjustment.holm

  @Option(help: ArgumentHelp("The first period, such as 2025-01.", valueName: "period"))
  var from: String?

  @Option(name: .customLong("to"), help: ArgumentHelp("The last period.", valueName: "period"))
  var through: String?

  @Option(
    help: ArgumentHelp(
      "Without --terms: the most risers and the most fallers, or bursts; 0 for all.",
      valueName: "n"))
  var limit = 20

  func validate() throws {
    if with != nil, splitBy != nil || layout == .bursts {
      throw ValidationError("--with goes with neither --split-by nor --layout bursts")
    }
    if splitBy != nil, wanted == nil { throw ValidationError("--split-by needs --terms") }
    if splitBy == .path { throw ValidationError("--split-by takes source or a field") }
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
    var provenance = session.provenance("trends", analysis)
    provenance.add("by", by.rawValue)
    provenance.add("adjust", adjust.rawValue)
    if let with {
      provenance.add("with", with)
      try await writeCoMentions(with, session, provenance)
    } else {
      try await writeTrends(session, provenance)
    }
    try output.writeManifest(provenance)
    try session.finish()
  }

  private var first: Period? { from.flatMap { Period(label: $0) } }
  private var last: Period? { through.flatMap { Period(label: $0) } }

  private func writeTrends(_ session: Session, _ provenance: Provenance) async throws {
    let (table, parts) = try await counts(session)
    do {
      if let wanted {
        let found = wantedTerms(wanted, in: table, session)
        let trends =
          splitBy == nil
          ? try table.trends(of: found, from: first, through: last, adjustment: adjust)
          : try table.trends(
            of: found, in: parts, from: first, through: last, adjustment: adjust)
        try session.write(
          Report.trends(
            trends, of: table, layout: layout ?? standardLayout, adjustment: adjust,
            metadata: provenance.metadata))
      } else {
        let filter = try terms.filter(
          session.analyzer.dictionaries, minimumCount: TrendChanges.defaultFilter.minimumCount,
          minimumDocuments: TrendChanges.defaultFilter.minimumDocuments)
        let limit = self.limit > 0 ? self.limit : nil
        if layout == .bursts {
          let bursts = try TermBursts(
            in: table, from: first, through: last, filter: filter, limit: limit)
          try session.write(Report.bursts(bursts, of: table, metadata: provenance.metadata))
        } else {
          let changes = try TrendChanges(
            in: table, from: first, through: last, filter: filter, adjustment: adjust,
            limit: limit)
          try session.write(
            Report.trendChanges(changes, of: table, metadata: provenance.metadata))
        }
      }
    } catch let error as StatisticsError {
      throw failure(error, table)
    }
  }

  private func writeCoMentions(
    _ name: String, _ session: Session, _ provenance: Provenance
  ) async throws {
    let meant = Self.names(name, session, wordsOnly: terms.wordsOnly)
    let unit = by
    let table = try await session.gather(
      into: CoMentionTable(
        of: meant.isEmpty ? [Term(name)] : meant, unit: by, selection: terms.selection),
      copiesWithin: { $0.date.map { Period(containing: $0, unit: unit).label } },
      add: { table, document, worker in
        var parts: [Analysis] = []
        try worker.forEachPart(of: document) { parts.append($0) }
        table.add(parts, on: document.date)
      },
      merge: { $0.merge($1) })
    let filter = try terms.filter(
      session.analyzer.dictionaries, minimumCount: CoMentions.defaultFilter.minimumCount,
      minimumDocuments: CoMentions.defaultFilter.minimumDocuments)
    do {
      let mentions = try CoMentions(
        in: table, terms: wanted.map { wantedTerms($0, in: table.all, session) }, from: first,
        through: last, filter: filter, adjustment: adjust, limit: limit > 0 ? limit : nil)
      try session.write(
        Report.coMentions(
          mentions, of: table, layout: layout ?? standardLayout, metadata: provenance.metadata))
    } catch let error as StatisticsError {
      throw failure(error, table.all)
    }
  }

  /// The failure that an error of the numbers is, with a hint if dates are missing.
  private func failure(_ error: StatisticsError, _ table: TrendTable) -> CommandFailure {
    let undated = table.undated.documentCount
    return undated == 0
      ? CommandFailure(error)
      : CommandFailure(
        "\(error); \(undated) without a date are not counted (a date may stand in a field, in front "
          + "matter, or in the path)")
  }

  /// The counts of all documents; and with --split-by, those of each part.
  private func counts(
    _ session: Session
  ) async throws -> (table: TrendTable, parts: [(name: String, table: TrendTable)]) {
    let empty = TrendTable(unit: by, selection: terms.selection)
    let key = splitBy
    let unit = by
    let tables = try await session.gather(
      into: [String: TrendTable](),
      copiesWithin: { document in
        document.date.map {
          "\(Period(containing: $0, unit: unit)) \(key?.value(of: document) ?? "")"
        }
      },
      add: { tables, document, worker in
        let name = key.map { $0.value(of: document) ?? "–" } ?? ""
        // Taken out while it changes: a table that is also in the dictionary would be copied.
        var table = tables.removeValue(forKey: name) ?? empty
        table.beginDocument(on: document.date)
        try worker.forEachPart(of: document) { table.add(part: $0, on: document.date) }
        table.endDocument(on: document.date)
        tables[name] = table
      },
      merge: { $0.merge($1) { $0.merging($1) } })
    if tables.count == 1, let only = tables.first { return (only.value, [(only.key, only.value)]) }
    let parts = tables.sorted { $0.key < $1.key }.map { (name: $0.key, table: $0.value) }
    return (parts.reduce(into: empty) { $0.merge($1.table) }, parts)
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
      let meant = Self.names(name, session, wordsOnly: terms.wordsOnly)
      let counted = meant.isEmpty ? table.terms(withText: name) : meant
      for term in counted.isEmpty ? [Term(name)] : counted where !found.contains(term) {
        found.append(term)
      }
    }
    return found
  }

  /// The entities that a name may stand for.
  private static func names(_ name: String, _ session: Session, wordsOnly: Bool) -> [Term] {
    let found = wordsOnly ? [] : session.analyzer.dictionaries.entities(named: name)
    return found.map { Term($0.canonicalName, label: $0.label) }
  }
}
