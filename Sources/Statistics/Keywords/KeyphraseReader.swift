import TextModel

/// Turns an analysis into units, and remembers of each distinct term how ordinary it is and whether it is a
/// stop word: each is looked up once, however often it occurs.
struct KeyphraseReader: Sendable {
  /// What is known of a term.
  struct Knowledge: Sendable {
    /// In nats: see `BackgroundFrequencies.inverseDocumentFrequency(of:)`.
    let inverseDocumentFrequency: Double
    let isStopWord: Bool
  }

  let background: BackgroundFrequencies
  let filter: TermFilter
  let selection: TermSelection
  private(set) var vocabulary = Vocabulary()
  private(set) var knowledge: [Knowledge] = []
  private var folded: [UInt8] = []

  init(background: BackgroundFrequencies, filter: TermFilter, selection: TermSelection) {
    self.background = background
    self.filter = filter
    self.selection = selection
    var words = Vocabulary()
    for word in Self.bylineWords {
      var word = word
      _ = word.withUTF8 { words.intern($0, label: 0) }
    }
    vocabulary = words
    for number in 0..<vocabulary.count { learn(number) }
  }

  /// The words before the names of those who wrote an article; they are the first of the vocabulary.
  private static let bylineWords = ["记者", "通讯员", "编辑", "责编", "责任编辑", "校对", "摄影"]

  /// Appends the units of an analysis.
  mutating func read(
    _ analysis: Analysis, bytes: UnsafeBufferPointer<UInt8>, into units: inout [KeyphraseUnit]
  ) {
    var end = -1
    var wasContent = false
    var isByline = false
    for counted in CountingUnits(of: analysis, selection: selection) {
      let span: TextSpan
      let term: Int
      let form: KeyphraseUnit.Form
      var isContent: Bool
      switch counted {
      case .word(let index):
        let token = analysis.tokens[index]
        span = token.span
        precondition(Int(span.end) <= bytes.count, "a token lies outside the text")
        form = KeyphraseUnit.Form(token.partOfSpeech)
        term = number(of: UnsafeBufferPointer(rebasing: bytes[span.range]))
        isContent =
          filter.kinds.contains(token.kind)
          && filter.wordClasses?.contains(token.partOfSpeech) != false
        isByline = term < Self.bylineWords.count
      case .entity(let index):
        let mention = analysis.mentions[index]
        span = mention.span
        form = KeyphraseUnit.Form(mention.label)
        // Who wrote an article is not what it is about: 记者李楠楠、梁秋坪.
        isByline = isByline && form == .person
        isContent = !isByline
        let label = vocabulary.labelNumber(of: mention.label)
        var name = mention.canonicalName
        term = name.withUTF8 { vocabulary.intern($0, label: label) }
        learn(term)
      }
      isContent = isContent && !knowledge[term].isStopWord
      units.append(
        KeyphraseUnit(
          term: term, form: form, isContent: isContent,
          isJoined: isContent && wasContent && end == Int(span.start),
          characters: Self.characters(of: bytes[span.range]), span: span))
      wasContent = isContent
      end = Int(span.end)
    }
  }

  /// The number of each term of another reader, which are learnt if they are new.
  mutating func numbers(of other: KeyphraseReader) -> [Int] {
    (0..<other.vocabulary.count).map { index in
      let number = vocabulary.intern(index, of: other.vocabulary)
      if number == knowledge.count { knowledge.append(other.knowledge[index]) }
      return number
    }
  }

  private mutating func number(of surface: UnsafeBufferPointer<UInt8>) -> Int {
    let term =
      Halfwidth.fold(surface, into: &folded)
      ? folded.withUnsafeBufferPointer { vocabulary.intern($0, label: 0) }
      : vocabulary.intern(surface, label: 0)
    learn(term)
    return term
  }

  private mutating func learn(_ number: Int) {
    guard number == knowledge.count else { return }
    let term = vocabulary.term(at: number)
    knowledge.append(
      Knowledge(
        inverseDocumentFrequency: background.inverseDocumentFrequency(of: term),
        isStopWord: filter.isStopWord(term.text)))
  }

  private static func characters(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt16 {
    var count: UInt16 = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count &+= 1 }
    return count
  }
}
