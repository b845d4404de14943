internal import ICU
internal import Lexicons
internal import TextModel

/// A window of text made ready for an engine: decoded, with its atoms and the places where a token may
/// begin or end. Everything that does not depend on the engine.
///
/// The buffers are kept and used again. Positions count scalars of the window.
final class TextFrame {
  private let text = ScalarText()
  private let characters: CharacterTable
  private let userWords: DoubleArray?
  private let joinsQuantities: Bool
  /// ICU's rules, opened when a text first needs them: most news does not, and a short run would spend
  /// a good part of its time on opening.
  private var clusters: BoundaryFinder?
  private var words: BoundaryFinder?
  /// For each position 1 if a token may begin or end there, else 0.
  @exclusivity(unchecked) private var boundaries: UnsafeMutablePointer<UInt8>
  /// For each position 1 if one of the user's words may begin there, else 0.
  @exclusivity(unchecked) private var beginnings: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var capacity: Int
  @exclusivity(unchecked) private var atoms: [Atom] = []
  @exclusivity(unchecked) private var baseOffset = 0
  @exclusivity(unchecked) private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

  init(characters: CharacterTable, userWords: DoubleArray?, joinsQuantities: Bool) {
    self.joinsQuantities = joinsQuantities
    self.characters = characters
    self.userWords = userWords
    capacity = 1 << 15
    boundaries = .allocate(capacity: capacity)
    beginnings = .allocate(capacity: capacity)
  }

  deinit {
    boundaries.deallocate()
    beginnings.deallocate()
  }

  /// The loaded window.
  var view: FrameView {
    FrameView(
      entries: UnsafePointer(text.entries), offsets: UnsafePointer(text.offsets),
      boundaries: UnsafePointer(boundaries), atoms: atoms, bytes: bytes, count: text.count,
      baseOffset: UInt32(truncatingIfNeeded: baseOffset))
  }

  private var count: Int { text.count }

  /// Prepares a window of valid UTF-8, which must stay alive until the next call.
  func load(_ window: UnsafeBufferPointer<UInt8>, baseOffset: Int) throws(ICUError) {
    bytes = window
    self.baseOffset = baseOffset
    text.decode(window, with: characters)
    if count >= capacity {
      boundaries.deallocate()
      beginnings.deallocate()
      capacity = count + count / 2 + 1
      boundaries = .allocate(capacity: capacity)
      beginnings = .allocate(capacity: capacity)
    }
    boundaries.initialize(repeating: 1, count: count + 1)
    if text.contains(.extend) || text.contains(.pictograph) || text.contains(.hangul) {
      try closeClusters()
    }
    atoms.removeAll(keepingCapacity: true)
    if text.contains(.letter) || text.contains(.digit) {
      AtomScanner(text, bytes: window, joinsQuantities: joinsQuantities).scan(into: &atoms)
      attachSigns()
    }
    if text.contains(.kana) || text.contains(.hangul) || text.contains(.complex)
      || text.contains(.pictograph)
    {
      try addForeignAtoms()
    }
    if userWords != nil { addUserWords() }
    closeAtoms()
  }

  private func classValue(_ position: Int) -> UInt8 {
    CharacterTable.classValue(of: text.entries[position])
  }

  private func mark(_ position: Int) -> UInt8 { CharacterTable.mark(of: text.entries[position]) }

  private func isBoundary(_ position: Int) -> Bool { boundaries[position] != 0 }

  // MARK: Preparation

  /// Forbids boundaries inside what a reader sees as one character (Unicode Standard Annex #29).
  ///
  /// ICU looks only at the places where characters can be joined: at marks, emoji and Hangul, with the
  /// characters before and after them.
  private func closeClusters() throws(ICUError) {
    if clusters == nil { clusters = try BoundaryFinder(.character) }
    guard let clusters else { return }
    let view = self.view
    var position = 0
    while position < count {
      guard isJoining(position) else {
        position += 1
        continue
      }
      var end = position + 1
      while end < count, isJoining(end) { end += 1 }
      let start = max(0, position - 1)
      position = end
      end = min(count, end + 1)
      let first = Int(text.offsets[start])
      var last = start
      try clusters.forEachBoundary(in: view.bytes(start, end)) { offset in
        let next = view.position(ofByte: first + offset, from: last)
        for inner in last + 1..<max(last + 1, next) { boundaries[inner] = 0 }
        last = next
      }
    }
  }

  private func isJoining(_ position: Int) -> Bool {
    switch CharacterClass(rawValue: classValue(position)) {
    case .extend, .pictograph, .hangul: true
    default: false
    }
  }

  /// Lets a number take the sign before it, where it is not a hyphen between two things: `为-26.95%`.
  private func attachSigns() {
    for index in atoms.indices where atoms[index].kind == .number && atoms[index].start > 0 {
      let sign = atoms[index].start - 1
      guard mark(sign) == UInt8(ascii: "-") || mark(sign) == UInt8(ascii: "+") else { continue }
      let before = sign == 0 ? CharacterClass.space.rawValue : classValue(sign - 1)
      let isPercentage = mark(atoms[index].end - 1) == UInt8(ascii: "%")
      if before == CharacterClass.space.rawValue
        || before == CharacterClass.punctuation.rawValue && mark(sign - 1) != UInt8(ascii: "%")
        || before == CharacterClass.han.rawValue && isPercentage
      {
        atoms[index].start = sign
      }
    }
  }

