import ArgumentParser
import Fenci

/// What the parts of a corpus are.
enum CorpusDivision: String, ExpressibleByArgument, CaseIterable {
  case document
  case source
  case day
  case week
  case month
  case quarter
  case year

  /// The parts, in a heading.
  var plural: String { rawValue + "s" }

  /// What a document must have to belong to a part.
  var property: String { self == .source ? "source" : "date" }

  /// The name of the part that a document belongs to; nil if it has none, or is itself a part.
  func partName(of document: Document) -> String? {
    switch self {
    case .document: return nil
    case .source: return document.source
    case .day, .week, .month, .quarter, .year:
      guard let unit = PeriodUnit(rawValue: rawValue) else { return nil }
      return document.date.map { Period(containing: $0, unit: unit).label }
    }
  }
}
