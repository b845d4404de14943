/// All dictionaries in their compiled form: one file, memory-mapped and read in place.
///
/// Opening checks the header and the table of sections; nothing else is read before it is looked up, so
/// a short run is short. `verify()` reads all.
public struct CompiledDictionaries: Sendable {
  public let path: String
  public let information: DictionaryInformation
  /// The SHA-256 of the manifest of the tables that the file was made from, in hexadecimal digits.
  public let sourceHash: String
  public let characters: CharacterTable
  public let lexicon: Lexicon
  public let gazetteer: Gazetteer
  /// Where words stand among the words that they keep company with.
  public let wordVectors: WordVectors
  /// The rules of the project's own word standard: see `StandardRule`.
  public let standardRules: DoubleArray
  private let file: SectionFile
  private let stopWordBytes: MappedArray<UInt8>
  private let backgroundBytes: MappedArray<UInt8>
  private let contextWeightBytes: MappedArray<UInt8>
  private let contextDirectionBytes: MappedArray<UInt8>
  private let entityFactBytes: MappedArray<UInt8>

  /// Opens a compiled file.
  ///
  /// - Throws: `FileError` if it cannot be read, `LexiconError` if it is cut off or of another format.
  public init(path: String) throws {
    let file = try SectionFile(
      path: path, magic: CompiledFormat.magic, format: CompiledFormat.version,
      content: "compiled dictionary")
    func array<Element>(
      _ section: CompiledFormat.Section, of type: Element.Type = Element.self
    ) throws(LexiconError) -> MappedArray<Element> {
      try file.array(section.rawValue)
    }
    let informationBytes = try array(.information, of: UInt8.self)
    guard let information = DictionaryInformation(text: informationBytes.text) else {
      throw LexiconError.damaged(path: path, reason: "its description cannot be read")
    }
    self.path = path
    self.file = file
    self.information = information
    sourceHash = file.sourceHash
    characters = CharacterTable(
      storage: try array(.characters), supplementary: try array(.supplementaryCharacters),
      codeCount: information.characterCount)
    lexicon = Lexicon(
      trie: DoubleArray(units: try array(.lexiconUnits)))
    gazetteer = Gazetteer(
      trie: DoubleArray(units: try array(.gazetteerUnits)),
      cueTrie: DoubleArray(units: try array(.cueUnits)),
      aliasOfUnit: try array(.gazetteerAliasOfUnit), aliases: try array(.gazetteerAliases),
      entities: try array(.gazetteerEntities), cues: try array(.gazetteerCues),
      strings: try array(.gazetteerStrings))
    standardRules = DoubleArray(units: try array(.standardRules))
    stopWordBytes = try array(.stopWords)
    backgroundBytes = try array(.background)
    contextWeightBytes = try array(.contextWeights)
    contextDirectionBytes = try array(.contextDirections)
    wordVectors = WordVectors(
      trie: DoubleArray(units: try array(.wordVectorUnits)), components: try array(.wordVectors),
      dimension: information.vectorDimension)
    entityFactBytes = try array(.entityFacts)
    guard characters.storage.count == 0x10000 else {
      throw LexiconError.damaged(path: path, reason: "the character table is cut off")
    }
  }

  /// Looks for damage anywhere in the file.
  ///
  /// - Throws: `LexiconError.damaged` if the file's checksum is wrong.
  /// - Complexity: O(*n*) in the size of the file.
  public func verify() throws(LexiconError) { try file.verify() }

  /// The stop words: words so common that they say nothing of a text's subject.
  ///
  /// - Complexity: O(*n*): they are read from the file at each call.
  public func stopWords() -> Set<String> {
    Set(stopWordBytes.text.split(separator: "\n").map(String.init))
  }

  /// The weights that decide ambiguous names, by their feature, in natural-logarithm odds.
  ///
  /// - Complexity: O(*n*): they are read from the file at each call.
  public func contextWeights() -> [String: Float] {
    ContextWeight.weights(ofLines: contextWeightBytes.text)
  }

  /// The weights of the components of a context's vector, by the name that they are added for; by
  /// `ContextDirection.everyName` those of every name.
  ///
  /// - Complexity: O(*n*): they are read from the file at each call.
  public func contextDirections() -> [String: [Float]] {
    ContextDirection.directions(ofLines: contextDirectionBytes.text)
  }

  /// What is known of the gazetteer's entities, by canonical name in the order of its code points.
  ///
  /// - Complexity: O(*n*): it is read from the file at each call.
  public func entityFacts() -> [EntityFacts] { EntityFacts.facts(ofLines: entityFactBytes.text) }

  /// The background: how many documents of a large collection hold each word.
  ///
  /// - Complexity: O(*n*): it is read from the file at each call.
  public func background() -> BackgroundTable { BackgroundTable(compiled: backgroundBytes.text) }
}
