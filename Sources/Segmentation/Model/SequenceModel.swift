public import Lexicons

/// A trained model: what cuts text into words, and tags them, in one or more standards.
///
/// One file, memory-mapped and read in place, as the dictionaries are.
public struct SequenceModel: Sendable {
  public let path: String
  public let information: ModelInformation
  /// The SHA-256 of the files that the model was trained on, in hexadecimal digits.
  public let sourceHash: String
  let scalars: [Unicode.Scalar]
  private let file: SectionFile
  private let layers: [LabelLayer]
  private let tagLayers: [TagLayer?]

  /// Opens a model.
  ///
  /// - Throws: `FileError` if it cannot be read, `LexiconError` if it is cut off or of another format.
  public init(path: String) throws {
    let file = try SectionFile(
      path: path, magic: ModelFormat.magic, format: ModelFormat.version, content: "model")
    guard let information = ModelInformation(text: try file.text(ModelFormat.information)) else {
      throw LexiconError.damaged(path: path, reason: "its description cannot be read")
    }
    self.path = path
    self.file = file
    self.information = information
    sourceHash = file.sourceHash
    let characters: MappedArray<UInt32> = try file.array(ModelFormat.characters)
    scalars = (0..<characters.count).map { Unicode.Scalar(characters[$0]) ?? "\u{FFFD}" }
    layers = try information.standards.indices.map {
      try ModelFormat.layer(
        $0, of: file, codeCount: Int(UnitCode.firstCharacter) + characters.count,
        isGuided: $0 > 0)
    }
    tagLayers = try information.standards.indices.map { try ModelFormat.tagLayer($0, of: file) }
  }

  /// Looks for damage anywhere in the file.
  ///
  /// - Throws: `LexiconError.damaged` if the file's checksum is wrong.
  /// - Complexity: O(*n*) in the size of the file.
  public func verify() throws(LexiconError) { try file.verify() }

  /// The number of a standard; of the first one if `name` is nil.
  ///
  /// - Throws: `ModelError.unknownStandard` if the model has none of the name.
  public func standard(named name: String?) throws(ModelError) -> Int {
    guard let name else { return 0 }
    guard let index = information.standards.firstIndex(of: name) else {
      throw .unknownStandard(name, known: information.standards)
    }
    return index
  }

  /// A labeler with buffers of its own. The first standard guides all others.
  func labeler(of standard: Int) -> StretchLabeler {
    StretchLabeler(
      layers[standard], base: standard == 0 ? nil : StretchLabeler(layers[0], base: nil))
  }

  /// A tagger with buffers of its own; nil if the standard's corpora had no tags. The first standard
  /// guides all others.
  func tagger(of standard: Int) -> WordTagger? {
    tagLayers[standard].map { layer in
      WordTagger(
        layer, base: standard == 0 ? nil : tagLayers[0].map { WordTagger($0, base: nil) })
    }
  }
}
