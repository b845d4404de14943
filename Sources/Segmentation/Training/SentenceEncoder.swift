internal import ICU
internal import Lexicons
internal import TextModel

/// Turns annotated sentences into what a model sees, by the very code that the decoder runs.
final class SentenceEncoder: StretchEngine {
  private let dictionaries: Dictionaries
  private let units: UnitSequence
  private let guide: StretchLabeler?
  private let tagGuide: WordTagger?
  private let listed: ListedNames
  private var segmenter: Segmenter?
  private var encoded = EncodedSentence()
  /// For each byte of the text 1 if a word begins there, 2 if it is a part of a name, else 0.
  private var begins: [UInt8] = []
  /// The first unit of the window among the sentence's.
  private var base = 0
  /// For each unit of the window the byte at which it begins, and the end of the window.
  private var unitBytes: [Int] = []

  /// - Parameters:
  ///   - guide: What labels in the guiding standard, nil for the first standard.
  ///   - tagGuide: What tags in the guiding standard.
  init(
    scalars: [Unicode.Scalar], dictionaries: Dictionaries, guide: StretchLabeler?,
    tagGuide: WordTagger?
  ) {
    self.tagGuide = tagGuide
    listed = ListedNames(dictionaries.gazetteer)
    self.dictionaries = dictionaries
    self.guide = guide
    units = UnitSequence(
      alphabet: UnitAlphabet(scalars, characters: dictionaries.characters),
      lexicon: dictionaries.lexicon)
  }

  /// The sentence as the model sees it.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  func encode(_ sentence: AnnotatedSentence) throws(ICUError) -> EncodedSentence {
    encoded = EncodedSentence()
    begins.removeAll(keepingCapacity: true)
    var text = ""
    for word in sentence.words {
      begins.append(word.name == nil ? 1 : 2)
      begins.append(contentsOf: repeatElement(0, count: max(0, word.text.utf8.count - 1)))
      text += word.text
      if word.isFollowedBySpace {
        text += " "
        begins.append(1)
      }
    }
    begins.append(1)
    let segmenter = self.segmenter ?? Segmenter(dictionaries, engine: self)
    self.segmenter = segmenter
    try segmenter.forEachWindow(of: text) { _ in }
    return encoded
  }

  func begin(_ frame: FrameView) {
    units.load(frame)
    guide?.begin(units)
    if tagGuide != nil { listed.load(frame, units) }
    base = encoded.codes.count
    unitBytes = (0...units.count).map {
      Int(frame.offsets[Int(units.starts[$0])] + frame.baseOffset)
    }
    for unit in 0..<units.count {
      encoded.codes.append(CharacterTable.code(of: units.codes[unit]))
      encoded.kinds.append(units.kinds[unit])
      encoded.masks.append(units.masks[unit])
      encoded.labels.append(WordLabel.single)
      if guide != nil { encoded.guides.append(WordLabel.single) }
    }
  }

  func segment(
    _ stretch: Range<Int>, firstAtom: Int, of frame: FrameView, into tokens: inout TokenBuffer
  ) {
    var first = 0
    while Int(units.starts[first]) < stretch.lowerBound { first += 1 }
    var end = first
    while Int(units.starts[end]) < stretch.upperBound { end += 1 }
    encoded.stretches.append(base + first..<base + end)
    func mark(_ unit: Int) -> UInt8 {
      begins[Int(frame.offsets[Int(units.starts[unit])] + frame.baseOffset)]
    }
    var start = first
    for unit in first..<end where unit + 1 == end || mark(unit + 1) != 0 {
      for inner in start...unit {
        encoded.labels[base + inner] = WordLabel.label(
          at: inner - start, of: unit + 1 - start, isName: mark(start) == 2)
      }
      start = unit + 1
    }
    guard let guide else { return }
    let labels = guide.labels(of: first..<end, in: units)
    for unit in first..<end { encoded.guides[base + unit] = labels[unit - first] }
  }

  /// The keys and tags of the words of the sentence that was encoded last; nil if it has no tags, if a
  /// word of it ends inside a unit, or if it is longer than a window.
  ///
  /// - Parameters:
  ///   - kind: Whether the tags are those of the words or those of the parts of names.
  ///   - weight: How much a mistake in it counts.
  func tagged(
    _ sentence: AnnotatedSentence, _ kind: TagFeatures.Kind, weight: Float
  ) -> TaggedSentence? {
    guard let words = words(of: sentence) else { return nil }
    var tags: [String] = []
    for word in sentence.words {
      switch kind {
      case .classes:
        guard let tag = word.tag else { return nil }
        tags.append(tag)
      case .names: tags.append(TagMap.tag(of: word.name))
      }
    }
    let guide = tagGuide?.guide(
      of: words, in: units, labels: encoded.guides, names: listed.marks(of: words))
    let keys = words.withUnsafeBufferPointer { words in
      words.indices.map { index -> [UInt64] in
        var keys: [UInt64] = []
        TagFeatures.forEachKey(
          kind, codes: units.codes, kinds: units.kinds, words: words, index: index, guide: guide
        ) { keys.append($0) }
        return keys
      }
    }
    return TaggedSentence(keys: keys, tags: tags, weight: weight)
  }

  /// The units of each word of the sentence that was encoded last.
  private func words(of sentence: AnnotatedSentence) -> [Range<Int>]? {
    var words: [Range<Int>] = []
    var unit = 0
    var offset = 0
    for word in sentence.words {
      while unit < units.count, unitBytes[unit] < offset { unit += 1 }
      guard unit < units.count, unitBytes[unit] == offset else { return nil }
      let first = unit
      offset += word.text.utf8.count
      while unit < units.count, unitBytes[unit] < offset { unit += 1 }
      guard unitBytes[unit] == offset else { return nil }
      if word.isFollowedBySpace { offset += 1 }
      words.append(first..<unit)
    }
    return words
  }
}
