internal import FoundationEssentials

/// What the folder of dictionary tables holds: `manifest.json`.
public struct DictionaryManifest: Codable, Hashable, Sendable {
  /// The number of the manifest's form: 1.
  public var format: Int
  public var files: [File]

  /// One table.
  public struct File: Codable, Hashable, Sendable {
    /// Where it is, from the manifest's folder.
    public var path: String
    /// What it holds.
    public var kind: Kind
    public var version: String
    /// The number of rows, without the header.
    public var rows: Int
    public var license: String
    public var source: String
    public var sha256: String
    /// For a background: the number of documents of the collection that it describes.
    public var documents: Int?

    /// What a table holds.
    public enum Kind: String, Codable, Hashable, Sendable {
      case lexicon
      /// Like a lexicon; its words are whole in the project's own word standard.
      case terms
      case standard
      case gazetteer
      case stopwords
      case background
      /// What decides ambiguous names: see `ContextWeight`.
      case context
      /// The same, for the vectors of contexts: see `ContextDirection`.
      case directions
      /// Word vectors: see `WordVector`.
      case vectors
      /// Facts of the gazetteer's entities: see `EntityFacts`.
      case entities
    }
  }

  /// A manifest that names no file, for sources made in memory.
  init() {
    format = 1
    files = []
  }

  /// Parses a manifest.
  ///
  /// - Throws: `LexiconError.manifestMismatch` if it is no manifest of this form.
  public init(path: String, text: String) throws(LexiconError) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    } catch {
      throw .manifestMismatch(path: path, reason: "not a manifest: \(error)")
    }
    guard format == 1 else {
      throw .manifestMismatch(path: path, reason: "format \(format); this version reads 1")
    }
  }
}
