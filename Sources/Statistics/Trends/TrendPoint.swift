/// A term in one period.
public struct TrendPoint: Sendable, Hashable {
  /// What a period says of a term.
  public struct Observation: Sendable, Hashable {
    /// The number of occurrences; may be 0.
    public let termFrequency: Int
    /// The number of the period's documents with at least one occurrence.
    public let documentFrequency: Int
    /// The words of the period: the denominator. Never 0.
    public let wordCount: Int
    /// The documents of the period.
    public let documentCount: Int
    /// Occurrences per million words.
    public let perMillion: Double
    /// The exact 95 % interval of `perMillion`, see `PoissonInterval`.
    public let interval: ClosedRange<Double>
  }

  public let period: Period
  /// The counts; nil for a gap: a period without any words, about which nothing is known. A period that
  /// has words, but not the term, is no gap: it has a count of 0.
  public let observation: Observation?
}
