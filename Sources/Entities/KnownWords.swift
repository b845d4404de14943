internal import Lexicons
internal import TextModel

/// What the dictionaries know of a text that may be a name. An object, as a copy of dictionaries is dear.
final class KnownWords {
  private let dictionaries: Dictionaries
  private let tries: [DoubleArray]

  init(_ dictionaries: Dictionaries) {
    self.dictionaries = dictionaries
    tries = [
      dictionaries.lexicon.trie, dictionaries.gazetteer.trie, dictionaries.userGazetteer?.trie,
    ].compactMap(\.self)
  }

  /// Whether the lexicon knows a text as a word and not as a name.
  func isCommon(_ text: String) -> Bool {
    dictionaries.lexicon.entry(for: text, in: dictionaries.characters)
      .map { $0.partOfSpeech != .properNoun } ?? false
  }

  /// The same of some tokens, without making a string.
  func isCommon(_ tokens: Range<Int>, of window: TokenWindow) -> Bool {
    let trie = tries[0]
    guard let unit = trie.unit(of: window.positions(of: tokens), in: window.text.entries) else {
      return false
    }
    return DoubleArray.tag(of: trie.units[unit]) != PartOfSpeech.properNoun.rawValue
  }

  /// Whether the lexicon or a gazetteer knows a token.
  func isKnown(_ token: Int, of window: TokenWindow) -> Bool {
    let positions = window.positions(of: token..<token + 1)
    return tries.contains { $0.unit(of: positions, in: window.text.entries) != nil }
  }

  /// The canonical name of a listed person, by a name.
  func listedPerson(named name: String) -> String? {
    dictionaries.entities(named: name).first { $0.label == .person }?.canonicalName
  }

  /// Whether a listed place stands at the beginning of a token, with more behind it.
  ///
  /// - Complexity: O(*n*) in the number of characters of the token.
  func beginsWithPlace(_ token: Int, of window: TokenWindow) -> Bool {
    let gazetteer = dictionaries.gazetteer
    let positions = window.positions(of: token..<token + 1)
    var isFound = false
    DoubleArray.forEachWord(
      of: gazetteer.trie.units.unsafeBaseAddress, along: window.text.entries, in: positions
    ) { unit, end in
      guard end < positions.upperBound, end - positions.lowerBound > 1 else { return }
      let alias = gazetteer.alias(at: unit)
      if !alias.isAmbiguous, gazetteer.label(of: alias.entity) == .place { isFound = true }
    }
    return isFound
  }
}
