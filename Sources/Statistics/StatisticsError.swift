/// A request that the numbers cannot answer.
public enum StatisticsError: Error, Hashable, Sendable {
  /// A comparison needs two groups or more.
  case tooFewGroups(count: Int)
  /// There are so many groups that the tests of their contrasts would be too many.
  case tooManyGroups(count: Int, limit: Int)
  /// Two groups of a comparison have one name.
  case duplicateGroup(name: String)
  /// A group has no words, so that it has no rates.
  case emptyGroup(name: String)
  /// The dates lie so far apart that the periods between them are too many: most often one date is wrong.
  case tooManyPeriods(first: String, last: String, limit: Int)
  /// There are fewer periods with words than the request needs.
  case tooFewPeriods(count: Int, needed: Int)
}

extension StatisticsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooFewGroups(let count):
      "a comparison needs at least 2 groups; there is \(count)"
    case .tooManyGroups(let count, let limit):
      "\(count) groups are too many; the most are \(limit)"
    case .duplicateGroup(let name):
      "two groups are named \(name)"
    case .emptyGroup(let name):
      "group \(name) has no words"
    case .tooManyPeriods(let first, let last, let limit):
      "from \(first) to \(last) there are more than \(limit) periods: "
        + "check the dates, narrow the range or choose a longer period"
    case .tooFewPeriods(let count, let needed):
      "\(needed) periods with words are needed; there are \(count)"
    }
  }
}
