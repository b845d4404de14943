internal import TextModel

/// All that the stages look words and names up in: the compiled dictionaries and, above them, the
/// user's own.
public struct Dictionaries: Sendable {
  public let compiled: CompiledDictionaries
  public let characters: CharacterTable
  /// The user's words, nil if there are none. The weight of a unit is the `PartOfSpeech`.
  public let userWords: DoubleArray?
  /// The user's names, nil if there are none.
  public let userGazetteer: Gazetteer?

  public var lexicon: Lexicon { compiled.lexicon }
  public var gazetteer: Gazetteer { compiled.gazetteer }
  public var standardRules: DoubleArray { compiled.standardRules }

  /// Puts a user's dictionary above the compiled ones. It takes effect at once: there is no cache.
  ///
  /// - Throws: `LexiconError` if two entries give one name to two entities; `ICUError`.
  /// - Complexity: O(*n* log *n*) in the number of the user's entries.
  public init(_ compiled: CompiledDictionaries, user: UserDictionary = UserDictionary()) throws {
    self.compiled = compiled
    guard !user.entries.isEmpty else {
      characters = compiled.characters
      userWords = nil
      userGazetteer = nil
      return
    }
    let names = user.entries.compactMap(\.name)
    let table = try compiled.characters.extended(
      for: user.entries.map(\.word) + names.flatMap(\.cues))
    var codes = CodedWords(characters: table)
    let entries = user.entries.indices.filter { codes.append(user.entries[$0].word) }
    var words: [DoubleArrayBuilder.Word] = []
    words.reserveCapacity(entries.count)
    // Of words that fold to the same the first is kept.
    var last: Int?
    for word in codes.sorted(<) {
      if let last, codes[last] == codes[word] { continue }
      last = word
      words.append(
        DoubleArrayBuilder.Word(
          codes: Array(codes[word]),
          weight: UInt16(user.entries[entries[word]].partOfSpeech.rawValue)))
    }
    var builder = DoubleArrayBuilder.quick(codeCount: table.codeLimit)
    characters = table
    userWords = try builder.build(words).array
    userGazetteer = names.isEmpty ? nil : try GazetteerBuilder(characters: table).build(names)
  }
}
