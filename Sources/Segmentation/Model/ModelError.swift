/// A wish that a model cannot meet.
public enum ModelError: Error, Hashable, Sendable {
  /// A word standard that the model was not trained in.
  case unknownStandard(String, known: [String])
  /// A word standard to learn that guides, or refines what guides, the others of the model to build on.
  case knownStandard(String)
}

extension ModelError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownStandard(let name, let known):
      "the model knows no standard '\(name)' (it knows: \(known.joined(separator: ", ")))"
    case .knownStandard(let name):
      "the model to build on has a standard '\(name)' that the others build on; give the new one another name"
    }
  }
}
