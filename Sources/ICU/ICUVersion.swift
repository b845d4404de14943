internal import CICU

/// The ICU library in use. Its data decide word boundaries, so every result should name it.
public enum ICUVersion {
  /// The library's version, such as `72.1`.
  public static var library: String { String(cString: cicu_version()) }
  /// The version of Unicode it knows, such as `15.0`.
  public static var unicode: String { String(cString: cicu_unicode_version()) }
}
