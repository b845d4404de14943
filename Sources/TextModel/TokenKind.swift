/// What a token is made of. Raw values are stable.
public enum TokenKind: UInt8, Sendable, CaseIterable, Hashable {
  /// A word written with Chinese characters, whole or in part (算力, B站).
  case word = 0
  /// A word of letters other than Chinese characters, with its digits (DeepSeek, GPT-4o, iPhone).
  case latin = 1
  /// A number, with its sign, magnitude and unit (835.4%, 15.95亿元).
  case number = 2
  /// A date or a time written with digits (2026-01-08, 09:30).
  case date = 3
  /// A web address or an e-mail address.
  case address = 4
  /// Punctuation.
  case punctuation = 5
  /// Any other mark: currency signs, mathematics, emoji.
  case symbol = 6

  /// Whether the token counts as a word of the text: everything but punctuation and symbols.
  @inlinable public var isWord: Bool { self != .punctuation && self != .symbol }
}
