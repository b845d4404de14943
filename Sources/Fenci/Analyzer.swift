public import Lexicons
public import Segmentation
public import Statistics
public import TextModel

/// Everything in one place: from a document to its words and names.
///
/// ```swift
/// import Fenci
///
/// let analyzer = try Analyzer()
/// let analysis = try analyzer.analysis(of: Document(id: "1", text: "智谱 AI 登陆港交所。"))
/// for mention in analysis.mentions { print(mention.canonicalName, mention.label) }
/// ```
///
/// An analyzer is a value that threads may share; the working memory is a thread's own
/// (`makeWorker()`).
public struct Analyzer: Sendable {
  public let dictionaries: Dictionaries
  public let engine: SegmentationEngine
  /// Whether names are looked for.
  public let findsEntities: Bool
  /// Whether names on no list are looked for too; only where names are.
  public let findsUnlistedNames: Bool
  /// Whether a model says of each word what class it is; segmenting alone is faster without.
  public let tagsWords: Bool
  /// Whether the shorter words inside long ones are looked for.
  public let granularity: Granularity

  /// An analyzer over dictionaries, and with an engine, that are already open.
  public init(
    _ dictionaries: Dictionaries, engine: SegmentationEngine = .lattice,
    findsEntities: Bool = true, findsUnlistedNames: Bool = true, tagsWords: Bool = true,
    granularity: Granularity = .word
  ) {
    self.findsUnlistedNames = findsUnlistedNames
    self.granularity = granularity
    self.tagsWords = tagsWords
    self.dictionaries = dictionaries
    self.engine = engine
    self.findsEntities = findsEntities
  }

  /// An analyzer over the installed dictionaries and model, and a user's own dictionary.
  ///
  /// - Parameters:
  ///   - compiledDictionaries: The compiled file; nil to look for it as `InstalledFile` says.
  ///   - model: The model; nil to look for it.
  ///   - standard: The word standard; nil for the model's first.
  ///   - user: Words and names that win over the built-in ones.
  /// - Throws: `LexiconError` or `FileError` if a file cannot be used; `ModelError` if the model has no
  ///   such standard; `ICUError`.
  public init(
    compiledDictionaries: String? = nil, model: String? = nil, standard: String? = nil,
    user: UserDictionary = UserDictionary(), findsEntities: Bool = true,
    findsUnlistedNames: Bool = true, granularity: Granularity = .word
  ) throws {
    let compiled = try CompiledDictionaries(
      path: try InstalledFile.dictionaries.located(path: compiledDictionaries))
    let model = try SequenceModel(path: try InstalledFile.model.located(path: model))
    self.init(
      try Dictionaries(compiled, user: user),
      engine: .model(model, standard: try model.standard(named: standard)),
      findsEntities: findsEntities, findsUnlistedNames: findsUnlistedNames,
      granularity: granularity)
  }

  /// The words and, if asked for, the names of a document.
  ///
  /// For many documents make a worker once and use it again.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  public func analysis(of document: Document) throws -> Analysis {
    try makeWorker().analysis(of: document)
  }

  /// A worker for one thread.
  ///
  /// - Throws: `ICUError` if ICU's rules cannot be opened.
  public func makeWorker() throws -> AnalysisWorker { try AnalysisWorker(self) }

  /// The background that tells what is ordinary, for keywords.
  ///
  /// - Complexity: O(*n*): it is read from the compiled file at each call.
  public func background() -> BackgroundFrequencies {
    let table = dictionaries.compiled.background()
    return BackgroundFrequencies(
      name: table.name, version: String(dictionaries.compiled.sourceHash.prefix(12)),
      documentCount: table.documentCount, documentFrequencies: table.documentFrequencies)
  }
}
