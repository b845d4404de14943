public import ICU
public import Lexicons
public import TextModel

/// Cuts text into words.
///
/// ```swift
/// let segmenter = try Segmenter(dictionaries, engine: .lattice)
/// let tokens = try segmenter.tokens(in: document)
/// tokens.map { document[$0.span] }  // ["智谱", "发布", "新", "模型", "。"]
/// ```
///
/// Tokens are in order, do not overlap, never begin or end inside a character, and give back the text
/// with the white space between them. One owner, one thread at a time: the working memory is kept from
/// text to text.
public final class Segmenter {
  private let frame: TextFrame
  private let engine: any StretchEngine
  private let cutsMarks: Bool
  @exclusivity(unchecked) private var buffer = TokenBuffer()

  /// Texts are worked on in windows of about this many bytes, cut where no word can be cut.
  static let windowSize = 1 << 14

  /// - Parameter tagsWords: Whether a model says of each word what class it is; without, the classes are
  ///   coarse guesses, and segmenting is faster.
  /// - Throws: `ICUError` if ICU's rules cannot be opened.
  public convenience init(
    _ dictionaries: Dictionaries, engine: SegmentationEngine, tagsWords: Bool = true
  ) throws(ICUError) {
    switch engine {
    case .lattice:
      self.init(
        dictionaries, engine: LatticeEngine(lexicon: dictionaries.lexicon), joinsQuantities: true)
    case .icu:
      self.init(dictionaries, engine: try ICUEngine(), joinsQuantities: true)
    case .model(let model, let standard):
      self.init(
        dictionaries,
        engine: ModelEngine(
          model, standard: standard, dictionaries: dictionaries, tagsWords: tagsWords),
        cutsMarks: standard.cutsMarks)
    }
  }

  /// - Parameters:
  ///   - joinsQuantities: Whether a number takes the magnitudes and the currency behind it (15.95亿元);
  ///     not for an engine that knows better.
  ///   - cutsMarks: Whether each mark of a run is a word of its own.
  init(
    _ dictionaries: Dictionaries, engine: any StretchEngine, joinsQuantities: Bool = false,
    cutsMarks: Bool = false
  ) {
    frame = TextFrame(
      characters: dictionaries.characters, userWords: dictionaries.userWords,
      joinsQuantities: joinsQuantities)
    self.engine = engine
    self.cutsMarks = cutsMarks
  }

  /// The tokens of a document.
  ///
  /// - Throws: `ICUError` if ICU refuses the text.
  /// - Complexity: O(*n*) in the number of bytes.
  public func tokens(in document: Document) throws(ICUError) -> [Token] {
    var tokens: [Token] = []
    try forEachWindow(of: document.text) { tokens.append(contentsOf: $0) }
    return tokens
  }

  /// The tokens of a document whose words are known: a model gives them their classes.
  ///
  /// Words are not cut differently from what all engines hold together: a word that ends inside a number,
  /// a Latin word or a run of the same mark is joined with the next.
  ///
  /// - Parameter ends: Where the words end, in bytes of the text.
  /// - Throws: `ICUError` if ICU refuses the text.
  /// - Precondition: the engine is a model.
  public func tokens(
    in document: Document, wordsEndingAt ends: Set<UInt32>
  ) throws(ICUError) -> [Token] {
    guard let engine = engine as? ModelEngine else {
      preconditionFailure("only a model tags words")
    }
    engine.givenEnds = ends
    defer { engine.givenEnds = nil }
    return try tokens(in: document)
  }

  /// Calls `body` with the tokens of the text, one window after the other, so that a long text needs
  /// no room for all of its tokens. Offsets are those of the whole text; the tokens are valid during the
  /// call only.
  ///
  /// - Throws: `ICUError` if ICU refuses the text; whatever `body` throws.
  /// - Complexity: O(*n*) in the number of bytes.
  public func forEachWindow(
    of text: String, _ body: (UnsafeBufferPointer<Token>) throws(ICUError) -> Void
  ) throws(ICUError) {
    var text = text
    var failure: ICUError?
    text.withUTF8 { utf8 in
      var start = 0
      while start < utf8.count {
        let end = TextWindow.end(in: utf8, from: start, size: Self.windowSize)
        buffer.removeAll()
        do throws(ICUError) {
          try segment(
            UnsafeBufferPointer(rebasing: utf8[start..<end]), baseOffset: start, into: &buffer)
          try body(buffer.tokens)
        } catch {
          failure = error
          return
        }
        start = end
      }
    }
    if let failure { throw failure }
  }

