/// The text tables of a dictionary folder, read and checked against its manifest.
public struct DictionarySources: Sendable {
  public let manifest: DictionaryManifest
  /// The SHA-256 of the manifest: it names every table's hash, and so stands for all of them.
  public let hash: String
  public let words: [LexiconWord]
  /// Those of `words` that the project's own word standard keeps whole.
  public let terms: [LexiconWord]
  /// The rows of the tables of that standard, see `StandardRule`.
  public let standardRules: [StandardRule]
  public let gazetteer: [GazetteerRow]
  public let stopWords: [String]
  public let background: BackgroundTable
  /// What decides ambiguous names.
  public let contextWeights: [ContextWeight]
  /// The same, of the vectors of contexts.
  public let contextDirections: [ContextDirection]
  public let wordVectors: [WordVector]
  /// Facts of the gazetteer's entities.
  public let entityFacts: [EntityFacts]

  /// Reads a folder.
  ///
  /// - Throws: `FileError` for a file that cannot be read; `LexiconError` for a table that differs from
  ///   the manifest or breaks the rules of tables.
  public init(directory: String) throws {
    let manifestPath = directory + "/manifest.json"
    let manifestText = try FileAccess.text(at: manifestPath)
    manifest = try DictionaryManifest(path: manifestPath, text: manifestText)
    hash = Self.digest(of: manifestText)
    var words: [LexiconWord] = []
    var terms: [LexiconWord] = []
    var standardRules: [StandardRule] = []
    var gazetteer: [GazetteerRow] = []
    var stopWords: [String] = []
    var background = BackgroundTable(compiled: "")
    var contextWeights: [ContextWeight] = []
    var contextDirections: [ContextDirection] = []
    var wordVectors: [WordVector] = []
    var entityFacts: [EntityFacts] = []
    for file in manifest.files {
      let path = directory + "/" + file.path
      let text = try FileAccess.text(at: path)
      guard Self.digest(of: text) == file.sha256 else {
        throw LexiconError.manifestMismatch(
          path: path,
          reason: "changed since the manifest was written; run Scripts/update-manifest")
      }
      let table: Table
      switch file.kind {
      case .lexicon, .terms:
        table = try Table(path: path, text: text, columns: LexiconWord.columns)
        let rows = try LexiconWord.rows(of: table)
        words += rows
        if file.kind == .terms { terms += rows }
      case .standard:
        table = try Table(path: path, text: text, columns: StandardRule.columns)
        standardRules += try StandardRule.rows(of: table)
      case .gazetteer:
        table = try Table(path: path, text: text, columns: GazetteerRow.columns)
        gazetteer += try GazetteerRow.rows(of: table)
      case .stopwords:
        table = try Table(path: path, text: text, columns: ["word"])
        stopWords += table.rows.map { String($0.cells[0]) }
      case .background:
        table = try Table(path: path, text: text, columns: BackgroundTable.columns)
        background = try BackgroundTable(
          name: "\(file.path.dropLast(4)) \(file.version)", documentCount: file.documents ?? 0,
          table: table)
      case .context:
        table = try Table(path: path, text: text, columns: ContextWeight.columns)
        contextWeights += try ContextWeight.rows(of: table)
      case .directions:
        table = try Table(path: path, text: text, columns: ContextDirection.columns)
        contextDirections += try ContextDirection.rows(of: table)
      case .vectors:
        table = try Table(path: path, text: text, columns: WordVector.columns)
        wordVectors += try WordVector.rows(of: table)
      case .entities:
        table = try Table(path: path, text: text, columns: EntityFacts.columns)
        entityFacts += table.rows.map { EntityFacts(cells: $0.cells) }
      }
      guard table.rows.count == file.rows else {
        throw LexiconError.manifestMismatch(
          path: path, reason: "\(table.rows.count) rows where the manifest says \(file.rows)")
      }
    }
    self.words = words
    self.terms = terms
    self.standardRules = standardRules
    self.gazetteer = gazetteer
    self.stopWords = stopWords
    self.background = background
    self.contextWeights = contextWeights
    self.contextDirections = contextDirections
    self.wordVectors = wordVectors
    self.entityFacts = entityFacts
  }

  /// Sources made in memory, for tests and tools.
  public init(
    words: [LexiconWord], terms: [LexiconWord] = [], standardRules: [StandardRule] = [],
    gazetteer: [GazetteerRow] = [],
    stopWords: [String] = [], background: BackgroundTable? = nil,
    contextWeights: [ContextWeight] = [], contextDirections: [ContextDirection] = [],
    wordVectors: [WordVector] = [], entityFacts: [EntityFacts] = []
  ) {
    manifest = DictionaryManifest()
    hash = Self.digest(of: "")
    self.words = words
    self.terms = terms
    self.standardRules = standardRules
    self.gazetteer = gazetteer
    self.stopWords = stopWords
    self.background = background ?? BackgroundTable(compiled: "")
    self.contextWeights = contextWeights
    self.contextDirections = contextDirections
    self.wordVectors = wordVectors
    self.entityFacts = entityFacts
  }

  private static func digest(of text: String) -> String {
    var text = text
    return text.withUTF8 { SHA256.hexadecimalDigest(of: UnsafeRawBufferPointer($0)) }
  }
}
