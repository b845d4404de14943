internal import ICU
internal import TextModel

/// Turns the text tables into the compiled file that programs map into memory.
public struct DictionaryCompiler {
  private let sources: DictionarySources

  public init(_ sources: DictionarySources) { self.sources = sources }

  /// How many occurrences a gazetteer name that the word list lacks is given: enough to be kept whole
  /// against its pieces, too few to outdo a common word.
  static let countOfUnlistedName = 60

  /// The marks of Chinese text. They are in few words, but a model looks at them beside its words.
  private static let marks = "，。、；：？！“”‘’（）《》〈〉【】…—·「」『』～￥℃°"

  /// The bytes of the compiled file. The same tables and ICU give the same bytes.
  ///
  /// - Throws: `LexiconError` if the tables do not fit the format or contradict one another; `ICUError`.
  /// - Complexity: O(*n* log *n*) in the number of words; some seconds for half a million.
  public func compile() throws -> [UInt8] {
    let words = wordsWithNames()
    var characterBuilder = try CharacterTableBuilder()
    for word in words { characterBuilder.add(word: word.word, weight: word.count) }
    characterBuilder.add(word: Self.marks, weight: 1)
    for row in sources.gazetteer {
      characterBuilder.add(word: row.alias, weight: 1)
      for cue in row.cues { characterBuilder.add(word: cue, weight: 1) }
    }
    for row in sources.wordVectors { characterBuilder.add(word: row.word, weight: 1) }
    for rule in sources.standardRules { characterBuilder.add(word: rule.text, weight: 1) }
    let characters = try characterBuilder.table()
    let lexicon = try LexiconBuilder(characters: characters).build(words)
    let gazetteer = try GazetteerBuilder(characters: characters).build(sources.gazetteer)
    let vectors = try WordVectors.build(sources.wordVectors, characters: characters)
    let stopWords = sources.stopWords.sorted()
    let information = DictionaryInformation(
      icuVersion: ICUVersion.library, unicodeVersion: ICUVersion.unicode, wordCount: words.count,
      aliasCount: gazetteer.aliasCount, entityCount: gazetteer.entityCount,
      stopWordCount: stopWords.count, characterCount: characters.codeCount,
      vectorDimension: vectors.dimension)

    var writer = SectionFileWriter(
      magic: CompiledFormat.magic, format: CompiledFormat.version)
    func add(_ section: CompiledFormat.Section, _ bytes: [UInt8]) {
      writer.add(section.rawValue, bytes)
    }
    func add<Element>(_ section: CompiledFormat.Section, _ array: MappedArray<Element>) {
      writer.add(section.rawValue, array)
    }
    add(.information, Array(information.text.utf8))
    add(.characters, characters.storage)
    add(.supplementaryCharacters, characters.supplementary)
    add(.lexiconUnits, lexicon.trie.units)
    add(.gazetteerUnits, gazetteer.trie.units)
    add(.gazetteerAliasOfUnit, gazetteer.aliasOfUnit)
    add(.gazetteerAliases, gazetteer.aliases)
    add(.gazetteerEntities, gazetteer.entities)
    add(.gazetteerCues, gazetteer.cues)
    add(.cueUnits, gazetteer.cueTrie.units)
    add(.gazetteerStrings, gazetteer.strings)
    add(.stopWords, Array(stopWords.map { $0 + "\n" }.joined().utf8))
    add(.standardRules, try standardRules(characters).units)
    add(.contextWeights, Array(sources.contextWeights.map(\.line).joined().utf8))
    add(.contextDirections, Array(sources.contextDirections.map(\.line).joined().utf8))
    add(.wordVectorUnits, vectors.trie.units)
    add(.wordVectors, vectors.components)
    add(
      .entityFacts,
      Array(
        sources.entityFacts.sorted { $0.canonicalName < $1.canonicalName }.map(\.line).joined().utf8
      ))
    add(.background, Array(sources.background.compiledText().utf8))
    return writer.file(sourceHash: sources.hash)
  }

  /// The rules of the project's word standard: those of its tables, and that terms and names are whole.
  private func standardRules(_ characters: CharacterTable) throws(LexiconError) -> DoubleArray {
    let aliases = Set(sources.gazetteer.map(\.alias))
    let chinese = sources.gazetteer.filter { !$0.isAmbiguous && Self.isChineseName($0.alias) }
    let names = chinese.map(\.alias).filter { !Self.endsWithClass($0, aliases) }
    // A place in a place is a word of its own: 深圳市 | 龙岗区.
    let places = chinese.filter { $0.label == .place }.map { StandardRule(behindName: $0.alias) }
    // What is a term and a name is a name.
    let wholes =
      sources.terms.map { StandardRule(whole: $0.word, partOfSpeech: $0.partOfSpeech) }
      + names.map { StandardRule(whole: $0, partOfSpeech: .properNoun) }
    var merged: [[UInt16]: (bits: UInt16, tag: UInt8)] = [:]
    for rule in sources.standardRules + wholes + places {
      guard let codes = characters.codes(of: rule.text), codes.count > 1 || !rule.isWhole else {
        continue
      }
      let tag = StandardRule.tag(of: rule.partOfSpeech)
      merged[codes, default: (0, 0)].bits |= rule.bits
      if tag != 0 { merged[codes]?.tag = tag }
    }
    let words = merged.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { DoubleArrayBuilder.Word(codes: $0.key, weight: $0.value.bits, tag: $0.value.tag) }
    var builder = DoubleArrayBuilder(codeCount: characters.codeLimit)
    return try builder.build(words).array
  }

  /// What stands behind a name and is a word of its own: H20 芯片, 苹果 手机.
  private static let classNouns = [
    "芯片", "模型", "系列", "处理器", "手机", "系统", "军队", "地区", "公司", "政府", "概念股",
  ]

  /// Whether a name is another name with the class of thing behind it.
  private static func endsWithClass(_ alias: String, _ aliases: Set<String>) -> Bool {
    classNouns.contains {
      alias.hasSuffix($0) && aliases.contains(String(alias.dropLast($0.count)))
    }
  }

  private static func isChineseName(_ alias: String) -> Bool {
    let scalars = alias.unicodeScalars
    return scalars.contains(where: \.properties.isIdeographic)
      && !scalars.contains(where: \.properties.isWhitespace)
  }

  /// The word list, with the gazetteer's Chinese names that it lacks: a name is a word. A word that is
  /// nothing but a name is a proper noun, whatever the list says; a term has the class of its row, which was given by
  /// hand.
  private func wordsWithNames() -> [LexiconWord] {
    var known = Set(sources.words.map(\.word))
    let names = Set(sources.gazetteer.filter { !$0.isAmbiguous }.map(\.alias))
    let terms = Dictionary(
      sources.terms.map { ($0.word, $0.partOfSpeech) }, uniquingKeysWith: { first, _ in first })
    var words = sources.words.map { word in
      let given = names.contains(word.word) ? .properNoun : terms[word.word]
      return LexiconWord(
        word: word.word, count: word.count, partOfSpeech: given ?? word.partOfSpeech)
    }
    for row in sources.gazetteer.sorted(by: { $0.alias < $1.alias }) {
      guard Self.isChineseName(row.alias), known.insert(row.alias).inserted else { continue }
      words.append(
        LexiconWord(
          word: row.alias, count: Self.countOfUnlistedName, partOfSpeech: .properNoun))
    }
    return words
  }
}
