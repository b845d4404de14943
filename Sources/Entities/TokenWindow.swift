internal import ICU
internal import Lexicons
internal import TextModel

/// A window of a document with its tokens, as all who look for names see it: by tokens, by characters, by bytes.
struct TokenWindow {
  let tokens: [Token]
  let utf8: UnsafeBufferPointer<UInt8>
  /// Where the window begins in its document, in bytes.
  let baseOffset: Int
  /// The window, decoded.
  let text: ScalarText
  let layout: TokenLayout

  /// - Parameters:
  ///   - tokens: With offsets in the document.
  ///   - text: The decoded window.
  init(_ tokens: [Token], in utf8: UnsafeBufferPointer<UInt8>, baseOffset: Int, text: ScalarText) {
    self.tokens = tokens
    self.utf8 = utf8
    self.baseOffset = baseOffset
    self.text = text
    layout = TokenLayout(tokens, of: text, baseOffset: baseOffset)
  }

  var count: Int { tokens.count }

  /// The place of some tokens that follow one another in the document.
  func span(of tokens: Range<Int>) -> TextSpan {
    TextSpan(
      start: self.tokens[tokens.lowerBound].span.start,
      end: self.tokens[tokens.upperBound - 1].span.end)
  }

  /// The positions of their characters.
  func positions(of tokens: Range<Int>) -> Range<Int> {
    layout.starts[tokens.lowerBound]..<layout.ends[tokens.upperBound - 1]
  }

  /// Their bytes.
  func bytes(of tokens: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let span = span(of: tokens)
    return UnsafeBufferPointer(
      rebasing: utf8[Int(span.start) - baseOffset..<Int(span.end) - baseOffset])
  }

  /// Their text. To make a string takes longer than to find a name: compare `packed` where it serves.
  func string(of tokens: Range<Int>) -> String {
    String(decoding: bytes(of: tokens), as: UTF8.self)
  }

  func string(of token: Int) -> String { string(of: token..<token + 1) }

  /// The words from a token on that the model of the word standard marks as one name; nil if none begins there.
  func markedName(at token: Int) -> Range<Int>? {
    let tag = tokens[token].nameTag
    guard tag.isName, tag.isFirst, let label = tag.label else { return nil }
    var end = token + 1
    while end < tokens.count, tokens[end].nameTag.label == label, !tokens[end].nameTag.isFirst {
      end += 1
    }
    return token..<end
  }

  /// A token as `PackedWords` asks for it.
  func packed(_ token: Int) -> UInt128 { PackedWords.packed(bytes(of: token..<token + 1)) }

  /// Characters as `PackedWords` asks for them.
  func packed(_ positions: Range<Int>) -> UInt128 {
    PackedWords.packed(bytes(ofPositions: positions))
  }

  /// A character as `PackedWords` asks for it.
  func packed(at position: Int) -> UInt128 { packed(position..<position + 1) }

  /// The first byte of a character.
  func byte(at position: Int) -> UInt8 { utf8[Int(text.offsets[position])] }

  /// Whether a character is one of the digits 0 to 9.
  func isDigit(at position: Int) -> Bool {
    let byte = byte(at: position)
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Whether a character is a Chinese one.
  func isHan(at position: Int) -> Bool {
    CharacterTable.classValue(of: text.entries[position]) == CharacterClass.han.rawValue
  }

  /// A name in the text.
  ///
  /// - Parameter canonicalName: The one name that it is counted under; nil for the text itself.
  func mention(
    of tokens: Range<Int>, canonicalName: String? = nil, label: EntityLabel,
    evidence: Mention.Evidence, score: Float
  ) -> Mention {
    Mention(
      span: span(of: tokens), tokens: tokens, canonicalName: canonicalName ?? string(of: tokens),
      label: label, evidence: evidence, score: score)
  }

  /// Characters as a string.
  func string(ofPositions positions: Range<Int>) -> String {
    String(decoding: bytes(ofPositions: positions), as: UTF8.self)
  }

  private func bytes(ofPositions positions: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    let start = Int(text.offsets[positions.lowerBound])
    let end = Int(text.offsets[positions.upperBound])
    return UnsafeBufferPointer(rebasing: utf8[start..<end])
  }

  /// Whether some tokens end with a text.
  func hasSuffix(_ suffix: StaticString, _ tokens: Range<Int>) -> Bool {
    bytes(of: tokens).suffix(suffix.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
  }

  /// Whether some tokens end with one of some texts.
  func hasSuffix(of suffixes: [StaticString], _ tokens: Range<Int>) -> Bool {
    suffixes.contains { hasSuffix($0, tokens) }
  }

  /// The first character of a token as `PackedWords` asks for it.
  func packedFirst(of token: Int) -> UInt128 {
    packed(positions(of: token..<token + 1).prefix(1))
  }

  /// Whether nothing stands between two tokens.
  func touches(_ left: Int, _ right: Int) -> Bool {
    tokens[left].span.end == tokens[right].span.start
  }
}
