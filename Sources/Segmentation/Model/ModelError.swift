/// A wish that a model cannot meet.
public enum ModelError: Error, Hashable, Sendable {
  /// A word standard that the model was not trained in.
  case unknownStandard(String, known: [String])
  /// A word standard to learn that the model to build on has already.
  case knownStandard(String)
}

extension ModelError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownStandard(let name, let known):
      "the model knows no standard '\(name)' (it knows: \(known.joined(separator: ", ")))"
    case .knownStandard(let name):
      "the model to build on has a standard '\(name)' already; give the new one another name"
    }
  }
}
