internal import ICU
internal import TextModel

/// Turns the text tables into the compiled file that programs map into memory.
public struct DictionaryCompiler {
  private let sources: DictionarySources

  public init(_ sources: DictionarySources) { self.sources = sources }

  /// How many occurrences a gazetteer name that the word list lacks is given: enough to be kept whole
  /// against its pieces, too few to outdo a common word.
  static let countOfUnlistedName = 60

  /// The bytes of the compiled file. The same tables and ICU give the same bytes.
  ///
  /// - Throws: `LexiconError` if the tables do not fit the format or contradict one another; `ICUError`.
  /// - Complexity: O(*n* log *n*) in the number of words; some seconds for half a million.
  public func compile() throws -> [UInt8] {
    let words = wordsWithNames()
    var characterBuilder = try CharacterTableBuilder()
    for word in words { characterBuilder.add(word: word.word, weight: word.count) }
    for row in sources.gazetteer {
      characterBuilder.add(word: row.alias, weight: 1)
      for cue in row.cues { characterBuilder.add(word: cue, weight: 1) }
    }
    let characters = try characterBuilder.table()
    let lexicon = try LexiconBuilder(characters: characters).build(words)
    let gazetteer = try GazetteerBuilder(characters: characters).build(sources.gazetteer)
    let stopWords = sources.stopWords.sorted()
    let information = DictionaryInformation(
      icuVersion: ICUVersion.library, unicodeVersion: ICUVersion.unicode, wordCount: words.count,
      aliasCount: gazetteer.aliasCount, entityCount: gazetteer.entityCount,
      stopWordCount: stopWords.count, characterCount: characters.codeCount)

    var writer = SectionWriter()
    writer.add(.information, Array(information.text.utf8))
    writer.add(.characters, characters.storage)
    writer.add(.supplementaryCharacters, characters.supplementary)
    writer.add(.lexiconUnits, lexicon.trie.units)
    writer.add(.gazetteerUnits, gazetteer.trie.units)
    writer.add(.gazetteerAliasOfUnit, gazetteer.aliasOfUnit)
    writer.add(.gazetteerAliases, gazetteer.aliases)
    writer.add(.gazetteerEntities, gazetteer.entities)
    writer.add(.gazetteerCues, gazetteer.cues)
    writer.add(.cueUnits, gazetteer.cueTrie.units)
    writer.add(.gazetteerStrings, gazetteer.strings)
    writer.add(.stopWords, Array(stopWords.map { $0 + "\n" }.joined().utf8))
    writer.add(.background, Array(sources.background.compiledText().utf8))
    return writer.file(sourceHash: sources.hash)
  }

  /// The word list, with the gazetteer's Chinese names that it lacks: a name is a word. A word that is
  /// nothing but a name is a proper noun, whatever the list says.
  private func wordsWithNames() -> [LexiconWord] {
    var known = Set(sources.words.map(\.word))
    let names = Set(sources.gazetteer.filter { !$0.isAmbiguous }.map(\.alias))
    var words = sources.words.map { word in
      names.contains(word.word)
        ? LexiconWord(word: word.word, count: word.count, partOfSpeech: .properNoun) : word
    }
    for row in sources.gazetteer.sorted(by: { $0.alias < $1.alias }) {
      let scalars = row.alias.unicodeScalars
      guard scalars.contains(where: \.properties.isIdeographic),
        !scalars.contains(where: \.properties.isWhitespace), known.insert(row.alias).inserted
      else { continue }
      words.append(
        LexiconWord(
          word: row.alias, count: Self.countOfUnlistedName, partOfSpeech: .properNoun))
    }
    return words
  }
}

/// Lays sections out in a file.
private struct SectionWriter {
  private var sections: [(CompiledFormat.Section, [UInt8])] = []

  mutating func add(_ section: CompiledFormat.Section, _ bytes: [UInt8]) {
    sections.append((section, bytes))
  }

  mutating func add<Element>(_ section: CompiledFormat.Section, _ array: MappedArray<Element>) {
    sections.append((section, Array(array.bytes)))
  }

  func file(sourceHash: String) -> [UInt8] {
    typealias Format = CompiledFormat
    var table: [UInt8] = []
    var body: [UInt8] = []
    let bodyStart = Format.aligned(Format.headerSize + sections.count * Format.sectionEntrySize)
    for (section, bytes) in sections {
      body.append(contentsOf: repeatElement(0, count: Format.aligned(body.count) - body.count))
      append(section.rawValue, to: &table)
      append(UInt32(0), to: &table)
      append(UInt64(bodyStart + body.count), to: &table)
      append(UInt64(bytes.count), to: &table)
      body += bytes
    }
    table.append(
      contentsOf: repeatElement(0, count: bodyStart - Format.headerSize - table.count))
    let checked = table + body
    var file = Format.magic
    append(UInt32(Format.version), to: &file)
    append(UInt32(sections.count), to: &file)
    append(checked.withUnsafeBytes { Checksum.value(of: $0) }, to: &file)
    append(UInt64(Format.headerSize + checked.count), to: &file)
    var digits = Substring(sourceHash)
    for _ in 0..<32 {
      file.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
      digits = digits.dropFirst(2)
    }
    return file + checked
  }

  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
