public import TextModel

/// What a block holds: its documents, and what was wrong with it.
public struct ParsedBlock: Hashable, Sendable {
  /// The documents, in the order of the file.
  public var documents: [Document]
  /// Errors and warnings, in the order of the file.
  public var problems: [InputProblem]

  public init(documents: [Document] = [], problems: [InputProblem] = []) {
    self.documents = documents
    self.problems = problems
  }
}
