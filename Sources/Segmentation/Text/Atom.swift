internal import TextModel

/// A piece of text that no engine cuts: a Latin word, a number, a date, an address, or a word of the
/// user's dictionary. Positions count scalars.
struct Atom {
  var start: Int
  var end: Int
  /// Where the part ends that may never be cut open; after it may follow a Chinese magnitude or unit
  /// (`15.95|亿元`), which a user's word may claim.
  var coreEnd: Int
  var kind: TokenKind
  var partOfSpeech: PartOfSpeech
  /// Whether the user's dictionary demands it: then no word of an engine may reach over it.
  var isForced = false
}
