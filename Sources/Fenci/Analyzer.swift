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
  /// What an analyzer does.
  public struct Options: Hashable, Sendable {
    /// How Chinese is cut into words.
    public var engine = SegmentationEngine.lattice
    /// Whether names are looked for.
    public var findsEntities = true

    public init() {}
  }

  public let dictionaries: Dictionaries
  public let options: Options

  /// An analyzer over dictionaries that are already open.
  public init(_ dictionaries: Dictionaries, options: Options = Options()) {
    self.dictionaries = dictionaries
    self.options = options
  }

  /// An analyzer over the installed dictionaries and a user's own.
  ///
  /// - Parameters:
  ///   - compiledDictionaries: The compiled file; nil to look for it as `DictionaryLocator` says.
  ///   - user: Words and names that win over the built-in ones.
  /// - Throws: `LexiconError` or `FileError` if the dictionaries cannot be used; `ICUError`.
  public init(
    compiledDictionaries: String? = nil, user: UserDictionary = UserDictionary(),
    options: Options = Options()
  ) throws {
    let compiled = try DictionaryLocator.open(path: compiledDictionaries)
    self.init(try Dictionaries(compiled, user: user), options: options)
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
