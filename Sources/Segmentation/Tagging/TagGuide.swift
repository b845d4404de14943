/// What a tagger of a guided standard knows of the words of a window beside their characters.
struct TagGuide {
  /// The tags that the first standard gives the words.
  var tags: [UInt8]
  /// For each word the two tags that it would have by itself, without its neighbours: the best in the low
  /// byte, the next best in the high one, `noTag` if it is far behind.
  var tagsAlone: [UInt16]
  /// For each word the tag of the first standard's word in which it ends, by the numbers of the tags, and the
  /// bits below.
  var outerTags: [UInt16]
  /// Which listed names the words are parts of: see `ListedNames`.
  var names: [UInt8]

  static let noTag: UInt8 = 0xFF
  /// The word begins, or ends, where the first standard's word does.
  static let beginsOuter: UInt16 = 1 << 8
  static let endsOuter: UInt16 = 1 << 9
}
