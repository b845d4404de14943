internal import ICU

/// The version of Fenci and of what its results depend on.
public enum FenciVersion {
  public static let current = "0.1.0"

  /// The version of the ICU library in use, such as `72.1`.
  public static var icu: String { ICUVersion.library }

  /// The version of Unicode that ICU knows, such as `15.0`.
  public static var unicode: String { ICUVersion.unicode }

  /// One line for people: `0.1.0 (ICU 72.1, Unicode 15.0)`.
  public static var description: String { "\(current) (ICU \(icu), Unicode \(unicode))" }
}
