internal import Lexicons

/// Turns the words of a model into those of the project's own standard, by the rules of
/// `StandardRule`: terms and known names are made whole, light words are cut off, numbers take their
/// units and give up what only stands beside them.
///
/// One walk through a small trie a word. Rules never cut a word that the model takes for a name, and
/// join only whole words of the model.
struct WordRefiner {
  private let rules: DoubleArray

  init(_ rules: DoubleArray) { self.rules = rules }

  /// Labels the units of a stretch anew.
  ///
  /// - Parameters:
  ///   - labels: The labels of the units of `stretch`, as the model gave them.
  ///   - stretch: Units of the window.
  /// - Complexity: O(*n*): a walk is no longer than the longest rule.
  func refine(
    _ labels: UnsafeMutablePointer<UInt8>, of stretch: Range<Int>, in units: UnitSequence,
    frame: FrameView
  ) {
    let text = RefinedStretch(labels: labels, stretch: stretch, units: units, frame: frame)
    var unit = stretch.lowerBound
    /// The word before, if it begins with a number.
    var number: Range<Int>?
    while unit < stretch.upperBound {
      let word = text.word(from: unit)
      let match = match(word, in: text)
      let before = number
      number = nil
      unit = word.upperBound
      if let end = match.wholeEnd, end > word.upperBound {
        text.join(word.lowerBound..<end)
        unit = end
      } else if match.bits & StandardRule.unit != 0, let before,
        word.count > 1 || text.isNumber(before.upperBound - 1)
      {
        text.join(before.lowerBound..<word.upperBound)
      } else if text.isNumber(word.lowerBound) {
        if let cut = suffix(of: word, in: text) {
          text.cut(word, before: cut)
        } else {
          number = word
        }
      } else if let cut = match.prefixEnd, match.bits & StandardRule.whole == 0 {
        text.cut(word, before: cut)
        unit = cut
      } else if match.bits & StandardRule.cuts != 0, match.bits & StandardRule.whole == 0,
        !text.isName(word.lowerBound)
      {
        text.cut(
          word, before: word.lowerBound + (match.bits & StandardRule.cuts).trailingZeroBitCount + 1)
      }
    }
  }

  /// What the rules say of a word and of what follows it.
  private struct Match {
    /// Where the longest run of whole words ends that is to be one word.
    var wholeEnd: Int?
    /// Where a part ends that is a word before a number.
    var prefixEnd: Int?
    /// The bits of the word itself.
    var bits: UInt16 = 0
  }

  private func match(_ word: Range<Int>, in text: RefinedStretch) -> Match {
    var match = Match()
    var node = DoubleArray.root
    var unit = word.lowerBound
    while unit < text.stretch.upperBound {
      node = text.walk(from: node, over: unit, in: rules)
      if node == DoubleArray.nowhere { break }
      unit += 1
      guard let bits = rules.weight(at: node) else { continue }
      if bits & StandardRule.whole != 0, text.isWordEnd(unit) { match.wholeEnd = unit }
      if unit == word.upperBound {
        match.bits = bits
      } else if unit < word.upperBound, bits & StandardRule.beforeNumber != 0, text.isNumber(unit) {
        match.prefixEnd = unit
      }
    }
    return match
  }

  /// Where the longest ending begins that is a word after a number; nil if there is none. Not behind the
  /// number itself: 90后 is one word.
  private func suffix(of word: Range<Int>, in text: RefinedStretch) -> Int? {
    for start in stride(
      from: max(word.lowerBound + 2, word.upperBound - 2), to: word.upperBound, by: 1)
    where !text.isNumber(start - 1) {
      var node = DoubleArray.root
      for unit in start..<word.upperBound where node != DoubleArray.nowhere {
        node = text.walk(from: node, over: unit, in: rules)
      }
      if let bits = rules.weight(at: node), bits & StandardRule.afterNumber != 0 { return start }
    }
    return nil
  }
}
