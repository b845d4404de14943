/// A term over time.
public struct Trend: Sendable, Hashable {
  public let term: Term
  /// A point for each period, in order, gaps included.
  public let points: [TrendPoint]
  /// Whether the rate rises or falls steadily.
  public let test: TrendTest

  /// The rates per million, nil for gaps: what a chart needs.
  public var rates: [Double?] { points.map { $0.observation?.perMillion } }

  /// The occurrences in all periods.
  public var termFrequency: Int {
    points.reduce(0) { $0 + ($1.observation?.termFrequency ?? 0) }
  }

  /// The documents with the term in all periods.
  public var documentFrequency: Int {
    points.reduce(0) { $0 + ($1.observation?.documentFrequency ?? 0) }
  }
}
