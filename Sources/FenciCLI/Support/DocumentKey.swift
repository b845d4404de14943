import ArgumentParser
import Fenci

/// What of a document tells the group that it belongs to.
enum DocumentKey: ExpressibleByArgument, Hashable, Sendable {
  /// The path of the command line that it was read from.
  case path
  case source
  case period(PeriodUnit)
  /// A field of its record or of its front matter.
  case field(String)

  init?(argument: String) {
    switch argument {
    case "": return nil
    case "path": self = .path
    case "source": self = .source
    case "document": self = .field("id")
    default: self = PeriodUnit(rawValue: argument).map(Self.period) ?? .field(argument)
    }
  }

  /// The word of the command line.
  var name: String {
    switch self {
    case .path: "path"
    case .source: "source"
    case .period(let unit): unit.rawValue
    case .field("id"): "document"
    case .field(let name): name
    }
  }

  var defaultValueDescription: String { name }

  /// What a document lacks that has no value.
  var noun: String {
    switch self {
    case .path, .source: name
    case .period: "date"
    case .field(let name): "field \(name)"
    }
  }

  /// The value of a document; nil if it has none, and for `path`, which is not the document's own.
  func value(of document: Document) -> String? {
    switch self {
    case .path: nil
    case .source: document.source
    case .period(let unit): document.date.map { Period(containing: $0, unit: unit).label }
    case .field("title"): document.title
    case .field("id"): document.id
    case .field(let name): document.metadata.first { $0.name == name }?.text
    }
  }
}