  /// Appends the tokens of one window of valid UTF-8.
  ///
  /// - Parameter baseOffset: Where the window begins in its document, in bytes.
  private func segment(
    _ window: UnsafeBufferPointer<UInt8>, baseOffset: Int, into tokens: inout TokenBuffer
  ) throws(ICUError) {
    try frame.load(window, baseOffset: baseOffset)
    let frame = frame.view
    tokens.reserve(frame.count)
    engine.begin(frame)
    let atoms = frame.atoms
    let count = frame.count
    let han = CharacterClass.han.rawValue
    let space = CharacterClass.space.rawValue
    var atom = 0
    var position = 0
    while position < count {
      while atom < atoms.count, atoms[atom].start < position { atom += 1 }
      if atom < atoms.count, atoms[atom].start == position, atoms[atom].isForced {
        tokens.append(frame.token(of: atoms[atom]))
        position = atoms[atom].end
        continue
      }
      // A stretch: Chinese characters and atoms, up to white space, a mark or a word of the user's.
      let first = atom
      var end = position
      var hasHan = false
      while end < count {
        let next = atom < atoms.count ? atoms[atom].start : count
        if end == next {
          if atoms[atom].isForced { break }
          end = atoms[atom].end
          atom += 1
        } else if frame.classValue(end) == han {
          hasHan = true
          repeat { end &+= 1 } while end < next && frame.classValue(end) == han
        } else if hasHan, !frame.isBoundary(end) {
          end += 1
        } else if hasHan, isMiddleDot(end, of: frame), end + 1 < count,
          frame.classValue(end + 1) == han
        {
          end += 1
        } else {
          break
        }
      }
      if end > position {
        if !hasHan {
          for index in first..<atom { tokens.append(frame.token(of: atoms[index])) }
        } else {
          try engine.segment(position..<end, firstAtom: first, of: frame, into: &tokens)
        }
        position = end
      } else if frame.classValue(position) == space, isPlainSpace(position, of: frame) {
        position += 1
      } else {
        position = appendMark(at: position, of: frame, to: &tokens)
      }
    }
    engine.finish(frame, &tokens)
  }

  /// White space is no token, unless a combining mark stands on it.
  private func isPlainSpace(_ position: Int, of frame: FrameView) -> Bool {
    position + 1 == frame.count || frame.isBoundary(position + 1)
      || frame.classValue(position + 1) == CharacterClass.space.rawValue
  }

  /// The dot in 埃隆·马斯克 is a part of the name, where a dictionary knows the name.
  private func isMiddleDot(_ position: Int, of frame: FrameView) -> Bool {
    let offset = Int(frame.offsets[position])
    return frame.bytes[offset] == 0xC2 && frame.bytes[offset + 1] == 0xB7
  }

  /// Appends a mark of punctuation or a symbol; a run of the same dash, dot or line is one mark,
  /// unless the standard cuts it.
  private func appendMark(
    at start: Int, of frame: FrameView, to tokens: inout TokenBuffer
  ) -> Int {
    var end = frame.boundary(after: start)
    if !cutsMarks, end < frame.count, frame.entries[end] == frame.entries[start],
      isRunning(start, of: frame)
    {
      let mark = frame.bytes(start, start + 1)
      while end < frame.count, frame.isBoundary(end),
        frame.bytes(end, end + 1).elementsEqual(mark)
      {
        end = frame.boundary(after: end)
      }
    }
    let isPunctuation = frame.classValue(start) == CharacterClass.punctuation.rawValue
    tokens.append(
      Token(
        span: frame.span(start, end), partOfSpeech: isPunctuation ? .punctuation : .symbol,
        kind: isPunctuation ? .punctuation : .symbol))
    return end
  }

  private func isRunning(_ position: Int, of frame: FrameView) -> Bool {
    switch frame.mark(position) {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "="), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      return true
    default:
      let bytes = frame.bytes(position, position + 1)
      // — ― … ─
      return bytes.count == 3 && bytes[0] == 0xE2
        && (bytes[1] == 0x80 && [0x94, 0x95, 0xA6].contains(bytes[2])
          || bytes[1] == 0x94 && bytes[2] == 0x80)
    }
  }
}
