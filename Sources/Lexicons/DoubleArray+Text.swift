extension DoubleArray {
  /// Walks a trie along a text and calls `body` for each of its words that begins at a position, the shorter first.
  ///
  /// One walk for all who look names or words up in running text; the closures become part of the loop.
  ///
  /// - Parameters:
  ///   - units: The units of the trie: to hold the pointer saves counting references for each position.
  ///   - entries: The `CharacterTable` entries of the text.
  ///   - positions: Where the walk begins, and where the text ends.
  ///   - isSkipped: Whether a position is not looked at.
  ///   - body: Called with the unit at which a word ends, and the position behind it.
  /// - Complexity: O(*n*) in the length of the longest beginning of a word.
  @inlinable
  @inline(__always)
  public static func forEachWord(
    of units: UnsafePointer<UInt64>, along entries: UnsafePointer<UInt32>, in positions: Range<Int>,
    skipping isSkipped: (Int) -> Bool = { _ in false }, _ body: (_ unit: Int, _ end: Int) -> Void
  ) {
    var unit = root
    var position = positions.lowerBound
    while position < positions.upperBound {
      if isSkipped(position) {
        position &+= 1
        continue
      }
      let code = CharacterTable.code(of: entries[position])
      unit = base(of: units[unit]) &+ Int(code)
      // No word has a character of code 0, and no unit the label 0.
      guard label(of: units[unit]) == code else { return }
      position &+= 1
      if weight(of: units[unit]) != noWeight { body(unit, position) }
    }
  }

  /// Whether a word of one character, or the first two characters of a word, stand at a position. Without a branch, so
  /// that the loads from a large trie for many positions are under way at once: asked first, it spares most walks.
  ///
  /// - Parameters:
  ///   - units: The units of the trie.
  ///   - first: The code of the first character.
  ///   - second: The code of the second one; 0 if there is none.
  /// - Complexity: O(1).
  @inlinable
  @inline(__always)
  public static func mayBegin(
    in units: UnsafePointer<UInt64>, with first: UInt16, _ second: UInt16
  ) -> Bool {
    let one = units[base(of: units[root]) &+ Int(first)]
    let reached = label(of: one) == first ? one : empty
    // A base of 0 leads to no child.
    let two = units[base(of: reached) &+ Int(second)]
    let isWord: UInt8 = weight(of: reached) != noWeight ? 1 : 0
    let goesOn: UInt8 = label(of: two) == second ? 1 : 0
    return isWord | goesOn != 0
  }

  /// The unit at which a piece of text ends that is a word of the trie; nil if it is none.
  ///
  /// - Parameters:
  ///   - positions: The piece.
  ///   - entries: The `CharacterTable` entries of the text.
  /// - Complexity: O(*n*) in the length of the piece.
  public func unit(of positions: Range<Int>, in entries: UnsafePointer<UInt32>) -> Int? {
    unit(of: positions.lazy.map { CharacterTable.code(of: entries[$0]) })
  }
}
