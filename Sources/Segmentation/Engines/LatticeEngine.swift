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
  private let walks: TrieWalks
  /// For each position of the window the walks from it; nil before a window is looked at.
  @exclusivity(unchecked) private var windowWalks: UnsafePointer<TrieWalks.Walk>?
  /// For each position of the window how it is reached most cheaply.
  @exclusivity(unchecked) private var nodes: UnsafeMutablePointer<Node>
  /// The ends of the words of a path, the last word first.
  @exclusivity(unchecked) private var path: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) private var capacity: Int
  /// For each tag a token without its place.
  private let kinds: UnsafePointer<Token> = LatticeEngine.kinds()

  /// How a position is reached, packed so that the cheaper way is the smaller number: bits 32–63 the
  /// cost of the path, in units of the lexicon; bits 16–31 what is missing of the last word's length to
  /// `longestWord`, so that of two ways of one cost the longer word wins; bits 8–15 the word's tag.
  /// Relaxing an edge is then a minimum, without a branch that the processor could guess wrong. Cost and
  /// tag stand as a trie's unit has them, 16 bits further up.
  ///
  /// A window has at most 2¹⁶ positions, so lengths fit; and costs fit, as no position adds more than
  /// `DoubleArray.noWeight`.
  private typealias Node = UInt64

  private static let longestWord: UInt64 = 0xFFFF
  private static let edgeMask: UInt64 = 0xFFFF_0000_FF00
  private static let costMask: UInt64 = 0xFFFF_FFFF_0000_0000
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
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    capacity = 1 << 15
    nodes = .allocate(capacity: capacity + 1)
    path = .allocate(capacity: capacity)
    walks = TrieWalks(lexicon.trie)
  }

  deinit {
    nodes.deallocate()
    path.deallocate()
    kinds.deallocate()
  }

  /// Makes all walks of a window.
  func begin(_ frame: FrameView) {
    if frame.count > capacity {
      nodes.deallocate()
      path.deallocate()
      capacity = frame.count + frame.count / 2
      nodes = .allocate(capacity: capacity + 1)
      path = .allocate(capacity: capacity)
    }
    nodes.initialize(repeating: Self.unreached, count: frame.count + 1)
    windowWalks = walks.find(frame.entries, count: frame.count)
  }

  func segment(
    _ stretch: Range<Int>, firstAtom: Int, of frame: FrameView,
    into tokens: inout TokenBuffer
  ) {
    search(stretch.lowerBound, stretch.upperBound, firstAtom: firstAtom, of: frame)
    // Local names, so that the loops load no property of the engine.
    let nodes = self.nodes
    let path = self.path
    let kinds = self.kinds
    var index = Self.collectPath(nodes, stretch, into: path) &- 1
    var atom = firstAtom
    var position = stretch.lowerBound
    while index >= 0 {
      let next = Int(path[index])
      let tag = nodes[next] &>> 8 & 0xFF
      let span = frame.span(position, next)
      if tag == Self.noTag, let token = frame.token(ofAtomAt: position, &atom) {
        tokens.append(token)
      } else {
        tokens.append(kinds + Int(truncatingIfNeeded: tag), at: span)
      }
      position = next
      index &-= 1
    }
  }

  /// What a word of the given length, cost and tag adds to the node of its first position.
  @inline(__always)
  private static func edge(_ length: Int, _ cost: UInt64, _ tag: UInt64) -> UInt64 {
    cost &<< 32 | (longestWord &- UInt64(truncatingIfNeeded: length)) &<< 16 | tag &<< 8
  }

  /// The same for the word that ends at a unit of the trie; dear if none does.
  @inline(__always)
  private static func edge(_ length: Int, unit: UInt64) -> UInt64 {
    (unit &>> 16 & edgeMask) | (longestWord &- UInt64(truncatingIfNeeded: length)) &<< 16
  }

  /// Notes a way to a position, unless it lies behind the end of the stretch.
  @inline(__always)
  private func relax(_ position: Int, _ end: Int, _ node: Node) {
    if position <= end, node < nodes[position] { nodes[position] = node }
  }

  private func search(_ start: Int, _ end: Int, firstAtom: Int, of frame: FrameView) {
    guard let walks = windowWalks else { return }
    let entries = frame.entries
    let boundaries = frame.boundaries
    let atoms = frame.atoms
    let nodes = self.nodes
    var atom = firstAtom
    var position = start
    nodes[start] = 0
    while position < end {
      while atom < atoms.count, atoms[atom].start < position { atom &+= 1 }
      let next = atom < atoms.count ? min(atoms[atom].start, end) : end
      // The cheapest ways, by words of up to three characters, to the next three positions. They are
      // kept out of memory: what a step writes the next would have to wait for.
      var one = Self.unreached
      var two = Self.unreached
      var three = Self.unreached
      while position < next {
        let node = min(one, nodes[position])
        nodes[position] = node
        one = two
        two = three
        three = Self.unreached
        if boundaries[position] == 0, position != start {
          // Inside a character nothing begins; it is left as a whole.
          if boundaries[position &- 1] != 0 || position &- 1 == start {
            relaxCharacter(position &- 1, end, of: frame)
          }
          position &+= 1
          continue
        }
        let cost = node & Self.costMask
        if entries[position] >= UInt32(CharacterTable.hanDigitMark) &<< 24 {
          relaxNumeral(position, end, cost, of: frame)
        }
        let walk = walks[position]
        one = min(
          one, cost &+ min(Self.edge(1, Self.unknownCost, Self.noTag), Self.edge(1, unit: walk.one))
        )
        two = min(two, cost &+ Self.edge(2, unit: walk.two))
        three = cost &+ Self.edge(3, unit: walk.three)
        // Longer words are rare.
        if DoubleArray.base(of: walk.three) != 0 {
          relaxLongWords(position, end, cost, from: walk.three, of: frame)
        }
        position &+= 1
      }
      relax(position, end, one)
      relax(position &+ 1, end, two)
      relax(position &+ 2, end, three)
      if position < end {
        let node = nodes[position]
        let cost = node & Self.costMask
        let next = min(atoms[atom].end, end)
        relax(next, end, cost &+ Self.edge(next &- position, Self.atomCost, Self.noTag))
        let walk = walks[position]
        relax(position &+ 1, end, cost &+ Self.edge(1, unit: walk.one))
        relax(position &+ 2, end, cost &+ Self.edge(2, unit: walk.two))
        relax(position &+ 3, end, cost &+ Self.edge(3, unit: walk.three))
        relaxLongWords(position, end, cost, from: walk.three, of: frame)
        // Inside an atom nothing begins, whatever reached it.
        position = next
      }
    }
  }

  /// The words of four and more characters.
  ///
  /// - Parameter unit: The unit of the lexicon after three characters.
  @inline(__always)
  private func relaxLongWords(
    _ position: Int, _ end: Int, _ cost: UInt64, from unit: UInt64, of frame: FrameView
  ) {
    let units = lexicon.trie.units.unsafeBaseAddress
    var base = DoubleArray.base(of: unit)
    var index = position &+ 3
    while base != 0, index < end {
      let code = CharacterTable.code(of: frame.entries[index])
      let unit = units[base &+ Int(code)]
      if DoubleArray.label(of: unit) != code { break }
      index &+= 1
      if DoubleArray.weight(of: unit) != DoubleArray.noWeight {
        relax(index, end, cost &+ Self.edge(index &- position, unit: unit))
      }
      base = DoubleArray.base(of: unit)
    }
  }

  /// A character with marks: more than one position.
  private func relaxCharacter(_ position: Int, _ end: Int, of frame: FrameView) {
    let next = min(frame.boundary(after: position), end)
    relax(
      next, end,
      nodes[position] & Self.costMask
        &+ Self.edge(next &- position, Self.unknownCost, Self.noTag))
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
      relax(index, end, cost &+ Self.edge(index - position, Self.numeralCost, Self.numeralTag))
    }
  }

  /// Writes the ends of the path's words, from the last to the first.
  ///
  /// - Returns: The number of words.
  @inline(__always)
  private static func collectPath(
    _ nodes: UnsafePointer<Node>, _ stretch: Range<Int>, into path: UnsafeMutablePointer<Int32>
  ) -> Int {
    var count = 0
    var position = stretch.upperBound
    while position > stretch.lowerBound {
      path[count] = Int32(truncatingIfNeeded: position)
      count &+= 1
      position &-= Int(
        truncatingIfNeeded: longestWord &- (nodes[position] &>> 16 & longestWord))
    }
    return count
  }

  private static func kinds() -> UnsafePointer<Token> {
    let nowhere = TextSpan(start: 0, end: 0)
    let kinds = UnsafeMutablePointer<Token>.allocate(capacity: Int(noTag) + 1)
    for tag in 0...noTag {
      let token =
        switch tag {
        case noTag:
          Token(span: nowhere, partOfSpeech: .noun, kind: .word, isOutOfVocabulary: true)
        case numeralTag: Token(span: nowhere, partOfSpeech: .numeral, kind: .number)
        default:
          Token(
            span: nowhere, partOfSpeech: PartOfSpeech(rawValue: UInt8(tag)) ?? .other, kind: .word)
        }
      (kinds + Int(tag)).initialize(to: token)
    }
    return UnsafePointer(kinds)
  }
}
