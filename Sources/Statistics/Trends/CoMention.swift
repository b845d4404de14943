/// A term in the documents that hold a name.
public struct CoMention: Sendable, Hashable {
  /// Both in one period.
  public struct Point: Sendable, Hashable {
    public let period: Period
    /// The documents with the name; 0 is a gap, for then nothing can stand beside it.
    public let documentCount: Int
    /// Those with the term too.
    public let together: Int

    /// Their share; nil for a gap.
    public var share: Double? {
      documentCount == 0 ? nil : Double(together) / Double(documentCount)
    }

    /// The 95 % interval of the share; nil for a gap.
    public var interval: ClosedRange<Double>? {
      documentCount == 0 ? nil : WilsonInterval.share(together, of: documentCount)
    }
  }

  public let term: Term
  /// The documents with both.
  public let together: Int
  /// The documents with the term.
  public let documentFrequency: Int
  /// The documents with the name as the target, all others as the reference. Counts are documents.
  public let keyness: Keyness
  /// A point for each period, in order.
  public let points: [Point]
  /// Whether the share rises or falls steadily; p adjusted over the terms listed.
  public let test: TrendTest

  /// The first period with both; nil if there is none.
  public var firstTogether: Period? { points.first { $0.together > 0 }?.period }
}
