/// Two or more groups of documents, compared term by term.
///
/// The filter is applied first, to the counts of all groups together, so that it cannot see the
/// difference it selects for. The terms that stay are tested in each contrast, and the p-values are
/// adjusted over the whole family of tests.
public struct Comparison: Sendable {
  /// A group's name and size.
  public struct Group: Sendable, Hashable {
    public let name: String
    /// The denominator of the group's rates.
    public let wordCount: Int
    public let documentCount: Int
  }

  /// What is tested, and how.
  public struct Options: Sendable, Hashable {
    /// Which terms are tested. Its minimum counts are those of all groups together.
    public var filter = Comparison.defaultFilter
    /// How p-values are adjusted.
    public var adjustment = PValueAdjustment.holm
    /// Whether each group is compared with each other, rather than with all others together.
    public var isPairwise = false

    public init() {}
  }

  /// The groups, in the order given.
  public let groups: [Group]
  /// What is compared with what: each group with all others together, or with each other.
  public let contrasts: [ComparisonContrast]
  /// The terms that were tested, in their order.
  public internal(set) var rows: [ComparisonRow]
  /// m, the number of tests that the adjustment of the keyness p-values takes into account: terms times
  /// contrasts, a contrast and its mirror image being one. (The adjustment of the omnibus tests takes
  /// the terms.)
  public let familySize: Int
  /// How p-values were adjusted.
  public let adjustment: PValueAdjustment
  /// What the filter dropped before the tests.
  public let drops: [FilterDrop]
  /// The counts of the single articles of all groups; nil if they are not known.
  let articles: ArticleSample?
  /// How articles were resampled; nil if they were not.
  public internal(set) var resampling: Resampling?
  /// For each contrast, whether articles were exchanged within their sources only; empty if they were not
  /// resampled.
  public internal(set) var stratifiedContrasts: [Bool] = []

  /// The filter that a comparison uses if none is given: at least 5 occurrences in at least 3 documents,
  /// because the χ² distribution is a poor approximation for less.
  public static let defaultFilter = TermFilter(minimumCount: 5, minimumDocuments: 3)

  /// The most groups, and the most of a comparison of each with each.
  public static let groupLimit = (eachAgainstRest: 400, pairwise: 20)

  /// Compares groups.
  ///
  /// - Parameters:
  ///   - groups: At least two, with different names. Of two, the first is the target.
  ///   - articles: The counts of the single documents of all groups, under the groups' names: what
  ///     `spread(of:in:)`, `makeUp()` and `resample(_:threads:)` need.
  ///   - options: What is tested, and how.
  /// - Throws: `StatisticsError` if there are fewer than two groups or too many, two have one name, or one
  ///   has no words.
  /// - Complexity: O(*k* *n* log *n*) in the groups and the distinct terms, pairwise O(*k*² *n*) more.
  public init(
    of groups: [CorpusGroup], articles: ArticleTable? = nil, options: Options = Options()
  ) throws(StatisticsError) {
    try Self.check(groups, options)
    var all = groups[0].table
    for group in groups.dropFirst() { all.merge(group.table) }
    let outcome = options.filter.outcome(of: all, sortedBy: .term)
    let words = groups.map(\.table.wordCount)
    let counts = outcome.rows.map { row in
      groups.map { $0.table.termFrequency(of: row.term) }
    }
    let contrasts =
      options.isPairwise && groups.count > 2
      ? ComparisonContrast.pairs(of: groups.count)
      : ComparisonContrast.eachAgainstRest(of: groups.count)
    let tests = KeynessTests(
      counts: counts, words: words, contrasts: contrasts, adjustment: options.adjustment)
    self.contrasts = contrasts
    self.articles = articles.map {
      ArticleSample(of: $0, groups: groups.map(\.name), terms: outcome.rows.map(\.term))
    }
    familySize = tests.familySize
    adjustment = options.adjustment
    drops = outcome.drops
    self.groups = groups.map {
      Group(
        name: $0.name, wordCount: $0.table.wordCount, documentCount: $0.table.documentCount)
    }
    rows = outcome.rows.enumerated().map { index, row in
      let cells = groups.indices.map { group in
        ComparisonCell(
          termFrequency: counts[index][group],
          documentFrequency: groups[group].table.documentFrequency(of: row.term),
          perMillion: Rate.perMillion(counts[index][group], of: words[group]))
      }
      return ComparisonRow(
        term: row.term, place: index, partOfSpeech: row.partOfSpeech, cells: cells,
        keyness: tests.keyness[index], omnibus: tests.omnibus?[index])
    }
  }

  /// The terms that are more frequent in the target of a contrast than in its reference.
  ///
  /// - Parameters:
  ///   - contrast: The contrast's index. Unless the comparison is pairwise, that of its target.
  ///   - order: What comes first.
  ///   - level: The largest adjusted p-value, and if articles were resampled, the largest p-value by article
  ///     too; 1 for all terms. "Combination with a significance filter is
  ///     strongly recommended" (manual of the R package corpora) where the order is by log ratio.
  ///   - limit: The most terms to return; nil for all.
  /// - Complexity: O(*n* log *n*).
  public func terms(
    typicalIn contrast: Int, sortedBy order: ComparisonOrder = .conservativeLogRatio,
    level: Double = 0.05, limit: Int? = nil
  ) -> [ComparisonRow] {
    let typical = rows.filter {
      let keyness = $0.keyness[contrast]
      return keyness.logLikelihood > 0 && keyness.adjustedPValue <= level
        && (resampling == nil || $0.articles[contrast].pValue <= level)
    }
    let target = contrasts[contrast].target
    let sorted = typical.sorted { left, right in
      let keys = (
        order.key(of: left, in: contrast, target: target),
        order.key(of: right, in: contrast, target: target)
      )
      if keys.0 != keys.1 { return keys.0 > keys.1 }
      let values = (
        left.keyness[contrast].logLikelihood, right.keyness[contrast].logLikelihood
      )
      return values.0 == values.1 ? left.term < right.term : values.0 > values.1
    }
    return limit.map { Array(sorted.prefix(max(0, $0))) } ?? sorted
  }

  private static func check(
    _ groups: [CorpusGroup], _ options: Options
  ) throws(StatisticsError) {
    guard groups.count >= 2 else { throw .tooFewGroups(count: groups.count) }
    let limit = options.isPairwise ? groupLimit.pairwise : groupLimit.eachAgainstRest
    guard groups.count <= limit else {
      throw .tooManyGroups(count: groups.count, limit: limit)
    }
    var names: Set<String> = []
    for group in groups {
      guard names.insert(group.name).inserted else { throw .duplicateGroup(name: group.name) }
      guard group.table.wordCount > 0 else { throw .emptyGroup(name: group.name) }
    }
  }
}
