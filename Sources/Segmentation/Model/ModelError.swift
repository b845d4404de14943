/// A wish that a model cannot meet.
public enum ModelError: Error, Hashable, Sendable {
  /// A word standard that the model was not trained in.
  case unknownStandard(String, known: [String])
}

extension ModelError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownStandard(let name, let known):
      "the model knows no standard '\(name)' (it knows: \(known.joined(separator: ", ")))"
    }
  }
}
