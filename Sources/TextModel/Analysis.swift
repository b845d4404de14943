/// A document with what was found in it.
public struct Analysis: Hashable, Sendable {
  public var document: Document
  /// The words and marks, in the order of the text, without overlap.
  public var tokens: [Token]
  /// The names, in the order of the text, without overlap; empty if they were not asked for.
  public var mentions: [Mention]

  public init(document: Document, tokens: [Token], mentions: [Mention] = []) {
    self.document = document
    self.tokens = tokens
    self.mentions = mentions
  }

  /// The characters of a token, as the text writes them.
  public func surface(of token: Token) -> Substring { document[token.span] }

  /// The characters of a mention, as the text writes them.
  public func surface(of mention: Mention) -> Substring { document[mention.span] }
}
