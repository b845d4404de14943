/// What made a compiled dictionary: a few named facts, kept as text lines `name ⇥ value`.
public struct DictionaryInformation: Hashable, Sendable {
  /// The version of ICU whose folding and classes are in the file.
  public var icuVersion: String
  public var unicodeVersion: String
  public var wordCount: Int
  public var aliasCount: Int
  public var entityCount: Int
  public var stopWordCount: Int
  public var characterCount: Int
  /// The number of components of a word vector; 0 if there are no vectors.
  public var vectorDimension: Int

  var text: String {
    """
    icu\t\(icuVersion)
    unicode\t\(unicodeVersion)
    words\t\(wordCount)
    aliases\t\(aliasCount)
    entities\t\(entityCount)
    stopwords\t\(stopWordCount)
    characters\t\(characterCount)
    dimension\t\(vectorDimension)

    """
  }

  init(
    icuVersion: String, unicodeVersion: String, wordCount: Int, aliasCount: Int,
    entityCount: Int, stopWordCount: Int, characterCount: Int, vectorDimension: Int
  ) {
    self.icuVersion = icuVersion
    self.unicodeVersion = unicodeVersion
    self.wordCount = wordCount
    self.aliasCount = aliasCount
    self.entityCount = entityCount
    self.stopWordCount = stopWordCount
    self.characterCount = characterCount
    self.vectorDimension = vectorDimension
  }

  /// Reads the lines; nil if one is missing or no number where one belongs.
  init?(text: String) {
    var values: [Substring: Substring] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      values[parts[0]] = parts[1]
    }
    func number(_ name: Substring) -> Int? { values[name].flatMap { Int($0) } }
    guard let icu = values["icu"], let unicode = values["unicode"], let words = number("words"),
      let aliases = number("aliases"), let entities = number("entities"),
      let stopWords = number("stopwords"), let characters = number("characters"),
      let dimension = number("dimension"), dimension >= 0
    else { return nil }
    self.init(
      icuVersion: String(icu), unicodeVersion: String(unicode), wordCount: words,
      aliasCount: aliases, entityCount: entities, stopWordCount: stopWords,
      characterCount: characters, vectorDimension: dimension)
  }
}