  /// Makes atoms of what ICU's rules cut: kana, Hangul, scripts without spaces, emoji.
  private func addForeignAtoms() throws(ICUError) {
    func isForeign(_ position: Int) -> Bool {
      switch CharacterClass(rawValue: classValue(position)) {
      case .kana, .hangul, .complex, .pictograph: true
      case .extend, .other: position > 0 && !isBoundary(position)
      default: false
      }
    }
    if words == nil { words = try BoundaryFinder(.word) }
    guard let words else { return }
    let view = self.view
    var found: [Atom] = []
    var position = 0
    while position < count {
      guard isForeign(position), classValue(position) != CharacterClass.extend.rawValue else {
        position += 1
        continue
      }
      var end = position + 1
      while end < count, isForeign(end) || !isBoundary(end) { end += 1 }
      var start = position
      let first = Int(text.offsets[position])
      try words.forEachBoundary(in: view.bytes(position, end)) { offset in
        let next = view.position(ofByte: first + offset, from: start)
        guard next == end || isBoundary(next) else { return }
        let isPictograph = classValue(start) == CharacterClass.pictograph.rawValue
        found.append(
          Atom(
            start: start, end: next, coreEnd: next, kind: isPictograph ? .symbol : .word,
            partOfSpeech: isPictograph ? .symbol : .other))
        start = next
      }
      position = end
    }
    guard !found.isEmpty else { return }
    // A mark may belong to both (e + accent): what is longer and first stays.
    merge(found)
  }

  /// Puts further atoms among the present ones, which keep their places where they overlap.
  private func merge(_ further: [Atom]) {
    var merged: [Atom] = []
    for atom in (atoms + further).sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
      if let last = merged.last, last.end > atom.start { continue }
      merged.append(atom)
    }
    atoms = merged
  }

  /// Finds the user's words, the longest at the leftmost place, and lets them replace the atoms they
  /// cover. None begins or ends inside a Latin word or a number.
  private func addUserWords() {
    guard let userWords else { return }
    let trie = userWords
    findBeginnings(of: trie)
    var kept: [Atom] = []
    var next = 0
    var position = 0
    while position < count {
      while next < atoms.count, atoms[next].end <= position {
        kept.append(atoms[next])
        next += 1
      }
      if next < atoms.count, atoms[next].start < position {
        // A user's word took the front of this atom: what is left of its unit is Chinese text.
        if position >= atoms[next].coreEnd {
          next += 1
        } else {
          position = atoms[next].coreEnd
          continue
        }
      }
      guard isBoundary(position), let match = longestMatch(at: position, in: trie, from: next)
      else {
        // Go on behind a Latin word or number, but look at every Chinese character.
        if next < atoms.count, atoms[next].start == position {
          position = atoms[next].coreEnd
          if position == atoms[next].end { continue }
          // Chinese characters of the unit: a user's word may begin there.
          if let inner = firstMatch(in: position..<atoms[next].end, trie: trie, from: next) {
            var shortened = atoms[next]
            shortened.end = shortened.coreEnd
            kept.append(shortened)
            next += 1
            position = inner
          } else {
            position = atoms[next].end
          }
        } else {
          position += 1
        }
        continue
      }
      kept.append(match)
      while next < atoms.count, atoms[next].start < match.end { next += 1 }
      position = match.end
    }
    kept.append(contentsOf: atoms[next...].filter { $0.start >= (kept.last?.end ?? 0) })
    atoms = kept
  }

  /// Notes where the user's words may begin.
  private func findBeginnings(of trie: DoubleArray) {
    let units = trie.units.unsafeBaseAddress
    let entries = text.entries
    for position in 0..<count {
      let next = position &+ 1 < count ? entries[position &+ 1] : 0
      beginnings[position] =
        DoubleArray.mayBegin(
          in: units, with: CharacterTable.code(of: entries[position]),
          CharacterTable.code(of: next)) ? 1 : 0
    }
  }

  private func firstMatch(in range: Range<Int>, trie: DoubleArray, from next: Int) -> Int? {
    range.first { isBoundary($0) && longestMatch(at: $0, in: trie, from: next) != nil }
  }

  private func longestMatch(
    at start: Int, in trie: DoubleArray, from firstAtom: Int
  ) -> Atom? {
    guard beginnings[start] != 0 else { return nil }
    var best: Atom?
    var atom = firstAtom
    let units = trie.units.unsafeBaseAddress
    DoubleArray.forEachWord(of: units, along: text.entries, in: start..<count) { unit, index in
      guard isBoundary(index) else { return }
      while atom < atoms.count, atoms[atom].coreEnd <= index { atom += 1 }
      let isInsideAtom =
        atom < atoms.count && atoms[atom].start < index && index < atoms[atom].coreEnd
      if !isInsideAtom {
        let partOfSpeech = PartOfSpeech(
          rawValue: UInt8(truncatingIfNeeded: DoubleArray.weight(of: units[unit])))
        best = Atom(
          start: start, end: index, coreEnd: index, kind: kind(start, index),
          partOfSpeech: partOfSpeech ?? .noun, isForced: true)
      }
    }
    return best
  }

  private func kind(_ start: Int, _ end: Int) -> TokenKind {
    let hasHan = (start..<end).contains { classValue($0) == CharacterClass.han.rawValue }
    return hasHan ? .word : .latin
  }

  /// Forbids boundaries inside atoms.
  private func closeAtoms() {
    var closed = 0
    for index in atoms.indices {
      var atom = atoms[index]
      // A mark that joins forward can take the front of the next atom, or all of it.
      if closed > 0 { atom.start = max(atom.start, atoms[closed - 1].end) }
      guard atom.start < atom.end else { continue }
      // A mark after the last letter belongs to it.
      while atom.end < count, !isBoundary(atom.end) { atom.end += 1 }
      for inner in atom.start + 1..<max(atom.start + 1, atom.end) { boundaries[inner] = 0 }
      atom.coreEnd = max(atom.start, atom.coreEnd)
      atoms[closed] = atom
      closed += 1
    }
    atoms.removeLast(atoms.count - closed)
  }
}
