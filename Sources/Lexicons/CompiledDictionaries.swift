/// All dictionaries in their compiled form: one file, memory-mapped and read in place.
///
/// Opening checks the magic, the format and a checksum over the whole file, and costs a few
/// milliseconds; nothing is parsed.
public struct CompiledDictionaries: Sendable {
  public let path: String
  public let information: DictionaryInformation
  /// The SHA-256 of the manifest of the tables that the file was made from, in hexadecimal digits.
  public let sourceHash: String
  public let characters: CharacterTable
  public let lexicon: Lexicon
  public let gazetteer: Gazetteer
  private let stopWordBytes: MappedArray<UInt8>
  private let backgroundBytes: MappedArray<UInt8>

  /// Opens a compiled file.
  ///
  /// - Throws: `FileError` if it cannot be read, `LexiconError` if it is damaged or of another format.
  public init(path: String) throws {
    let file = try MappedFile(path: path)
    let bytes = file.bytes
    let sections = try Self.sections(of: bytes, path: path)
    func array<Element>(
      _ section: CompiledFormat.Section, of type: Element.Type = Element.self
    ) throws(LexiconError) -> MappedArray<Element> {
      guard let range = sections[section.rawValue], let base = bytes.baseAddress,
        range.count % MemoryLayout<Element>.stride == 0
      else { throw .damaged(path: path, reason: "section \(section) is missing") }
      return MappedArray(
        address: base + range.lowerBound, count: range.count / MemoryLayout<Element>.stride,
        owner: file)
    }
    let informationBytes = try array(.information, of: UInt8.self)
    guard let information = DictionaryInformation(text: informationBytes.text) else {
      throw LexiconError.damaged(path: path, reason: "its description cannot be read")
    }
    self.path = path
    self.information = information
    sourceHash = bytes[32..<64].map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
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
    stopWordBytes = try array(.stopWords)
    backgroundBytes = try array(.background)
    guard characters.storage.count == 0x10000 else {
      throw LexiconError.damaged(path: path, reason: "the character table is cut off")
    }
  }

  /// The stop words: words so common that they say nothing of a text's subject.
  ///
  /// - Complexity: O(*n*): they are read from the file at each call.
  public func stopWords() -> Set<String> {
    Set(stopWordBytes.text.split(separator: "\n").map(String.init))
  }

  /// The background: how many documents of a large collection hold each word.
  ///
  /// - Complexity: O(*n*): it is read from the file at each call.
  public func background() -> BackgroundTable { BackgroundTable(compiled: backgroundBytes.text) }

  private static func sections(
    of bytes: UnsafeRawBufferPointer, path: String
  ) throws(LexiconError) -> [UInt32: Range<Int>] {
    typealias Format = CompiledFormat
    guard bytes.count >= Format.headerSize, bytes.prefix(8).elementsEqual(Format.magic)
    else { throw .damaged(path: path, reason: "this is no compiled dictionary") }
    let format = Int(number(UInt32.self, at: 8, of: bytes))
    guard format == Format.version else {
      throw .unsupportedFormat(path: path, found: format, supported: Format.version)
    }
    let size = Int(truncatingIfNeeded: number(UInt64.self, at: 24, of: bytes))
    guard size == bytes.count else {
      throw .damaged(path: path, reason: "\(bytes.count) bytes where \(size) belong")
    }
    let body = UnsafeRawBufferPointer(rebasing: bytes[Format.headerSize...])
    guard Checksum.value(of: body) == number(UInt64.self, at: 16, of: bytes) else {
      throw .damaged(path: path, reason: "its checksum is wrong")
    }
    var sections: [UInt32: Range<Int>] = [:]
    for index in 0..<Int(number(UInt32.self, at: 12, of: bytes)) {
      let entry = Format.headerSize + index * Format.sectionEntrySize
      let offset = Int(number(UInt64.self, at: entry + 8, of: bytes))
      let count = Int(number(UInt64.self, at: entry + 16, of: bytes))
      sections[number(UInt32.self, at: entry, of: bytes)] = offset..<offset + count
    }
    return sections
  }

  private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, at offset: Int, of bytes: UnsafeRawBufferPointer
  ) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }
}

extension MappedArray<UInt8> {
  /// The bytes as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
