import ArgumentParser
import Fenci

/// What puts documents into one group.
enum DocumentGrouping: String, ExpressibleByArgument, CaseIterable {
  case document
  case source
  case year
  case quarter
  case month
  case week
  case day

  /// The name of a document's group; nil if it has none.
  func group(of document: Document) -> String? {
    switch self {
    case .document: return document.id
    case .source: return document.source
    case .year, .quarter, .month, .week, .day:
      guard let unit = PeriodUnit(rawValue: rawValue) else { return nil }
      return document.date.map { Period(containing: $0, unit: unit).label }
    }
  }

  /// The field of a document that the group is made from.
  var fieldName: String {
    switch self {
    case .document: "name"
    case .source: "source"
    case .year, .quarter, .month, .week, .day: "date"
    }
  }
}
