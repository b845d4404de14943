/// A number as a horizontal bar of block characters, exact to an eighth of a column.
public enum Bar {
  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The bar, without spaces after it.
  ///
  /// - Parameters:
  ///   - number: The number; 0 and less have no bar. Anything above 0 has at least an eighth.
  ///   - maximum: The number whose bar fills all columns. Larger numbers do too.
  ///   - columns: The columns of the whole width.
  public static func text(of number: Double, maximum: Double, columns: Int) -> String {
    guard number > 0, maximum > 0, columns > 0 else { return "" }
    let share = min(1, number / maximum)
    let total = max(1, Int((share * Double(columns * 8)).rounded()))
    var text = String(repeating: "█", count: total / 8)
    if total % 8 > 0 { text.append(eighths[total % 8 - 1]) }
    return text
  }
}
