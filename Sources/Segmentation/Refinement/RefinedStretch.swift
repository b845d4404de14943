internal import Lexicons
internal import TextModel

/// A labelled stretch whose words are cut and joined by changing the labels in place, and whose words of known class
/// are noted.
///
/// Plain pointers, so that the walk of each word loads no property of an object and counts no reference.
/// Valid until the window is loaded anew.
struct RefinedStretch {
  /// Units of the window.
  let units: Range<Int>
  /// The labels of the window's units; those of the stretch are in use.
  private let labels: UnsafeMutablePointer<UInt8>
  private let classes: UnsafeMutablePointer<UInt8>
  private let starts: UnsafePointer<Int32>
  private let kinds: UnsafePointer<UInt8>
  private let masks: UnsafePointer<UInt16>
  private let entries: UnsafePointer<UInt32>

  /// - Parameters:
  ///   - labels: The labels of the units of `stretch`.
  ///   - classes: For each unit of the window the tag of a `StandardRule` of the word that begins there.
  init(
    _ stretch: Range<Int>, labels: UnsafeMutablePointer<UInt8>,
    classes: UnsafeMutablePointer<UInt8>, in sequence: UnitSequence, frame: FrameView
  ) {
    units = stretch
    self.labels = labels - stretch.lowerBound
    self.classes = classes
    starts = UnsafePointer(sequence.starts)
    kinds = UnsafePointer(sequence.kinds)
    masks = UnsafePointer(sequence.masks)
    entries = frame.entries
  }

  /// The end of the word that begins at a unit.
  @inline(__always)
  func wordEnd(from unit: Int) -> Int {
    var end = unit &+ 1
    while end < units.upperBound, !isWordEnd(end) { end &+= 1 }
    return end
  }

  /// Whether a word ends before a unit, or the stretch does.
  @inline(__always)
  func isWordEnd(_ unit: Int) -> Bool { WordLabel.isLast(labels[unit &- 1]) }

  /// The number of characters of a word: a unit may be a Latin word.
  @inline(__always)
  func length(of word: Range<Int>) -> Int {
    Int(starts[word.upperBound] &- starts[word.lowerBound])
  }

  /// Whether a word of two to four characters is in the lexicon; a longer one, whether any longer one begins there.
  @inline(__always)
  func isListed(_ word: Range<Int>) -> Bool {
    masks[word.lowerBound] & WordMask.begin(min(length(of: word), 5) - 2) != 0
  }

  /// Whether two units begin with the same character.
  @inline(__always)
  func isSame(_ left: Int, _ right: Int) -> Bool {
    CharacterTable.code(of: entries[Int(starts[left])])
      == CharacterTable.code(of: entries[Int(starts[right])])
  }

  /// Whether the model takes the word of a unit for a name.
  @inline(__always)
  func isName(_ unit: Int) -> Bool { labels[unit] & WordLabel.name != 0 }

  /// Whether a unit is a number, or a Chinese numeral.
  @inline(__always)
  func isNumber(_ unit: Int) -> Bool {
    let kind = kinds[unit]
    return kind == UnitCode.Kind.number.rawValue || kind == UnitCode.Kind.hanNumeral.rawValue
  }

  /// Where a walk through a trie gets by the characters of a unit: from a unit of the trie to another, the
  /// empty one if there is no such way.
  @inline(__always)
  func walk(from node: UInt64, over unit: Int, in trie: UnsafePointer<UInt64>) -> UInt64 {
    var node = node
    var position = Int(starts[unit])
    let end = Int(starts[unit &+ 1])
    while position < end {
      let code = CharacterTable.code(of: entries[position])
      node = trie[DoubleArray.base(of: node) &+ Int(code)]
      if DoubleArray.label(of: node) != code || code == 0 { return DoubleArray.empty }
      position &+= 1
    }
    return node
  }

  /// The unit of a trie to which the characters of a word lead, the empty one if there is no such way.
  @inline(__always)
  func walk(over word: Range<Int>, in trie: UnsafePointer<UInt64>) -> UInt64 {
    var node = trie[DoubleArray.root]
    for unit in word { node = walk(from: node, over: unit, in: trie) }
    return node
  }

  /// Makes one word of units; it is a name if one of its words was.
  func join(_ word: Range<Int>) {
    label(word, isName: word.contains { isName($0) })
  }

  /// Notes the class of the word that begins at a unit.
  @inline(__always)
  func setClass(_ tag: UInt8, at unit: Int) { classes[unit] = tag }

  /// Cuts a word in two.
  ///
  /// - Parameter keepsName: Whether the parts are names if the model takes the whole for one; 期货 | 公司 are none.
  func cut(_ word: Range<Int>, before unit: Int, keepsName: Bool = true) {
    let isName = keepsName && isName(word.lowerBound)
    label(word.lowerBound..<unit, isName: isName)
    label(unit..<word.upperBound, isName: isName)
  }

  private func label(_ word: Range<Int>, isName: Bool) {
    for unit in word {
      labels[unit] = WordLabel.label(at: unit - word.lowerBound, of: word.count, isName: isName)
    }
  }
}
