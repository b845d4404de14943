public import Lexicons
public import Statistics
internal import TextModel

/// The counts of some documents with all that they depend on, to be kept in a file and added to others.
///
/// Adding is associative and commutative, and what was counted in parts is, to the last byte of the file, what
/// was counted at once.
public struct SavedCounts: Sendable, Equatable {
  public private(set) var table: FrequencyTable
  /// What the counts depend on, such as the hash of the dictionaries: tables are only added where all agree.
  public let settings: [Setting]
  /// How many documents came, and how many of them were no copies.
  public private(set) var documents: DocumentCount
  /// The hashes of the documents' letters, in rising order: those of documents counted twice stand twice.
  private var fingerprints: [UInt64]

  /// Something that counts depend on.
  public struct Setting: Sendable, Hashable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The format of the file, a `SectionFile`. History: 1, the first.
  public static let format = 1
  private static let magic = Array("FCCOUNT\u{1A}".utf8)

  private enum Section: UInt32 {
    case settings = 1
    case table = 2
    case documents = 3
    case fingerprints = 4
  }

  /// - Parameter fingerprints: `TextFingerprint.hash` of each document, in any order; empty if they are not
  ///   known.
  /// - Precondition: the names and values of the settings have no tab and no line's end.
  public init(
    table: FrequencyTable, settings: [Setting], documents: DocumentCount, fingerprints: [UInt64]
  ) {
    precondition(
      settings.allSatisfy { !($0.name + $0.value).contains { "\t\r\n".contains($0) } })
    self.table = table
    self.settings = settings
    self.documents = documents
    self.fingerprints = fingerprints.sorted()
  }

  /// The number of documents that are counted more than once, because they are in more than one of the tables
  /// that were added. Only copies to the letter are seen, and only where copies were looked for.
  public var repeatedDocumentCount: Int {
    zip(fingerprints, fingerprints.dropFirst()).count { $0 == $1 }
  }

  /// The value of a setting; nil if there is none of that name.
  public func setting(_ name: String) -> String? { settings.first { $0.name == name }?.value }

  /// Adds other counts.
  ///
  /// - Throws: `SavedCountsError.different` if the tables do not agree in a setting; nothing is added then.
  public mutating func merge(_ other: SavedCounts) throws(SavedCountsError) {
    for name in settings.map(\.name) + other.settings.map(\.name) {
      let (one, two) = (setting(name), other.setting(name))
      guard one == two else {
        throw .different(setting: name, one: one ?? "none", other: two ?? "none")
      }
    }
    table.merge(other.table)
    documents += other.documents
    fingerprints = (fingerprints + other.fingerprints).sorted()
  }
}

extension SavedCounts {
  /// Reads a file.
  ///
  /// - Throws: `FileError` if it cannot be read, `SavedCountsError` if it is not such as `write(to:)` writes.
  public init(path: String) throws {
    do {
      let file = try SectionFile(
        path: path, magic: Self.magic, format: Self.format, content: "table of counts")
      try file.verify()
      settings = try file.text(Section.settings.rawValue).split(separator: "\n").map { line in
        let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        guard cells.count == 2 else { throw CountsError.damaged }
        return Setting(name: String(cells[0]), value: String(cells[1]))
      }
      let bytes = try file.array(Section.table.rawValue, of: UInt8.self)
      table = try withExtendedLifetime(bytes) {
        try FrequencyTable(
          encoded: UnsafeRawBufferPointer(start: bytes.unsafeBaseAddress, count: bytes.count))
      }
      let numbers = try Self.numbers(.documents, of: file)
      guard numbers.count == 2, numbers.allSatisfy({ $0 <= UInt32.max }) else {
        throw CountsError.damaged
      }
      documents = DocumentCount(raw: Int(numbers[0]), unique: Int(numbers[1]))
      fingerprints = try Self.numbers(.fingerprints, of: file)
    } catch LexiconError.damaged(_, let reason) {
      throw SavedCountsError.damaged(path: path, reason: reason)
    } catch LexiconError.unsupportedFormat(_, let found, let supported) {
      throw SavedCountsError.unsupportedFormat(path: path, found: found, supported: supported)
    } catch is CountsError {
      throw SavedCountsError.damaged(path: path, reason: "its counts contradict each other")
    }
  }

  private static func numbers(_ section: Section, of file: SectionFile) throws -> [UInt64] {
    let array: MappedArray<UInt64> = try file.array(section.rawValue)
    return (0..<array.count).map { UInt64(littleEndian: array[$0]) }
  }

  /// Writes a file, whole or not at all.
  ///
  /// - Throws: `FileError`.
  public func write(to path: String) throws(FileError) {
    var writer = SectionFileWriter(magic: Self.magic, format: Self.format)
    let settings = settings.map { "\($0.name)\t\($0.value)\n" }.joined()
    writer.add(Section.settings.rawValue, settings)
    writer.add(Section.table.rawValue, table.encoded())
    writer.add(
      Section.documents.rawValue,
      [documents.raw, documents.unique].map { UInt64($0).littleEndian })
    writer.add(Section.fingerprints.rawValue, fingerprints.map(\.littleEndian))
    let text = Array(settings.utf8)
    let hash = text.withUnsafeBytes { SHA256.hexadecimalDigest(of: $0) }
    try FileAccess.write(writer.file(sourceHash: hash), to: path)
  }
}
