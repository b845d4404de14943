internal import Lexicons

/// The sections of a model file, a `SectionFile`.
///
/// History of the format: 1, the first.
enum ModelFormat {
  static let magic: [UInt8] = Array("FENCIM\0\u{1A}".utf8)
  static let version = 1

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

  /// Reads a layer's tagger; nil if it has none.
  static func tagLayer(
    _ index: Int, of file: SectionFile
  ) throws(LexiconError) -> TagLayer? {
    guard file.contains(section(.tags, ofLayer: index)) else { return nil }
    let tags = try file.text(section(.tags, ofLayer: index)).split(separator: "\n").map(String.init)
    let width = TagLayer.width(tagCount: tags.count)
    let rows: MappedArray<Int8> = try file.array(section(.tagRows, ofLayer: index))
    let slots: MappedArray<UInt64> = try file.array(section(.tagSlots, ofLayer: index))
    guard rows.count % width == 0, slots.count.nonzeroBitCount == 1 else {
      throw .damaged(path: file.path, reason: "the tagger of layer \(index) is cut off")
    }
    return TagLayer(
      tags: tags, slots: slots, rows: rows,
      transitions: try file.array(
        section(.tagTransitions, ofLayer: index), count: (tags.count + 1) * width))
  }

  /// Adds a layer's tagger to a file.
  static func add(_ layer: TagLayer, at index: Int, to writer: inout SectionFileWriter) {
    writer.add(
      section(.tags, ofLayer: index), layer.tags.map { $0 + "\n" }.joined())
    writer.add(section(.tagSlots, ofLayer: index), layer.slots)
    writer.add(section(.tagRows, ofLayer: index), layer.rows)
    writer.add(section(.tagTransitions, ofLayer: index), layer.transitions)
  }
}
