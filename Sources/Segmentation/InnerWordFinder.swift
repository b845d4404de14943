public import ICU
public import Lexicons
public import TextModel

/// Finds the shorter words inside tokens, for an index: who looks for 大学 wants 北京大学 too.
///
/// ```swift
/// let finder = InnerWordFinder(dictionaries)
/// try finder.innerWords(of: tokens, in: document)  // 北京大学: 北京, 大学; GPT-4o: GPT, 4o
/// ```
///
/// The inner words of a token are
/// - the words of the lexicon and of the user's dictionary that lie in it and have two or more
///   characters. All of them, even where one crosses another (清华大学: 清华, 华大, 大学): what an index
///   lacks is never found, what it has too much only ranks low;
/// - the runs of letters and digits in it, except single letters.
///
/// Numbers, dates, addresses and marks have none. An inner word is shorter than its token, and neither
/// begins nor ends inside a character or a run of letters and digits.
///
/// They come in the order of the text, by their start, and of one start the longer first: each token
/// followed by its inner words is in this order too.
///
/// One owner, one thread at a time: the working memory is kept from text to text.
public final class InnerWordFinder {
  private let characters: CharacterTable
  private let lexicon: DoubleArray
  private let userWords: DoubleArray?
  /// The token that is looked at.
  private let text = ScalarText()
  /// For each position of the token whether an inner word may begin or end there.
  @exclusivity(unchecked) private var edges: [Bool] = []
  /// ICU's rules, opened when a token first needs them.
  @exclusivity(unchecked) private var clusters: BoundaryFinder?

  public init(_ dictionaries: Dictionaries) {
    characters = dictionaries.characters
    lexicon = dictionaries.lexicon.trie
    userWords = dictionaries.userWords
  }

