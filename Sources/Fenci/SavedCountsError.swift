/// Why saved counts cannot be used.
public enum SavedCountsError: Error, Hashable, Sendable {
  /// A file that is no table of counts, or is cut off, or has changed since it was written.
  case damaged(path: String, reason: String)
  /// Counts of another format.
  case unsupportedFormat(path: String, found: Int, supported: Int)
  /// Two tables that were not counted in the same way: what differs, and how.
  case different(setting: String, one: String, other: String)
}

extension SavedCountsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .damaged(let path, let reason):
      "\(path): no usable counts (\(reason)); count anew with 'fenci freq --save'"
    case .unsupportedFormat(let path, let found, let supported):
      "\(path): counts of another version of Fenci (format \(found), this one reads \(supported)); "
        + "count anew with 'fenci freq --save'"
    case .different(let setting, let one, let other):
      "the tables were not counted in the same way: \(setting) is \(one) in one and \(other) in another"
    }
  }
}
