/// A word (词) in running text, or a mark of punctuation.
///
/// White space is no token: tokens, with the white space between them, give back the text exactly.
public struct Token: Hashable, Sendable {
  /// Where the token stands in its document's text.
  public var span: TextSpan
  /// The word class.
  public var partOfSpeech: PartOfSpeech
  /// What the token is made of.
  public var kind: TokenKind
  /// Whether the word is in no lexicon: a guess of the engine, or a piece between two known words.
  public var isOutOfVocabulary: Bool
  /// Whether a model takes the word for a part of a name.
  public var nameTag: NameTag

  @inlinable
  public init(
    span: TextSpan, partOfSpeech: PartOfSpeech, kind: TokenKind, isOutOfVocabulary: Bool = false,
    nameTag: NameTag = NameTag(rawValue: 0)
  ) {
    self.span = span
    self.partOfSpeech = partOfSpeech
    self.kind = kind
    self.isOutOfVocabulary = isOutOfVocabulary
    self.nameTag = nameTag
  }
}
