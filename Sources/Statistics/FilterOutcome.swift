/// What a filter kept of a table and what it dropped.
public struct FilterOutcome: Sendable, Hashable {
  /// The terms that stayed, in the order asked for.
  public let rows: [FrequencyRow]
  /// What each rule dropped, in the order of the rules; a rule that dropped nothing is not listed.
  public let drops: [FilterDrop]
}
