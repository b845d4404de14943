internal import ICU
internal import Lexicons

/// A window as a model sees it: its units, with their codes, kinds, and the words of the lexicon around
/// them. The buffers are kept and used again.
final class UnitSequence {
  private let alphabet: UnitAlphabet
  private let lexicon: Lexicon
  private let walks: TrieWalks
  /// The number of units.
  @exclusivity(unchecked) private(set) var count = 0
  /// For each unit its first position, and after the last one the end of the window.
  @exclusivity(unchecked) private(set) var starts: UnsafeMutablePointer<Int32>
  /// For each unit its code, in the lower 16 bits.
  @exclusivity(unchecked) private(set) var codes: UnsafeMutablePointer<UInt32>
  /// For each unit the raw value of its kind; before the first and after the last one `none`.
  @exclusivity(unchecked) private(set) var kinds: UnsafeMutablePointer<UInt8>
  /// For each unit which words of the lexicon begin, go on and end there: see `WordMask`.
  @exclusivity(unchecked) private(set) var masks: UnsafeMutablePointer<UInt16>
  @exclusivity(unchecked) private var capacity: Int

  init(alphabet: UnitAlphabet, lexicon: Lexicon) {
    self.alphabet = alphabet
    self.lexicon = lexicon
    walks = TrieWalks(lexicon.trie)
    capacity = 1 << 15
    (starts, codes, kinds, masks) = Self.buffers(capacity)
  }

  deinit { deallocate() }

  private func deallocate() {
    starts.deallocate()
    codes.deallocate()
    (kinds - 2).deallocate()
    masks.deallocate()
  }

  private static func buffers(_ capacity: Int) -> (
    UnsafeMutablePointer<Int32>, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt8>,
    UnsafeMutablePointer<UInt16>
  ) {
    (
      .allocate(capacity: capacity + 1), .allocate(capacity: capacity),
      .allocate(capacity: capacity + 4) + 2, .allocate(capacity: capacity + 1)
    )
  }

  /// Looks at a window.
  ///
  /// - Complexity: O(*n*).
  func load(_ frame: FrameView) {
    if frame.count > capacity {
      deallocate()
      capacity = frame.count + frame.count / 2
      (starts, codes, kinds, masks) = Self.buffers(capacity)
    }
    markWords(of: frame)
    findUnits(of: frame)
  }

  private func findUnits(of frame: FrameView) {
    let starts = self.starts
    let codes = self.codes
    let kinds = self.kinds
    let masks = self.masks
    let atoms = frame.atoms
    var atom = 0
    var atomStart = atoms.first?.start ?? Int.max
    var unit = 0
    var position = 0
    let han = CharacterClass.han.rawValue
    let space = CharacterClass.space.rawValue
    alphabet.withTables { unitCodes, kindOfCode in
      while position < frame.count {
        starts[unit] = Int32(truncatingIfNeeded: position)
        var end = position &+ 1
        var code: UInt16
        if position == atomStart {
          end = atoms[atom].end
          code = UnitCode.code(of: atoms[atom], in: frame)
          atom &+= 1
          atomStart = atom < atoms.count ? atoms[atom].start : Int.max
        } else {
          while end < frame.count, !frame.isBoundary(end) { end &+= 1 }
          code = unitCodes[Int(CharacterTable.code(of: frame.entries[position]))]
          if code == UnitCode.unknown {
            let characterClass = frame.classValue(position)
            if characterClass == space {
              code = UnitCode.space
            } else if characterClass != han {
              code = UnitCode.otherMark
            }
          }
        }
        // Units are never more than positions, so masks may move down in place.
        var mask = masks[position]
        var inner = position &+ 1
        while inner < end {
          mask |= masks[inner]
          inner &+= 1
        }
        masks[unit] = mask
        codes[unit] = UInt32(code)
        kinds[unit] = kindOfCode[Int(code)]
        unit &+= 1
        position = end
      }
    }
    starts[unit] = Int32(truncatingIfNeeded: frame.count)
    for outside in [-2, -1, unit, unit + 1] { kinds[outside] = UnitCode.Kind.none.rawValue }
    count = unit
  }

  /// Marks the words of the lexicon, by position.
  private func markWords(of frame: FrameView) {
    let masks = self.masks
    let count = frame.count
    let entries = frame.entries
    let units = lexicon.trie.units.unsafeBaseAddress
    let walks = walks.find(entries, count: count)
    masks.update(repeating: 0, count: count + 1)

    @inline(__always)
    func isWord(_ unit: UInt64) -> UInt16 {
      UInt16(truncatingIfNeeded: DoubleArray.weight(of: unit) == DoubleArray.noWeight ? 0 : 1)
    }
    for position in 0..<max(0, count &- 1) {
      let walk = walks[position]
      let two = isWord(walk.two)
      masks[position] |= two &* WordMask.begin(0)
      masks[position &+ 1] |= two &* WordMask.end(0)
      guard DoubleArray.base(of: walk.two) != 0, position &+ 2 < count else { continue }
      let three = isWord(walk.three)
      masks[position] |= three &* WordMask.begin(1)
      masks[position &+ 1] |= three &* WordMask.inside(1)
      masks[position &+ 2] |= three &* WordMask.end(1)
      var base = DoubleArray.base(of: walk.three)
      var index = position &+ 3
      while base != 0, index < count {
        let code = CharacterTable.code(of: entries[index])
        let unit = units[base &+ Int(code)]
        if DoubleArray.label(of: unit) != code { break }
        if isWord(unit) != 0 {
          let length = index &- position &+ 1 > 4 ? 3 : 2
          masks[position] |= WordMask.begin(length)
          for inner in position &+ 1..<index { masks[inner] |= WordMask.inside(length) }
          masks[index] |= WordMask.end(length)
        }
        index &+= 1
        base = DoubleArray.base(of: unit)
      }
    }
  }
}
