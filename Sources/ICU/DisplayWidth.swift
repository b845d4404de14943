internal import CICU

/// How much room text takes on a terminal.
public enum DisplayWidth {
  /// The number of columns: 2 for a wide or fullwidth character (Unicode Standard Annex #11),
  /// 0 for marks and format controls, 1 for any other.
  ///
  /// - Complexity: O(*n*) in the number of scalars.
  public static func columns(of text: some StringProtocol) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars {
      columns += self.columns(of: scalar)
    }
    return columns
  }

  /// The number of columns of one scalar: 0, 1 or 2.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    Int(cicu_display_width(scalar.value))
  }
}
