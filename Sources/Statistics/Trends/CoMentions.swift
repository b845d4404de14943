/// The terms that are written about together with a name.
///
/// Documents are the units: those with the name are the target, those without the reference, and a term is
/// tested as in a `Comparison`, with documents in place of words. So what is in every article does not come
/// first, but what is in more articles with the name than in others.
public struct CoMentions: Sendable {
  /// The terms that the name stands for.
  public let names: [Term]
  public let periods: [Period]
  /// The documents with the name, and all of the periods.
  public let holdingCount: Int
  public let documentCount: Int
  /// The terms, the strongest first; or in the order asked for.
  public let rows: [CoMention]
  /// m, the number of terms tested.
  public let familySize: Int
  public let adjustment: PValueAdjustment
  /// The number of entities that the filter dropped.
  public let droppedCount: Int
  /// The number of terms that passed, of which `rows` may be the first.
  public let foundCount: Int

  /// The filter that is used if none is given: in at least 3 documents.
  public static let defaultFilter = TermFilter(minimumDocuments: 3)

  /// Looks for what stands together.
  ///
  /// - Parameters:
  ///   - table: The counts.
  ///   - terms: The terms to look at; nil for all entities that pass the filter, of which those that are sure are
  ///     listed.
  ///   - first: The first period; nil for the first that has documents.
  ///   - last: The last period; nil for the last that has documents.
  ///   - filter: Which entities are tested. It sees the counts of all documents.
  ///   - adjustment: How p-values are adjusted.
  ///   - level: The largest adjusted p-value of the entities listed.
  ///   - limit: The most entities to list; nil for all.
  /// - Throws: `StatisticsError`, if no document holds the name, or there are too many periods.
  /// - Complexity: O(*v* log *v* + *l* *t*) in terms, terms listed and periods.
  public init(
    in table: CoMentionTable, terms: [Term]? = nil, from first: Period? = nil,
    through last: Period? = nil, filter: TermFilter = CoMentions.defaultFilter,
    adjustment: PValueAdjustment = .holm, level: Double = 0.05, limit: Int? = nil
  ) throws(StatisticsError) {
    let periods = try table.all.periods(from: first, through: last)
    let (all, holding) = (table.all.total(of: periods), table.holding.total(of: periods))
    guard holding.documentCount > 0 else {
      throw .nameNotFound(name: table.terms.first?.text ?? "")
    }
    let tested: [Term]
    if let terms {
      tested = terms
      droppedCount = 0
    } else {
      let entities = all.rows(sortedBy: .term).filter {
        $0.term.isEntity && !table.terms.contains($0.term)
      }
      tested = entities.filter { filter.rule(dropping: $0) == nil }.map(\.term)
      droppedCount = entities.count - tested.count
    }
    let others = all.documentCount - holding.documentCount
    let counts = tested.map { term in
      let together = holding.documentFrequency(of: term)
      return [together, all.documentFrequency(of: term) - together]
    }
    let tests = KeynessTests(
      counts: counts, words: [holding.documentCount, others],
      contrasts: ComparisonContrast.eachAgainstRest(of: 2), adjustment: adjustment)
    var chosen = Array(tested.indices)
    if terms == nil {
      chosen = chosen.filter {
        let keyness = tests.keyness[$0][0]
        return keyness.logLikelihood > 0 && keyness.adjustedPValue <= level
      }.sorted { left, right in
        let (one, two) = (tests.keyness[left][0], tests.keyness[right][0])
        if one.conservativeLogRatio != two.conservativeLogRatio {
          return one.conservativeLogRatio > two.conservativeLogRatio
        }
        return one.logLikelihood == two.logLikelihood
          ? tested[left] < tested[right] : one.logLikelihood > two.logLikelihood
      }
    }
    names = table.terms
    self.periods = periods
    self.adjustment = adjustment
    holdingCount = holding.documentCount
    documentCount = all.documentCount
    familySize = tests.familySize
    foundCount = chosen.count
    let listed = limit.map { chosen.prefix(max(0, $0)) } ?? chosen[...]
    let points = listed.map { Self.points(of: tested[$0], in: table.holding, periods) }
    let trends = points.map { MannKendall(rates: $0.map(\.share)) }
    var adjusted = adjustment.adjusted(trends.compactMap { $0?.pValue })[...]
    var serial = adjustment.adjusted(trends.compactMap { $0?.serialPValue })[...]
    rows = zip(listed, points.indices).map { index, place in
      let test: TrendTest
      if let result = trends[place], let pValue = adjusted.popFirst(),
        let serialPValue = serial.popFirst()
      {
        test = .tested(result, adjustedPValue: pValue, adjustedSerialPValue: serialPValue)
      } else {
        test = .tooFewPeriods(count: points[place].count { $0.documentCount > 0 })
      }
      return CoMention(
        term: tested[index], together: counts[index][0],
        documentFrequency: counts[index][0] + counts[index][1],
        keyness: tests.keyness[index][0], points: points[place], test: test)
    }
  }

  private static func points(
    of term: Term, in table: TrendTable, _ periods: [Period]
  ) -> [CoMention.Point] {
    periods.map { period in
      let counts = table.table(of: period)
      return CoMention.Point(
        period: period, documentCount: counts?.documentCount ?? 0,
        together: counts?.documentFrequency(of: term) ?? 0)
    }
  }
}
