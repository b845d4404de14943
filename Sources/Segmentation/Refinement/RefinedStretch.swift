internal import Lexicons

/// A labelled stretch whose words are cut and joined by changing the labels in place.
struct RefinedStretch {
  /// The labels of the units of `stretch`.
  let labels: UnsafeMutablePointer<UInt8>
  /// Units of the window.
  let stretch: Range<Int>
  let units: UnitSequence
  let frame: FrameView

  /// The word that begins at a unit.
  func word(from unit: Int) -> Range<Int> {
    var end = unit + 1
    while end < stretch.upperBound, !isWordEnd(end) { end += 1 }
    return unit..<end
  }

  /// Whether a word ends before a unit, or the stretch does.
  func isWordEnd(_ unit: Int) -> Bool {
    WordLabel.isLast(labels[unit &- 1 &- stretch.lowerBound])
  }

  /// Whether the model takes the word of a unit for a name.
  func isName(_ unit: Int) -> Bool {
    labels[unit &- stretch.lowerBound] & WordLabel.name != 0
  }

  /// Whether a unit is a number, or a Chinese numeral.
  func isNumber(_ unit: Int) -> Bool {
    let kind = units.kinds[unit]
    return kind == UnitCode.Kind.number.rawValue || kind == UnitCode.Kind.hanNumeral.rawValue
  }

  /// Where a walk through a trie gets by the characters of a unit.
  func walk(from node: Int, over unit: Int, in trie: DoubleArray) -> Int {
    var node = node
    var position = Int(units.starts[unit])
    let end = Int(units.starts[unit &+ 1])
    while position < end, node != DoubleArray.nowhere {
      node = trie.child(of: node, by: CharacterTable.code(of: frame.entries[position]))
      position &+= 1
    }
    return node
  }

  /// Makes one word of units; it is a name if one of its words was.
  func join(_ word: Range<Int>) {
    label(word, isName: word.contains { isName($0) })
  }

  /// Cuts a word in two.
  func cut(_ word: Range<Int>, before unit: Int) {
    let isName = isName(word.lowerBound)
    label(word.lowerBound..<unit, isName: isName)
    label(unit..<word.upperBound, isName: isName)
  }

  private func label(_ word: Range<Int>, isName: Bool) {
    for unit in word {
      labels[unit &- stretch.lowerBound] = WordLabel.label(
        at: unit &- word.lowerBound, of: word.count, isName: isName)
    }
  }
}
