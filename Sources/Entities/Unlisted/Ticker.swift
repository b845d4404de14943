internal import TextModel

/// The number under which a company's shares are traded, in brackets behind its name: 富春环保（002479）, （00700.HK）.
enum Ticker {
  /// Whether one follows behind a token.
  ///
  /// - Complexity: O(1).
  static func follows(_ token: Int, in window: TokenWindow) -> Bool {
    let bracket = token + 1
    // Most tokens are ruled out by the kinds of those behind them.
    guard bracket + 2 < window.count, window.tokens[bracket].kind == .punctuation,
      window.tokens[bracket + 1].kind == .number || window.tokens[bracket + 1].kind == .latin,
      window.touches(token, bracket), Brackets.open.contains(window.packed(bracket)),
      closings.contains(window.packed(bracket + 2))
    else { return false }
    return isTicker(window.bytes(of: bracket + 1..<bracket + 2))
  }

  /// Six digits, or four to six and the exchange: 688682, 300308.SZ, 00700.HK.
  private static func isTicker(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = bytes.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    guard digits >= 4, digits <= 6 else { return false }
    let rest = bytes.dropFirst(digits)
    return rest.isEmpty
      ? digits == 6 : exchanges.contains { rest.elementsEqual($0.utf8) }
  }

  private static let exchanges = [".SH", ".SZ", ".BJ", ".HK", ".sh", ".sz", ".hk", ".TW", ".T"]
  private static let closings = PackedWords("） ) ， , ； ; 、")
}
