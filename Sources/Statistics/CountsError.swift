/// Why bytes are no counts.
public enum CountsError: Error, Hashable, Sendable {
  /// They break off, or contradict themselves.
  case damaged
}
