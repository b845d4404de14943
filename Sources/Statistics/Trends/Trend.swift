/// A term over time.
public struct Trend: Sendable, Hashable {
  public let term: Term
  /// The part of the corpus that this is about, such as a source; nil for all of it.
  public let part: String?
  /// A point for each period, in order, gaps included.
  public let points: [TrendPoint]
  /// Whether the rate rises or falls steadily.
  public let test: TrendTest
  /// The rate as a steady growth; nil if there is too little to fit one.
  public let growth: RateRegression?
  /// When the term was in more documents than usual, in order.
  public let bursts: [Burst]

  /// The rates per million, nil for gaps: what a chart needs.
  public var rates: [Double?] { points.map { $0.observation?.perMillion } }

  /// The first period with the term; nil if there is none.
  public var firstSeen: Period? {
    points.first { ($0.observation?.termFrequency ?? 0) > 0 }?.period
  }

  /// The heaviest burst; nil if there is none.
  public var strongestBurst: Burst? { bursts.max { $0.weight < $1.weight } }

  /// The occurrences in all periods.
  public var termFrequency: Int {
    points.reduce(0) { $0 + ($1.observation?.termFrequency ?? 0) }
  }

  /// The documents with the term in all periods.
  public var documentFrequency: Int {
    points.reduce(0) { $0 + ($1.observation?.documentFrequency ?? 0) }
  }
}
