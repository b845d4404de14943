/// A document with what was found in it.
public struct Analysis: Hashable, Sendable {
  public var document: Document
  /// The words and marks, in the order of the text, without overlap.
  public var tokens: [Token]
  /// The names, in the order of the text, without overlap; empty if they were not asked for.
  public var mentions: [Mention]
  /// The shorter words inside tokens, for an index: each lies in one token, and they may overlap. By
  /// their start, and of one start the longer first; empty if they were not asked for.
  public var innerWords: [Token]

  public init(
    document: Document, tokens: [Token], mentions: [Mention] = [], innerWords: [Token] = []
  ) {
    self.document = document
    self.tokens = tokens
    self.mentions = mentions
    self.innerWords = innerWords
  }

  /// Calls `body` with each token and the inner words that lie in it.
  ///
  /// - Complexity: O(*n*) in the number of tokens and inner words.
  public func forEachToken(_ body: (Token, _ innerWords: ArraySlice<Token>) -> Void) {
    var next = 0
    for token in tokens {
      let first = next
      while next < innerWords.count, innerWords[next].span.start < token.span.end { next += 1 }
      body(token, innerWords[first..<next])
    }
  }

  /// The same with the mentions of a score of at least `score`; only those on no list, if asked for.
  public func keepingMentions(of score: Float, unlistedOnly: Bool = false) -> Analysis {
    var kept = self
    kept.mentions.removeAll { $0.score < score || unlistedOnly && !$0.isUnlisted }
    return kept
  }

  /// The characters of a token, as the text writes them.
  public func surface(of token: Token) -> Substring { document[token.span] }

  /// The characters of a mention, as the text writes them.
  public func surface(of mention: Mention) -> Substring { document[mention.span] }
}
