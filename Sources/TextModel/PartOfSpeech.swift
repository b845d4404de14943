/// A word class of Universal Dependencies (UPOS).
///
/// Source: https://universaldependencies.org/u/pos/ (17 classes). Raw values are stored in compiled
/// dictionaries: they never change.
public enum PartOfSpeech: UInt8, Sendable, CaseIterable, Hashable {
  case adjective = 0
  case adposition = 1
  case adverb = 2
  case auxiliary = 3
  case coordinatingConjunction = 4
  case determiner = 5
  case interjection = 6
  case noun = 7
  case numeral = 8
  case particle = 9
  case pronoun = 10
  case properNoun = 11
  case punctuation = 12
  case subordinatingConjunction = 13
  case symbol = 14
  case verb = 15
  case other = 16

  /// The tag as Universal Dependencies writes it: `NOUN`, `PROPN`, `X` …
  public var tag: String { Self.tags[Int(rawValue)] }

  /// The class with the given UPOS tag, or nil if there is none.
  public init?(tag: some StringProtocol) {
    guard let index = Self.tags.firstIndex(where: { $0 == tag }) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let tags = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
  ]
}
