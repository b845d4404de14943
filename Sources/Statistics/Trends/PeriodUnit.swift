/// The length of the periods of a trend. Raw values are the words of the command line.
public enum PeriodUnit: String, Sendable, Hashable, CaseIterable {
  case day
  /// A week of ISO 8601: Monday to Sunday, in the year that holds its Thursday.
  case week
  case month
  case quarter
  case year

  /// The place among the units, shortest first.
  var rank: Int {
    switch self {
    case .day: 0
    case .week: 1
    case .month: 2
    case .quarter: 3
    case .year: 4
    }
  }
}
