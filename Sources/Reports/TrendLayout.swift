/// How a report of trends is laid out. Raw values are the words of the command line.
public enum TrendLayout: String, Sendable, Hashable, CaseIterable {
  /// A row a term: a sparkline for people, the first and last rate, the tests.
  case overview
  /// A row a term and period: count, rate and interval. A gap has empty cells.
  case periods
  /// A row a burst.
  case bursts
}
