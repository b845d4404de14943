internal import ICU
internal import Lexicons
internal import TextModel

/// The best path through the lattice of the lexicon's words: the words whose frequencies multiply to
/// the most. The hot path of the program.
///
/// A stretch is searched from left to right: at each position the trie gives every word that begins
/// there, and each position keeps the cheapest way to reach it. O(*n* · longest word), no allocation.
final class LatticeEngine: StretchEngine {
  private let lexicon: Lexicon
  /// For each position of the window how it is reached most cheaply.
  @exclusivity(unchecked) private var nodes: UnsafeMutablePointer<Node>
  /// For each position of a piece the walks from it.
  private let walks: TrieWalks
  @exclusivity(unchecked) private var capacity: Int
  /// The ends of the words of a path, the last word first.
  private let path: UnsafeMutablePointer<Int32>

  /// How a position is reached, packed so that the cheaper way is the smaller number: bits 32–63 the
  /// cost of the path, in units of the lexicon; bits 8–31 what is missing of the last word's length to
  /// `longestWord`, so that of two ways of one cost the longer word wins; bits 0–7 the word's tag.
  /// Relaxing an edge is then a minimum, without a branch that the processor could guess wrong.
  private typealias Node = UInt64

  private static let longestWord: UInt64 = 0xFF_FFFF
  /// The tag of a word that is not from the lexicon: a single character, or an atom.
  private static let noTag: UInt64 = 0xFF
  /// The tag of a run of Chinese numerals.
  private static let numeralTag: UInt64 = 0xFE
  private static let unreached = UInt64.max
  /// What a character costs that is no word: more than the rarest word, and less than a third of
  /// `DoubleArray.noWeight`, so that a unit without a word may be relaxed like any other.
  private static let unknownCost: UInt64 = 20 * 1024
  /// An atom competes only with words that begin with it (B站).
  private static let atomCost: UInt64 = 12 * 1024
  /// A run of numerals is as likely as a middling word.
  private static let numeralCost: UInt64 = 9 * 1024
  /// A stretch is searched in pieces of this length, so that costs fit 32 bits and memory is bounded.
  static let longestPiece = 1 << 14
  /// A piece that is not the stretch's end gives up its last words: they are found in the next.
  private static let overlap = 64

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    capacity = 1 << 15
    nodes = .allocate(capacity: capacity)
    walks = TrieWalks(lexicon.trie)
    path = .allocate(capacity: Self.longestPiece * 2)
  }

  deinit {
    nodes.deallocate()
    path.deallocate()
  }

  /// Makes room for a window.
  func begin(_ frame: FrameView) {
    guard frame.count >= capacity else { return }
    nodes.deallocate()
    capacity = frame.count + frame.count / 2 + 1
    nodes = .allocate(capacity: capacity)
  }

  func segment(
    _ stretch: Range<Int>, firstAtom: Int, of frame: FrameView,
    into tokens: inout TokenBuffer
  ) {
    var start = stretch.lowerBound
    var atom = firstAtom
    while start < stretch.upperBound {
      var end = min(stretch.upperBound, start + Self.longestPiece)
      while end < stretch.upperBound, !frame.isBoundary(end),
        end - start < Self.longestPiece * 2 - 1
      {
        end += 1
      }
      let isLast = end == stretch.upperBound
      search(start, end, firstAtom: atom, of: frame)
      var index = collectPath(start, end) - 1
      var position = start
      while index >= 0, isLast || Int(path[index]) < end - Self.overlap || position == start {
        let next = Int(path[index])
        tokens.append(token(position, next, atom: &atom, of: frame))
        position = next
        index -= 1
      }
      start = position
    }
  }

  /// How a position is reached by a word of the given length, cost and tag.
  @inline(__always)
  private static func node(
    _ length: Int, _ pathCost: UInt64, _ cost: UInt64, _ tag: UInt64
  ) -> Node {
    (pathCost &+ cost) &<< 32 | (longestWord &- UInt64(truncatingIfNeeded: length)) &<< 8 | tag
  }

  /// The same for the word that ends at a unit of the trie; a dear node if none does.
  @inline(__always)
  private static func node(_ length: Int, _ pathCost: UInt64, unit: UInt64) -> Node {
    node(
      length, pathCost, UInt64(DoubleArray.weight(of: unit)), UInt64(DoubleArray.tag(of: unit)))
  }

  @inline(__always)
  private static func relax(_ nodes: UnsafeMutablePointer<Node>, _ end: Int, _ node: Node) {
    if node < nodes[end] { nodes[end] = node }
  }

  private func search(_ start: Int, _ end: Int, firstAtom: Int, of frame: FrameView) {
    let entries = frame.entries
    let boundaries = frame.boundaries
    let atoms = frame.atoms
    let units = lexicon.trie.units.unsafeBaseAddress
    let nodes = self.nodes
    let walks = walks.find(entries + start, count: end &- start)
    var atom = firstAtom
    var atomStart = atom < atoms.count ? atoms[atom].start : Int.max
    (nodes + start).update(repeating: Self.unreached, count: end &- start &+ 1)
    // The cheapest ways, by words of up to three characters, to the next three positions. They are kept
    // out of memory: what a step writes the next would have to wait for.
    var one = Self.unreached
    var two = Self.unreached
    var three = Self.unreached
    nodes[start] = 0
    var position = start
    while position < end {
      let node = min(one, nodes[position])
      nodes[position] = node
      one = two
      two = three
      three = Self.unreached
      // Inside an atom or a character nothing begins, whatever reached it.
      if node == Self.unreached || boundaries[position] == 0 && position != start {
        position &+= 1
        continue
      }
      let cost = node &>> 32
      while atomStart < position {
        atom &+= 1
        atomStart = atom < atoms.count ? atoms[atom].start : Int.max
      }
      if atomStart == position {
        let next = min(atoms[atom].end, end)
        Self.relax(
          nodes, next, Self.node(next &- position, cost, Self.atomCost, Self.noTag))
      } else {
        one = min(one, Self.node(1, cost, Self.unknownCost, Self.noTag))
        if boundaries[position &+ 1] == 0 {
          var next = position &+ 2
          while next < end, boundaries[next] == 0 { next &+= 1 }
          Self.relax(
            nodes, min(next, end),
            Self.node(min(next, end) &- position, cost, Self.unknownCost, Self.noTag))
        }
        if entries[position] >= UInt32(CharacterTable.hanDigitMark) << 24 {
          relaxNumeral(position, end, cost, of: frame)
        }
      }
      let walk = walks[position &- start]
      one = min(one, Self.node(1, cost, unit: walk.one))
      two = min(two, Self.node(2, cost, unit: walk.two))
      three = min(three, Self.node(3, cost, unit: walk.three))
      // Longer words are rare: walk on.
      var base = DoubleArray.base(of: walk.three)
      var index = position &+ 3
      while base != 0, index < end {
        let code = CharacterTable.code(of: entries[index])
        let child = base &+ Int(code)
        let unit = units[child]
        if DoubleArray.label(of: unit) != code { break }
        index &+= 1
        if DoubleArray.weight(of: unit) != DoubleArray.noWeight {
          Self.relax(nodes, index, Self.node(index &- position, cost, unit: unit))
        }
        base = DoubleArray.base(of: unit)
      }
      position &+= 1
    }
    nodes[end] = min(one, nodes[end])
  }

  /// A run of two and more Chinese numerals from its first character on: 三十一, 二〇〇一, 十五亿.
  private func relaxNumeral(
    _ position: Int, _ end: Int, _ cost: UInt64, of frame: FrameView
  ) {
    func isNumeral(_ position: Int) -> Bool {
      frame.mark(position) >= CharacterTable.hanDigitMark
    }
    if position > 0, isNumeral(position - 1) { return }
    var index = position + 1
    while index < end, isNumeral(index) { index += 1 }
    if index > position + 1 {
      Self.relax(
        nodes, index, Self.node(index - position, cost, Self.numeralCost, Self.numeralTag))
    }
  }

  /// Writes the ends of the path's words into `path`, from the last to the first.
  ///
  /// - Returns: The number of words.
  private func collectPath(_ start: Int, _ end: Int) -> Int {
    let nodes = self.nodes
    var count = 0
    var position = end
    while position > start {
      path[count] = Int32(truncatingIfNeeded: position)
      count &+= 1
      position &-= Int(
        truncatingIfNeeded: Self.longestWord &- (nodes[position] &>> 8 & Self.longestWord))
    }
    return count
  }

  @inline(__always)
  private func token(
    _ start: Int, _ end: Int, atom: inout Int, of frame: FrameView
  ) -> Token {
    let tag = nodes[end] & 0xFF
    if tag < Self.numeralTag {
      // The compiler of the dictionaries writes raw values only.
      let partOfSpeech = PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: tag)) ?? .other
      return Token(span: frame.span(start, end), partOfSpeech: partOfSpeech, kind: .word)
    }
    if tag == Self.numeralTag {
      return Token(span: frame.span(start, end), partOfSpeech: .numeral, kind: .number)
    }
    while atom < frame.atoms.count, frame.atoms[atom].start < start { atom += 1 }
    if atom < frame.atoms.count, frame.atoms[atom].start == start {
      return frame.token(of: frame.atoms[atom])
    }
    return Token(
      span: frame.span(start, end), partOfSpeech: .noun, kind: .word, isOutOfVocabulary: true)
  }
}
