/// How finely text is cut.
public enum Granularity: String, Sendable, CaseIterable {
  /// Each word once: tokens do not overlap.
  case word
  /// The shorter words inside long ones too, for an index (`Analysis.innerWords`). The tokens are the
  /// same.
  case search
}
