import TextModel

/// Which terms a report shows or a test examines.
///
/// A filter takes terms out of the list; it never changes a count or a denominator. Each term it drops
/// is charged to the first rule that drops it, in the order of `Rule.allCases`, so that the drops add up.
public struct TermFilter: Sendable, Hashable {
  /// A reason to drop a term. Raw values appear in reports.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    case labels
    case stopWords
    case kinds
    case wordClasses
    case minimumCharacters
    case minimumCount
    case minimumDocuments
  }

  /// The labels of the entities wanted, and no words; nil for all terms.
  public var labels: Set<EntityLabel>?
  /// Terms to leave out, entities too (by canonical name). A Latin term is also looked up in lower
  /// case. Write fullwidth ASCII as halfwidth.
  public var stopWords: Set<String>
  /// The kinds of words wanted. The default leaves out bare numbers, dates and addresses. Entities are
  /// always wanted.
  public var kinds: Set<TokenKind>
  /// The word classes wanted, by each term's majority; nil for all. Entities are always wanted.
  public var wordClasses: Set<PartOfSpeech>?
  /// The fewest characters of a word. The default of 2 leaves out words of one character, most of
  /// which carry little meaning alone. Entities may be shorter.
  public var minimumCharacters: Int
  /// The fewest occurrences, in all that is examined together.
  public var minimumCount: Int
  /// The fewest documents, in all that is examined together.
  public var minimumDocuments: Int

  public init(
    labels: Set<EntityLabel>? = nil, stopWords: Set<String> = [],
    kinds: Set<TokenKind> = [.word, .latin], wordClasses: Set<PartOfSpeech>? = nil,
    minimumCharacters: Int = 2, minimumCount: Int = 1,
    minimumDocuments: Int = 1
  ) {
    self.labels = labels
    self.stopWords = stopWords
    self.kinds = kinds
    self.wordClasses = wordClasses
    self.minimumCharacters = minimumCharacters
    self.minimumCount = minimumCount
    self.minimumDocuments = minimumDocuments
  }

  /// The filter that drops nothing.
  public static let none = TermFilter(
    kinds: Set(TokenKind.allCases), minimumCharacters: 0, minimumCount: 0, minimumDocuments: 0)

  /// The first rule that drops a term, or nil if it stays.
  public func rule(dropping row: FrequencyRow) -> Rule? {
    if let labels, !(row.term.label.map { labels.contains($0) } ?? false) { return .labels }
    if isStopWord(row.term.text) { return .stopWords }
    if !row.term.isEntity {
      if !kinds.contains(row.kind) { return .kinds }
      if let wordClasses, !wordClasses.contains(row.partOfSpeech) { return .wordClasses }
      if row.term.text.count < minimumCharacters { return .minimumCharacters }
    }
    if row.termFrequency < minimumCount { return .minimumCount }
    if row.documentFrequency < minimumDocuments { return .minimumDocuments }
    return nil
  }

  /// The terms of a table that stay, and an account of those that do not.
  ///
  /// - Complexity: O(*n* log *n*) in the distinct terms.
  public func outcome(
    of table: FrequencyTable, sortedBy order: FrequencyOrder = .termFrequency
  ) -> FilterOutcome {
    var rows: [FrequencyRow] = []
    var terms: [Rule: Int] = [:]
    var tokens: [Rule: Int] = [:]
    for row in table.unorderedRows() {
      if let rule = rule(dropping: row) {
        terms[rule, default: 0] += 1
        tokens[rule, default: 0] += row.termFrequency
      } else {
        rows.append(row)
      }
    }
    let drops = Rule.allCases.compactMap { rule in
      terms[rule].map { FilterDrop(rule: rule, terms: $0, tokens: tokens[rule] ?? 0) }
    }
    return FilterOutcome(rows: rows.sorted(by: order.areInOrder), drops: drops)
  }

  func isStopWord(_ text: String) -> Bool {
    if stopWords.isEmpty { return false }
    if stopWords.contains(text) { return true }
    let hasCapital = text.utf8.contains { (0x41...0x5A).contains($0) }
    return hasCapital && stopWords.contains(text.lowercased())
  }
}
