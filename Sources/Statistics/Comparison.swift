/// Two or more groups of documents, compared term by term.
///
/// The filter is applied first, to the counts of all groups together, so that it cannot see the
/// difference it selects for. The terms that stay are tested, each group against all the others
/// together, and the p-values are adjusted after Holm over the whole family of tests.
public struct Comparison: Sendable {
  /// A group's name and size.
  public struct Group: Sendable, Hashable {
    public let name: String
    /// The denominator of the group's rates.
    public let wordCount: Int
    public let documentCount: Int
  }

  /// The groups, in the order given.
  public let groups: [Group]
  /// The terms that were tested, in their order.
  public let rows: [ComparisonRow]
  /// m, the number of tests that the adjustment of the keyness p-values takes into account: the terms
  /// for two groups, terms times groups for more. (The adjustment of the omnibus tests takes the terms.)
  public let familySize: Int
  /// What the filter dropped before the tests.
  public let drops: [FilterDrop]

  /// The filter that a comparison uses if none is given: at least 5 occurrences in at least 3 documents,
  /// because the χ² distribution is a poor approximation for less.
  public static let defaultFilter = TermFilter(minimumCount: 5, minimumDocuments: 3)

  /// Compares groups.
  ///
  /// - Parameters:
  ///   - groups: At least two, with different names. Of two, the first is the target.
  ///   - filter: Which terms are tested. Its minimum counts are those of all groups together.
  /// - Throws: `StatisticsError` if there are fewer than two groups, two have one name, or one has no
  ///   words.
  /// - Complexity: O(*k* *n* log *n*) in the groups and the distinct terms.
  public init(
    of groups: [CorpusGroup], filter: TermFilter = Comparison.defaultFilter
  ) throws(StatisticsError) {
    try Self.check(groups)
    var all = groups[0].table
    for group in groups.dropFirst() { all.merge(group.table) }
    let outcome = filter.outcome(of: all, sortedBy: .term)
    let words = groups.map(\.table.wordCount)
    let counts = outcome.rows.map { row in
      groups.map { $0.table.termFrequency(of: row.term) }
    }
    let tests = KeynessTests(counts: counts, words: words)
    familySize = tests.familySize
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
          perMillion: Rate.perMillion(counts[index][group], of: words[group]),
          keyness: tests.keyness[index][group])
      }
      return ComparisonRow(
        term: row.term, partOfSpeech: row.partOfSpeech, cells: cells,
        omnibus: tests.omnibus?[index])
    }
  }

  /// The terms that are more frequent in a group than in the others.
  ///
  /// - Parameters:
  ///   - group: The group's index.
  ///   - order: What comes first.
  ///   - level: The largest adjusted p-value; 1 for all terms. "Combination with a significance filter is
  ///     strongly recommended" (manual of the R package corpora) where the order is by log ratio.
  ///   - limit: The most terms to return; nil for all.
  /// - Complexity: O(*n* log *n*).
  public func terms(
    typicalOf group: Int, sortedBy order: ComparisonOrder = .logLikelihood, level: Double = 0.05,
    limit: Int? = nil
  ) -> [ComparisonRow] {
    let typical = rows.filter {
      let keyness = $0.cells[group].keyness
      return keyness.logLikelihood > 0 && keyness.adjustedPValue <= level
    }
    let sorted = typical.sorted { left, right in
      let keys = (order.key(of: left.cells[group]), order.key(of: right.cells[group]))
      return keys.0 == keys.1 ? left.term < right.term : keys.0 > keys.1
    }
    return limit.map { Array(sorted.prefix(max(0, $0))) } ?? sorted
  }

  private static func check(_ groups: [CorpusGroup]) throws(StatisticsError) {
    guard groups.count >= 2 else { throw .tooFewGroups(count: groups.count) }
    var names: Set<String> = []
    for group in groups {
      guard names.insert(group.name).inserted else { throw .duplicateGroup(name: group.name) }
      guard group.table.wordCount > 0 else { throw .emptyGroup(name: group.name) }
    }
  }
}
