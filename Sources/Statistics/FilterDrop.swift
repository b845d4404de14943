/// How much a rule of a filter dropped.
public struct FilterDrop: Sendable, Hashable {
  public let rule: TermFilter.Rule
  /// The number of distinct terms.
  public let terms: Int
  /// The number of their occurrences. They stay in the denominator.
  public let tokens: Int

  public init(rule: TermFilter.Rule, terms: Int, tokens: Int) {
    self.rule = rule
    self.terms = terms
    self.tokens = tokens
  }
}
