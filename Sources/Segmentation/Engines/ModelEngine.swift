internal import ICU
internal import Lexicons
internal import TextModel

/// The words that a trained model finds: each unit is given the label of its place in a word.
final class ModelEngine: StretchEngine {
  private let units: UnitSequence
  private let labeler: StretchLabeler
  private let refiner: WordRefiner?
  private let tagger: WordTagger?
  private let nameTagger: WordTagger?
  /// What guides the taggers of a further standard.
  private let guide: (tagger: WordTagger, listed: ListedNames)?
  private var words: [Range<Int>] = []
  /// For each unit the label that the guiding standard gives it; empty if none guides.
  private var guidingLabels: [UInt8] = []
  /// For each unit the class of the word that begins there, as the tag of a `StandardRule`; 0 where the text
  /// decides.
  private var knownClasses: [UInt8] = []
  /// Where the words end whose classes alone are looked for, in bytes of the document; nil to look for the
  /// words themselves.
  var givenEnds: Set<UInt32>?
  /// The unit at which the next stretch is looked for.
  @exclusivity(unchecked) private var next = 0

  /// - Precondition: the model has the standard.
  init(
    _ model: SequenceModel, standard: WordStandard, dictionaries: Dictionaries, tagsWords: Bool
  ) {
    let alphabet = UnitAlphabet(model.scalars, characters: dictionaries.characters)
    units = UnitSequence(alphabet: alphabet, lexicon: dictionaries.lexicon)
    labeler = model.labeler(of: standard.layer)
    refiner = standard.isRefined ? WordRefiner(dictionaries) : nil
    tagger = tagsWords ? model.tagger(of: standard.layer) : nil
    nameTagger = tagsWords ? model.nameTagger(of: standard.layer) : nil
    guide =
      tagsWords && standard.layer > 0
      ? model.tagger(of: 0).map { ($0, ListedNames(dictionaries.gazetteer)) } : nil
  }

  /// How much of a margin is one degree of confidence. A tagger of names has learnt from little text, and is
  /// surer of itself than it may be.
  private var marginStep: Int { nameTagger == nil ? 6 : 15 }

  func begin(_ frame: FrameView) {
    units.load(frame)
    labeler.begin(units)
    next = 0
    guidingLabels.removeAll(keepingCapacity: true)
    if guide != nil {
      guidingLabels.append(contentsOf: repeatElement(WordLabel.single, count: units.count))
    }
    knownClasses.removeAll(keepingCapacity: true)
    knownClasses.append(contentsOf: repeatElement(0, count: units.count))
  }

  func segment(
    _ stretch: Range<Int>, firstAtom: Int, of frame: FrameView, into tokens: inout TokenBuffer
  ) {
    let starts = units.starts
    while Int(starts[next]) < stretch.lowerBound { next &+= 1 }
    let first = next
    while Int(starts[next]) < stretch.upperBound { next &+= 1 }
    let labels = labeler.labels(of: first..<next, in: units)
    if guide != nil { labeler.copyGuidingLabels(of: first..<next, to: &guidingLabels) }
    if let givenEnds {
      label(labels, of: first..<next, wordsEndingAt: givenEnds, in: frame)
    } else {
      refine(labels, of: first..<next, in: frame)
    }
    var atom = firstAtom
    var start = first
    for unit in first..<next where WordLabel.isLast(labels[unit &- first]) {
      let position = Int(starts[start])
      let end = Int(starts[unit &+ 1])
      if start == unit, let token = frame.token(ofAtomAt: position, &atom) {
        tokens.append(token)
        start = unit &+ 1
        continue
      }
      let isName = labels[unit &- first] & WordLabel.name != 0
      let isNumber = !isName && units.kinds[start] == UnitCode.Kind.number.rawValue
      tokens.append(
        Token(
          span: frame.span(position, end),
          partOfSpeech: isName ? .properNoun : isNumber ? .numeral : .noun,
          kind: isNumber ? .number : .word))
      start = unit &+ 1
    }
  }

  private func refine(
    _ labels: UnsafeMutablePointer<UInt8>, of stretch: Range<Int>, in frame: FrameView
  ) {
    guard let refiner else { return }
    knownClasses.withUnsafeMutableBufferPointer { classes in
      guard let base = classes.baseAddress else { return }
      refiner.refine(
        RefinedStretch(stretch, labels: labels, classes: base, in: units, frame: frame))
    }
  }

  /// Labels units so that words end where they are said to.
  private func label(
    _ labels: UnsafeMutablePointer<UInt8>, of stretch: Range<Int>, wordsEndingAt ends: Set<UInt32>,
    in frame: FrameView
  ) {
    var start = stretch.lowerBound
    for unit in stretch {
      let end = frame.offsets[Int(units.starts[unit + 1])] &+ frame.baseOffset
      guard unit + 1 == stretch.upperBound || ends.contains(end) else { continue }
      for inner in start...unit {
        labels[inner - stretch.lowerBound] = WordLabel.label(
          at: inner - start, of: unit + 1 - start, isName: false)
      }
      start = unit + 1
    }
  }

  /// The class of a word: what the dictionaries say, or else the tagger.
  private func partOfSpeech(
    of word: Range<Int>, in frame: FrameView, found: PartOfSpeech
  ) -> PartOfSpeech {
    if let known = StandardRule.partOfSpeech(ofTag: knownClasses[word.lowerBound]) { return known }
    // What begins with a letter is no number, although the labels learnt say so: Qwen3-Max, but 120Hz.
    let first = frame.classValue(Int(units.starts[word.lowerBound]))
    return refiner != nil && first == CharacterClass.letter.rawValue && found == .numeral
      ? .properNoun : found
  }

  func finish(_ frame: FrameView, _ tokens: inout TokenBuffer) {
    guard let tagger else { return }
    words.removeAll(keepingCapacity: true)
    var unit = 0
    for token in tokens.tokens {
      while frame.offsets[Int(units.starts[unit])] &+ frame.baseOffset < token.span.start {
        unit += 1
      }
      let first = unit
      while unit < units.count,
        frame.offsets[Int(units.starts[unit])] &+ frame.baseOffset < token.span.end
      {
        unit += 1
      }
      words.append(first..<max(unit, first + 1))
    }
    let guide = guide.map { guide in
      guide.listed.load(frame, units)
      return guide.tagger.guide(
        of: words, in: units, labels: guidingLabels, names: guide.listed.marks(of: words))
    }
    let tags = tagger.tags(of: words, in: units, guide: guide)
    let classes = tagger.classes
    let namer = nameTagger ?? tagger
    let nameTags = nameTagger?.tags(of: words, in: units, guide: guide) ?? tags
    let names = namer.names
    let step = marginStep
    for (index, tag) in tags.enumerated() {
      // What is not Chinese has its class from the layer below; so has a word of the user's.
      switch tokens.tokens[index].kind {
      case .word, .number, .latin:
        if units.codes[words[index].lowerBound] != UInt32(UnitCode.userWord) {
          tokens.setPartOfSpeech(
            partOfSpeech(of: words[index], in: frame, found: classes[Int(tag)]),
            at: index)
          let name = names[Int(nameTags[index])]
          if name != .none {
            let confidence = namer.margin(of: index, among: nameTags) / step
            tokens.setNameTag(name.with(confidence: confidence), at: index)
          }
        }
      default: break
      }
    }
  }
}
