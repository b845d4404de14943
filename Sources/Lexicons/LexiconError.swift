/// A fault in the dictionaries: their text tables or their compiled form.
public enum LexiconError: Error, Hashable, Sendable {
  /// A row of a table that does not say what its table must say.
  case badRow(path: String, line: Int, reason: String)
  /// A table that differs from what the manifest says of it.
  case manifestMismatch(path: String, reason: String)
  /// No compiled dictionaries at any of the places where they may be.
  case notFound(searched: [String])
  /// A file that is no compiled dictionary or model at all, or is cut off, or has changed since it was made.
  case damaged(path: String, reason: String)
  /// Compiled dictionaries, or a model, of another format.
  case unsupportedFormat(path: String, found: Int, supported: Int)
  /// More distinct characters, entries or names than the format can hold.
  case tooLarge(reason: String)
}

extension LexiconError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badRow(let path, let line, let reason):
      "\(path):\(line): \(reason)"
    case .manifestMismatch(let path, let reason):
      "\(path): \(reason)"
    case .notFound(let searched):
      """
      no compiled dictionaries (looked for \(searched.joined(separator: ", "))); make them with \
      'fenci dictionary build dictionaries -o fenci.fcd', or name them with \
      --compiled-dictionaries or FENCI_DICTIONARIES
      """
    case .damaged(let path, let reason):
      "\(path): damaged (\(reason)); \(Self.remedy)"
    case .unsupportedFormat(let path, let found, let supported):
      """
      \(path): made for another version of Fenci (format \(found), this one reads \(supported)); \
      \(Self.remedy)
      """
    case .tooLarge(let reason):
      reason
    }
  }

  /// Both kinds of files have one container, and it may be too damaged to tell which this is.
  private static let remedy = "make it anew with 'fenci dictionary build' (a model: 'fenci train')"
}
