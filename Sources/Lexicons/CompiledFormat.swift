/// What a compiled dictionary file, a `SectionFile`, holds.
///
/// History of the format: 1, the first; 2, with the rules of the project's word standard; 3, with the
/// weights that decide ambiguous names and the facts of entities; 4, with word vectors, and names of several
/// entities.
enum CompiledFormat {
  static let magic: [UInt8] = Array("FENCI\0\0\u{1A}".utf8)
  static let version = 4

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
    case standardRules = 15
    case contextWeights = 16
    case entityFacts = 17
    case wordVectorUnits = 18
    case wordVectors = 19
    case contextDirections = 20
  }
}
