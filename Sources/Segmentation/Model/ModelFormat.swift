internal import Lexicons

/// The sections of a model file, a `SectionFile`.
///
/// History of the format: 1, the first; 2, taggers of names, and slots of any number.
enum ModelFormat {
  static let magic: [UInt8] = Array("FENCIM\0\u{1A}".utf8)
  static let version = 2

  static let information: UInt32 = 1
  /// The code points of the characters, in the order of their codes.
  static let characters: UInt32 = 2

  /// What a layer's sections hold. The section's number is `layerBase` for each layer, and this.
  enum LayerSection: UInt32, CaseIterable {
    case unigrams = 0
    case trie = 1
    case bigrams = 2
    case trigrams = 3
    case masks = 4
    case kinds = 5
    case transitions = 6
    case guideTriples = 7
    case guidePairs = 8
    case guidePairRows = 9
    case tags = 20
    case tagSlots = 21
    case tagRows = 22
    case tagTransitions = 23
    case tagMargin = 24
    case nameTags = 30
    case nameSlots = 31
    case nameRows = 32
    case nameTransitions = 33
    case nameMargin = 34
  }

  static func section(_ section: LayerSection, ofLayer layer: Int) -> UInt32 {
    UInt32(100 * (layer + 1)) + section.rawValue
  }

  /// Reads a layer.
  static func layer(
    _ index: Int, of file: SectionFile, codeCount: Int, isGuided: Bool
  ) throws(LexiconError) -> LabelLayer {
    func array<Element>(
      _ part: LayerSection, count: Int? = nil
    ) throws(LexiconError) -> MappedArray<Element> {
      try file.array(section(part, ofLayer: index), count: count)
    }
    let width = LabelLayer.width
    let transitions: MappedArray<Int32> = try array(.transitions, count: width * width)
    var guide: LabelGuide?
    if isGuided {
      guide = LabelGuide(
        triples: try array(.guideTriples, count: LabelGuide.tripleCount * width),
        pairs: try array(.guidePairs, count: codeCount * width),
        pairRows: try array(.guidePairRows))
    }
    return LabelLayer(
      unigrams: try array(.unigrams, count: codeCount * LabelLayer.unigramRows * width),
      trie: DoubleArray(units: try array(.trie)), bigrams: try array(.bigrams),
      trigrams: try array(.trigrams), masks: try array(.masks, count: WordMask.count * width),
      kinds: try array(.kinds, count: LabelLayer.kindRowCount * width),
      transitions: (0..<transitions.count).map { transitions[$0] }, guide: guide)
  }

  /// Adds a layer to a file.
  static func add(_ layer: LabelLayer, at index: Int, to writer: inout SectionFileWriter) {
    func number(_ part: LayerSection) -> UInt32 { section(part, ofLayer: index) }
    writer.add(number(.unigrams), layer.unigrams)
    writer.add(number(.trie), layer.trie.units)
    writer.add(number(.bigrams), layer.bigrams)
    writer.add(number(.trigrams), layer.trigrams)
    writer.add(number(.masks), layer.masks)
    writer.add(number(.kinds), layer.kinds)
    writer.add(number(.transitions), layer.transitions)
    if let guide = layer.guide {
      writer.add(number(.guideTriples), guide.triples)
      writer.add(number(.guidePairs), guide.pairs)
      writer.add(number(.guidePairRows), guide.pairRows)
    }
  }

  /// The sections of a layer's taggers: of its word classes and of its names.
  struct TaggerSections {
    let tags: LayerSection
    let slots: LayerSection
    let rows: LayerSection
    let transitions: LayerSection
    let margin: LayerSection

    static let classes = TaggerSections(
      tags: .tags, slots: .tagSlots, rows: .tagRows, transitions: .tagTransitions,
      margin: .tagMargin)
    static let names = TaggerSections(
      tags: .nameTags, slots: .nameSlots, rows: .nameRows, transitions: .nameTransitions,
      margin: .nameMargin)
  }

  /// Reads a layer's tagger; nil if it has none.
  static func tagLayer(
    _ sections: TaggerSections, ofLayer index: Int, of file: SectionFile
  ) throws(LexiconError) -> TagLayer? {
    func number(_ part: LayerSection) -> UInt32 { section(part, ofLayer: index) }
    guard file.contains(number(sections.tags)) else { return nil }
    let tags = try file.text(number(sections.tags)).split(separator: "\n").map(String.init)
    let width = TagLayer.width(tagCount: tags.count)
    let rows: MappedArray<Int8> = try file.array(number(sections.rows))
    let slots: MappedArray<UInt64> = try file.array(number(sections.slots))
    let margin: MappedArray<Int32> = try file.array(number(sections.margin), count: 1)
    guard margin[0] > 0, rows.count % width == 0, slots.count > 0, slots.count < 1 << 31 else {
      throw .damaged(path: file.path, reason: "the tagger of layer \(index) is cut off")
    }
    return TagLayer(
      tags: tags, slots: slots, rows: rows,
      transitions: try file.array(
        number(sections.transitions), count: (tags.count + 1) * width),
      margin: Int(margin[0]))
  }

  /// Adds a layer's tagger to a file.
  static func add(
    _ layer: TagLayer, _ sections: TaggerSections, at index: Int, to writer: inout SectionFileWriter
  ) {
    func number(_ part: LayerSection) -> UInt32 { section(part, ofLayer: index) }
    writer.add(number(sections.tags), layer.tags.map { $0 + "\n" }.joined())
    writer.add(number(sections.slots), layer.slots)
    writer.add(number(sections.rows), layer.rows)
    writer.add(number(sections.transitions), layer.transitions)
    writer.add(number(sections.margin), [Int32(layer.margin)])
  }
}
