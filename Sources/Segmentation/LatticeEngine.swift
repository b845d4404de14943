internal import ICU
internal import Lexicons
internal import TextModel

/// The best path through the lattice of the lexicon's words: the words whose frequencies multiply to
/// the most. The hot path of the program.
///
/// A stretch is searched from left to right: at each position the trie gives every word that begins
/// there, and each position keeps the cheapest way to reach it. O(*n* · longest word), no allocation.
final class LatticeEngine {
  private let lexicon: Lexicon
  /// For each position of the window how it is reached most cheaply.
  private var nodes: UnsafeMutablePointer<Node>
  /// For each position of a piece the units of the trie after one, two and three characters.
  private let children: UnsafeMutablePointer<Children>
  private var capacity: Int
  private var path: [Int] = []

  /// How a position is reached: the cost of the path, in units of the lexicon, and its last word.
  private struct Node {
    var cost: UInt32
    /// Where the last word begins.
    var start: Int32
    /// The raw value of its `PartOfSpeech`; negative if it is not from the lexicon.
    var tag: Int32
  }

  /// Where walks through the trie from one position stand; 0 if they have failed.
  private struct Children {
    var one: UInt32
    var two: UInt32
    var three: UInt32
  }

  /// A word that is not from the lexicon: a single character, or an atom.
  private static let noTag: Int32 = -1
  /// A run of Chinese numerals.
  private static let numeralTag: Int32 = -2
  private static let unreached = UInt32.max
  /// What a character costs that is no word: more than the rarest word.
  private static let unknownCost: UInt32 = 20 * 1024
  /// An atom competes only with words that begin with it (B站).
  private static let atomCost: UInt32 = 12 * 1024
  /// A run of numerals is as likely as a middling word.
  private static let numeralCost: UInt32 = 9 * 1024
  /// A stretch is searched in pieces of this length, so that costs fit 32 bits and memory is bounded.
  static let longestPiece = 1 << 14
  /// A piece that is not the stretch's end gives up its last words: they are found in the next.
  private static let overlap = 64

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    capacity = 1 << 15
    nodes = .allocate(capacity: capacity)
    children = .allocate(capacity: Self.longestPiece * 2)
  }

  deinit {
    nodes.deallocate()
    children.deallocate()
  }

  /// Makes room for a window of `count` scalars.
  func reserve(_ count: Int) {
    guard count >= capacity else { return }
    nodes.deallocate()
    capacity = count + count / 2 + 1
    nodes = .allocate(capacity: capacity)
  }

  /// Appends the tokens of a stretch of Chinese characters and atoms.
  ///
  /// - Parameters:
  ///   - stretch: Positions of `frame`, none of them white space.
  ///   - firstAtom: The index of the first atom of the frame that lies in or after the stretch.
  func segment(
    _ stretch: Range<Int>, firstAtom: Int, of frame: FrameView,
    into tokens: inout [Token]
  ) {
    var start = stretch.lowerBound
    var atom = firstAtom
    while start < stretch.upperBound {
      var end = min(stretch.upperBound, start + Self.longestPiece)
      while end < stretch.upperBound, !frame.isBoundary(end), end - start < Self.longestPiece * 2 - 1 {
        end += 1
      }
      let isLast = end == stretch.upperBound
      search(start, end, firstAtom: atom, of: frame)
      collectPath(start, end)
      // The words of the path are in `path` from the last to the first, as their ends.
      var position = start
      var index = path.count - 1
      while index >= 0, isLast || path[index] < end - Self.overlap || position == start {
        let next = path[index]
        while atom < frame.atoms.count, frame.atoms[atom].end <= position { atom += 1 }
        emit(position, next, atom: atom, of: frame, into: &tokens)
        position = next
        index -= 1
      }
      start = position
    }
  }

  @inline(__always)
  private static func relax(
    _ nodes: UnsafeMutablePointer<Node>, _ start: Int, _ end: Int, _ cost: UInt32, _ tag: Int32
  ) {
    if cost < nodes[end].cost {
      nodes[end] = Node(cost: cost, start: Int32(truncatingIfNeeded: start), tag: tag)
    }
  }

  private func search(_ start: Int, _ end: Int, firstAtom: Int, of frame: FrameView) {
    let entries = frame.entries
    let boundaries = frame.boundaries
    let atoms = frame.atoms
    let labels = lexicon.trie.labels.unsafeBaseAddress
    let units = lexicon.trie.units.unsafeBaseAddress
    let nodes = self.nodes
    let children = self.children
    findChildren(start, end, entries)
    var atom = firstAtom
    var atomStart = atom < atoms.count ? atoms[atom].start : Int.max
    (nodes + start).initialize(
      repeating: Node(cost: Self.unreached, start: 0, tag: 0), count: end - start + 1)
    nodes[start].cost = 0
    var position = start
    while position < end {
      let cost = nodes[position].cost
      if cost == Self.unreached {
        position &+= 1
        continue
      }
      while atomStart < position {
        atom &+= 1
        atomStart = atom < atoms.count ? atoms[atom].start : Int.max
      }
      let entry = entries[position]
      if atomStart == position {
        Self.relax(
          nodes, position, min(atoms[atom].end, end), cost &+ Self.atomCost, Self.noTag)
      } else {
        var next = position &+ 1
        while next < end, boundaries[next] == 0 { next &+= 1 }
        Self.relax(nodes, position, next, cost &+ Self.unknownCost, Self.noTag)
        if entry >= UInt32(CharacterTable.hanDigitMark) << 24 {
          relaxNumeral(position, end, cost, of: frame)
        }
      }
      // The units after one, two and three characters are at hand.
      let first = children[position &- start]
      if first.one != 0 {
        relaxWord(nodes, boundaries, position, 1, cost, units[Int(first.one)])
        if first.two != 0 {
          relaxWord(nodes, boundaries, position, 2, cost, units[Int(first.two)])
          if first.three != 0 {
            let unit = units[Int(first.three)]
            relaxWord(nodes, boundaries, position, 3, cost, unit)
            // Longer words are rare: walk on.
            var base = DoubleArray.base(of: unit)
            var index = position &+ 3
            while base != 0, index < end {
              let code = CharacterTable.code(of: entries[index])
              let child = base &+ Int(code)
              if labels[child] != code { break }
              index &+= 1
              relaxWord(nodes, boundaries, position, index &- position, cost, units[child])
              base = DoubleArray.base(of: units[child])
            }
          }
        }
      }
      position &+= 1
    }
  }

  @inline(__always)
  private func relaxWord(
    _ nodes: UnsafeMutablePointer<Node>, _ boundaries: UnsafePointer<UInt8>, _ position: Int,
    _ length: Int, _ cost: UInt32, _ unit: UInt64
  ) {
    let weight = DoubleArray.weight(of: unit)
    if weight != DoubleArray.noWeight, boundaries[position &+ length] != 0 {
      Self.relax(
        nodes, position, position &+ length, cost &+ UInt32(weight),
        Int32(DoubleArray.tag(of: unit)))
    }
  }

  /// Finds for each position the trie's units after one, two and three characters.
  ///
  /// Most of the time of a search through a large trie goes into waiting for memory, and most walks end
  /// in vain at the second character. Here no step waits for the one before it, so the processor has
  /// many loads under way at once.
  private func findChildren(_ start: Int, _ end: Int, _ entries: UnsafePointer<UInt32>) {
    let labels = lexicon.trie.labels.unsafeBaseAddress
    let units = lexicon.trie.units.unsafeBaseAddress
    let children = self.children
    let rootBase = DoubleArray.base(of: units[DoubleArray.root])
    let count = end &- start
    for index in 0..<count {
      let code = CharacterTable.code(of: entries[start &+ index])
      let child = rootBase &+ Int(code)
      children[index] = Children(
        one: labels[child] == code ? UInt32(truncatingIfNeeded: child) : 0, two: 0, three: 0)
    }
    // A walk that has failed stands at `nowhere`, whose base of 0 leads to no child.
    for index in 0..<max(0, count &- 1) {
      let code = CharacterTable.code(of: entries[start &+ index &+ 1])
      let child = DoubleArray.base(of: units[Int(children[index].one)]) &+ Int(code)
      children[index].two = labels[child] == code ? UInt32(truncatingIfNeeded: child) : 0
    }
    for index in 0..<max(0, count &- 2) {
      let code = CharacterTable.code(of: entries[start &+ index &+ 2])
      let child = DoubleArray.base(of: units[Int(children[index].two)]) &+ Int(code)
      children[index].three = labels[child] == code ? UInt32(truncatingIfNeeded: child) : 0
    }
  }

  /// A run of two and more Chinese numerals from its first character on: 三十一, 二〇〇一, 十五亿.
  private func relaxNumeral(
    _ position: Int, _ end: Int, _ cost: UInt32, of frame: FrameView
  ) {
    func isNumeral(_ position: Int) -> Bool {
      CharacterTable.mark(of: frame.entries[position]) >= CharacterTable.hanDigitMark
    }
    if position > 0, isNumeral(position - 1) { return }
    var index = position + 1
    while index < end, isNumeral(index) { index += 1 }
    if index > position + 1, frame.isBoundary(index) {
      Self.relax(nodes, position, index, cost &+ Self.numeralCost, Self.numeralTag)
    }
  }

  private func collectPath(_ start: Int, _ end: Int) {
    path.removeAll(keepingCapacity: true)
    var position = end
    while position > start {
      path.append(position)
      position = Int(nodes[position].start)
    }
  }

  private func emit(
    _ start: Int, _ end: Int, atom: Int, of frame: FrameView,
    into tokens: inout [Token]
  ) {
    let tag = nodes[end].tag
    if tag >= 0 {
      let partOfSpeech = PartOfSpeech(rawValue: UInt8(truncatingIfNeeded: tag)) ?? .other
      tokens.append(
        Token(
          span: frame.span(start, end), partOfSpeech: partOfSpeech, kind: .word))
    } else if tag == Self.numeralTag {
      tokens.append(
        Token(span: frame.span(start, end), partOfSpeech: .numeral, kind: .number))
    } else if atom < frame.atoms.count, frame.atoms[atom].start == start {
      tokens.append(frame.token(of: frame.atoms[atom]))
    } else {
      tokens.append(
        Token(
          span: frame.span(start, end), partOfSpeech: .noun, kind: .word,
          isOutOfVocabulary: true))
    }
  }
}
