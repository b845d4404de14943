/// Which n-grams are sought.
public struct NGramSearch: Sendable, Hashable {
  /// The numbers of terms; 1 is single terms.
  public var lengths: ClosedRange<Int>
  /// How far apart the two terms of a pair may stand, in words: 1 for neighbours. More only for pairs.
  public var window: Int
  /// The fewest occurrences; at least 2, because single ones are by far the most and say nothing.
  public var minimumCount: Int
  /// The terms with which an n-gram may begin and end, and the fewest documents.
  public var filter: TermFilter
  /// The most n-grams that are counted at a time. Of more, parts are counted one after another, each in a pass
  /// over the corpus: memory is bounded, and the result is the same.
  var tableLimit = 1 << 20

  /// - Precondition: `lengths` lie from 1 to 8, `window` is at least 1, and 1 unless `lengths` end at 2.
  public init(
    lengths: ClosedRange<Int>, window: Int = 1, minimumCount: Int = 5,
    filter: TermFilter = TermFilter()
  ) {
    precondition(lengths.lowerBound >= 1 && lengths.upperBound <= 8, "lengths from 1 to 8")
    precondition(window == 1 || window > 1 && lengths.upperBound == 2, "a window is for pairs")
    self.lengths = lengths
    self.window = window
    self.minimumCount = max(2, minimumCount)
    self.filter = filter
  }
}
