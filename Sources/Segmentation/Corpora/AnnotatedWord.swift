public import TextModel

/// A word of an annotated corpus.
public struct AnnotatedWord: Hashable, Sendable {
  /// The characters as they stand in the text.
  public var text: String
  /// The source's own tag (`vn`, `NN`, `NOUN`); nil if the source has none.
  public var tag: String?
  /// The word class that the tag stands for, as far as `TagMap` knows it.
  public var partOfSpeech: PartOfSpeech?
  /// The name that the word is a part of; nil if it is none, or the source marks no names.
  public var name: NamePart?
  /// Whether white space follows in the text.
  public var isFollowedBySpace: Bool

  /// A part of a name.
  public struct NamePart: Hashable, Sendable {
    public var label: EntityLabel
    /// Whether the name begins here; otherwise it goes on.
    public var isFirst: Bool

    public init(_ label: EntityLabel, isFirst: Bool) {
      self.label = label
      self.isFirst = isFirst
    }
  }

  public init(
    _ text: String, tag: String? = nil, partOfSpeech: PartOfSpeech? = nil, name: NamePart? = nil,
    isFollowedBySpace: Bool = false
  ) {
    self.text = text
    self.tag = tag
    self.partOfSpeech = partOfSpeech
    self.name = name
    self.isFollowedBySpace = isFollowedBySpace
  }
}
