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
  let layers: [LabelLayer]
  let tagLayers: [TagLayer?]
  /// What finds names where the tags do not tell them.
  let nameLayers: [TagLayer?]

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
    tagLayers = try information.standards.indices.map {
      try ModelFormat.tagLayer(.classes, ofLayer: $0, of: file)
    }
    nameLayers = try information.standards.indices.map {
      try ModelFormat.tagLayer(.names, ofLayer: $0, of: file)
    }
  }

  /// The standards that text can be cut by, the one that is taken unless another is asked for first.
  public var standards: [WordStandard] {
    let refined = information.refined.map {
      WordStandard(
        name: $0, layer: 0, isRefined: true, cutsMarks: false, marksNames: false)
    }
    return (refined.map { [$0] } ?? [])
      + information.standards.enumerated().map {
        WordStandard(
          name: $0.element, layer: $0.offset, isRefined: false,
          cutsMarks: information.cuttingMarks.contains($0.element),
          marksNames: nameLayers[$0.offset] != nil)
      }
  }

  /// Looks for damage anywhere in the file.
  ///
  /// - Throws: `LexiconError.damaged` if the file's checksum is wrong.
  /// - Complexity: O(*n*) in the size of the file.
  public func verify() throws(LexiconError) { try file.verify() }

  /// The standard of a name; the first one if `name` is nil.
  ///
  /// - Throws: `ModelError.unknownStandard` if the model has none of the name.
  public func standard(named name: String?) throws(ModelError) -> WordStandard {
    let standards = standards
    guard let found = standards.first(where: { name == nil || $0.name == name }) else {
      throw .unknownStandard(name ?? "", known: standards.map(\.name))
    }
    return found
  }

  /// A labeler with buffers of its own. The first standard guides all others.
  func labeler(of standard: Int) -> StretchLabeler {
    StretchLabeler(
      layers[standard], base: standard == 0 ? nil : StretchLabeler(layers[0], base: nil))
  }

  /// A tagger with buffers of its own; nil if the standard's corpora had no tags.
  func tagger(of standard: Int) -> WordTagger? { tagLayers[standard].map { WordTagger($0) } }

  /// What tags the parts of names, with buffers of its own; nil if the tags of the standard's words tell them.
  func nameTagger(of standard: Int) -> WordTagger? {
    nameLayers[standard].map { WordTagger($0, kind: .names) }
  }
}