  /// The inner words of a document's tokens.
  ///
  /// - Parameter tokens: Tokens of the document, in order.
  /// - Throws: `ICUError` if ICU refuses the text.
  /// - Complexity: O(*n*) in the number of bytes, for words of bounded length.
  public func innerWords(
    of tokens: [Token], in document: Document
  ) throws(ICUError) -> [Token] {
    var words: [Token] = []
    var text = document.text
    var failure: ICUError?
    text.withUTF8 { utf8 in
      do throws(ICUError) {
        try tokens.withUnsafeBufferPointer { tokens throws(ICUError) in
          try appendInnerWords(of: tokens, in: utf8, to: &words)
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return words
  }

  /// Appends the inner words of tokens to `words`.
  ///
  /// - Parameter utf8: The text of the document whose tokens they are.
  /// - Throws: `ICUError` if ICU refuses the text.
  /// - Complexity: O(*n*) in the number of bytes, for words of bounded length.
  public func appendInnerWords(
    of tokens: UnsafeBufferPointer<Token>, in utf8: UnsafeBufferPointer<UInt8>,
    to words: inout [Token]
  ) throws(ICUError) {
    for token in tokens where token.kind == .word || token.kind == .latin {
      guard Self.hasRoom(in: token, utf8) else { continue }
      let bytes = UnsafeBufferPointer(rebasing: utf8[token.span.range])
      text.decode(bytes, with: characters)
      try findEdges(in: bytes)
      for start in 0..<text.count where edges[start] {
        appendWords(from: start, of: token, to: &words)
      }
    }
  }

  /// Whether a token is long enough to hold an inner word. Most are not: one or two Chinese characters.
  private static func hasRoom(in token: Token, _ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(token.span.start)
    switch token.span.count {
    case 0...2: return false
    case 3...6:
      // The first bytes of Chinese characters.
      return utf8[start] < 0xE0 || token.span.count > 3 && utf8[start + 3] < 0xE0
    default: return true
    }
  }

  /// Finds where an inner word may begin or end: not inside what a reader sees as one character (Unicode
  /// Standard Annex #29), nor inside a run of letters and digits.
  private func findEdges(in bytes: UnsafeBufferPointer<UInt8>) throws(ICUError) {
    let count = text.count
    let hasClusters =
      text.contains(.extend) || text.contains(.pictograph) || text.contains(.hangul)
    edges.removeAll(keepingCapacity: true)
    edges.append(contentsOf: repeatElement(!hasClusters, count: count + 1))
    if hasClusters { try markClusters(in: bytes) }
    guard text.contains(.letter) || text.contains(.digit) else { return }
    var isInRun = false
    for position in 0..<count {
      let goesOn =
        isAlphanumeric(position)
        || isInRun && (classValue(position) == .extend || isDecimalPoint(position))
      if isInRun, goesOn { edges[position] = false }
      isInRun = goesOn
    }
  }

  private func markClusters(in bytes: UnsafeBufferPointer<UInt8>) throws(ICUError) {
    if clusters == nil { clusters = try BoundaryFinder(.character) }
    edges[0] = true
    var position = 0
    try clusters?.forEachBoundary(in: bytes) { offset in
      while Int(text.offsets[position]) < offset { position += 1 }
      edges[position] = true
    }
  }

  /// Appends the inner words that begin at a position of the token.
  private func appendWords(from start: Int, of token: Token, to words: inout [Token]) {
    let lexicon = self.lexicon
    let userWords = self.userWords ?? lexicon
    var unit = DoubleArray.root
    var userUnit = self.userWords == nil ? DoubleArray.nowhere : DoubleArray.root
    let runEnd = isAlphanumeric(start) ? edge(after: start) : start
    let limit = start == 0 ? text.count - 1 : text.count
    let first = words.count
    var length = 0
    var end = start
    while end < limit,
      end < runEnd || unit != DoubleArray.nowhere || userUnit != DoubleArray.nowhere
    {
      let code = CharacterTable.code(of: text.entries[end])
      unit = lexicon.child(of: unit, by: code)
      userUnit = userWords.child(of: userUnit, by: code)
      end += 1
      guard edges[end] else { continue }
      length += 1
      let isRun = end == runEnd && (end - start > 1 || classValue(start) == .digit)
      guard isRun || length > 1 else { continue }
      let partOfSpeech: PartOfSpeech?
      if let weight = userWords.weight(at: userUnit) {
        partOfSpeech = PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: weight))
      } else if lexicon.weight(at: unit) != nil {
        partOfSpeech = PartOfSpeech(rawValue: DoubleArray.tag(of: lexicon.units[unit]))
      } else if isRun {
        partOfSpeech = kind(start, end) == .number ? .numeral : token.partOfSpeech
      } else {
        continue
      }
      words.insert(
        Token(
          span: TextSpan(
            start: token.span.start + text.offsets[start],
            end: token.span.start + text.offsets[end]),
          partOfSpeech: partOfSpeech ?? .other, kind: kind(start, end)),
        at: first)
    }
  }

  private func edge(after position: Int) -> Int {
    var next = position + 1
    while !edges[next] { next += 1 }
    return next
  }

  private func classValue(_ position: Int) -> CharacterClass? {
    CharacterClass(rawValue: CharacterTable.classValue(of: text.entries[position]))
  }

  private func isAlphanumeric(_ position: Int) -> Bool {
    classValue(position) == .letter || classValue(position) == .digit
  }

  /// Whether the position holds the point of 2.5.
  private func isDecimalPoint(_ position: Int) -> Bool {
    CharacterTable.mark(of: text.entries[position]) == UInt8(ascii: ".") && position > 0
      && position + 1 < text.count && classValue(position - 1) == .digit
      && classValue(position + 1) == .digit
  }

  private func kind(_ start: Int, _ end: Int) -> TokenKind {
    let range = start..<end
    if range.contains(where: { classValue($0) == .han }) { return .word }
    return range.allSatisfy { classValue($0) == .digit || isDecimalPoint($0) } ? .number : .latin
  }
}
