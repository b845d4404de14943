/// The layout of a compiled dictionary file, all numbers little-endian.
///
/// | bytes | what |
/// |---|---|
/// | 0–7 | magic, `FENCI\0\0\x1A` |
/// | 8–11 | format number |
/// | 12–15 | number of sections |
/// | 16–23 | checksum of everything after this header's 64 bytes |
/// | 24–31 | size of the file |
/// | 32–63 | SHA-256 of the sources' manifest, as 32 bytes |
/// | 64– | for each section: kind (4 bytes), zero (4), offset (8), size (8) |
///
/// Sections begin at multiples of 64 bytes.
///
/// History of the format: 1, the first.
enum CompiledFormat {
  static let magic: [UInt8] = Array("FENCI\0\0\u{1A}".utf8)
  static let version = 1
  static let headerSize = 64
  static let sectionEntrySize = 24
  static let alignment = 64

  /// What a section holds. Raw values are stored.
  enum Section: UInt32, CaseIterable {
    case information = 1
    case characters = 2
    case supplementaryCharacters = 3
    case lexiconUnits = 4
    case gazetteerUnits = 6
    case gazetteerAliasOfUnit = 7
    case gazetteerAliases = 8
    case gazetteerEntities = 9
    case gazetteerCues = 10
    case cueUnits = 11
    case gazetteerStrings = 12
    case stopWords = 13
    case background = 14
  }

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}
