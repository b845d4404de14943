/// How people read the numbers of a column. Programs get them in full.
public enum NumberFormat: Sendable, Hashable {
  /// Whole numbers with a comma every three digits: `627,376`. A fraction is rounded.
  case grouped
  /// A fixed number of decimals, with commas: `1,210.4`.
  case decimals(Int)
  /// The same, with a sign: `+1.55`, `−0.72`.
  case signed(Int)
  /// A probability: `0.043`, `3.0e-7`, `<1e-300`.
  case probability

  /// A whole number as people read it.
  public func text(of number: Int) -> String {
    switch self {
    case .signed: (number < 0 ? "−" : number > 0 ? "+" : "") + Self.grouped(number.magnitude)
    case .grouped, .decimals, .probability:
      (number < 0 ? "−" : "") + Self.grouped(number.magnitude)
    }
  }

  /// A number as people read it; `–` if it is not a number, `∞` if it is infinite.
  ///
  /// Halves are rounded to even, after the number's binary value.
  public func text(of number: Double) -> String {
    if number.isNaN { return "–" }
    if number.isInfinite { return number < 0 ? "−∞" : "∞" }
    switch self {
    case .grouped: return Self.fixed(number, decimals: 0, plus: "")
    case .decimals(let count): return Self.fixed(number, decimals: count, plus: "")
    case .signed(let count): return Self.fixed(number, decimals: count, plus: "+")
    case .probability: return Self.probability(number)
    }
  }

  private static func fixed(_ number: Double, decimals: Int, plus: String) -> String {
    let scale = (0..<max(0, decimals)).reduce(1.0) { power, _ in power * 10 }
    let scaled = (number.magnitude * scale).rounded(.toNearestOrEven)
    // Beyond 2⁵³ the digits would be invented.
    guard scaled < 9_007_199_254_740_992 else { return number.description }
    let sign = scaled == 0 ? "" : number < 0 ? "−" : plus
    let whole = UInt(scaled) / UInt(scale)
    if decimals <= 0 { return sign + grouped(whole) }
    let fraction = String(UInt(scaled) % UInt(scale))
    let zeros = String(repeating: "0", count: max(0, decimals - fraction.count))
    return "\(sign)\(grouped(whole)).\(zeros)\(fraction)"
  }

  private static func probability(_ number: Double) -> String {
    if number >= 0.001 { return fixed(number, decimals: 3, plus: "") }
    if number < 1e-300 { return "<1e-300" }
    var mantissa = number
    var exponent = 0
    while mantissa < 1 {
      mantissa *= 10
      exponent -= 1
    }
    let text = fixed(mantissa, decimals: 1, plus: "")
    return text == "10.0" ? "1.0e\(exponent + 1)" : "\(text)e\(exponent)"
  }

  private static func grouped(_ number: UInt) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
