/// Something wrong with the input, said so that a person can act on it. The rest of the input goes
/// on.
public struct InputProblem: Hashable, Sendable {
  /// How bad it is. Raw values appear in logs.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The document is there, though not quite as it should be.
    case warning
    /// A file or a record could not be used.
    case error
  }

  public var severity: Severity
  /// The file, as it was named; `-` is standard input.
  public var path: String
  /// The line, counted from 1, if the problem belongs to one.
  public var line: Int?
  /// The place in the file, in bytes from its beginning, if it is known. For compressed input it
  /// counts the inflated bytes, except where the compressed data are themselves damaged.
  public var offset: Int?
  /// What is wrong, without the place.
  public var message: String

  public init(
    _ severity: Severity, path: String, line: Int? = nil, offset: Int? = nil, message: String
  ) {
    self.severity = severity
    self.path = path
    self.line = line
    self.offset = offset
    self.message = message
  }
}

extension InputProblem: CustomStringConvertible {
  /// One line: `corpus/a.txt:12: not valid JSON: …` or `corpus/b.txt: byte 1042: …`.
  public var description: String {
    var place = path == InputPath.standardInput.description ? "standard input" : path
    if let line { place += ":\(line)" }
    if let offset { place += ": byte \(offset)" }
    return "\(place): \(message)"
  }
}
