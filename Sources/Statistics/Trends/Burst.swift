/// A run of periods in which a term is in more documents than usual.
public struct Burst: Sendable, Hashable {
  /// The first and the last period, by their place in the series.
  public let periods: ClosedRange<Int>
  /// How much better the higher rate explains these periods, in nats: the sum of the costs saved. Larger is
  /// stronger.
  public let weight: Double
}
