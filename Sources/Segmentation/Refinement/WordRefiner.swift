internal import Lexicons
internal import TextModel

/// Mends the words of a model (`WordMender`) and turns them into those of the project's own standard, by the rules of
/// `StandardRule`: terms and known names are made whole, light words are cut off, numbers take their
/// units and give up what only stands beside them.
///
/// Names are known to be names, and terms have the class of their list, verbs only where they are joined.
///
/// One walk through a small trie a word. Rules join only whole words of the model; what they cut is no name, but for what
/// stands before a known one.
final class WordRefiner {
  private let rules: DoubleArray
  private let mender: WordMender

  init(_ dictionaries: Dictionaries) {
    rules = dictionaries.standardRules
    mender = WordMender(dictionaries.lexicon)
  }

  /// Changes the labels of a stretch.
  ///
  /// - Complexity: O(*n*): a walk is no longer than the longest rule.
  func refine(_ stretch: RefinedStretch) {
    mender.mend(stretch)
    let trie = rules.units.unsafeBaseAddress
    var unit = stretch.units.lowerBound
    /// Where the word before begins, if it begins with a number.
    var number = -1
    while unit < stretch.units.upperBound {
      let start = unit
      let end = stretch.wordEnd(from: start)
      let match = match(start, end, in: stretch, trie)
      let before = number
      number = -1
      unit = end
      if match.wholeEnd > end {
        stretch.join(start..<match.wholeEnd)
        stretch.setClass(match.wholeTag, at: start)
        unit = match.wholeEnd
      } else if match.bits & StandardRule.unit != 0, before >= 0,
        end - start > 1 || stretch.isNumber(start - 1)
      {
        stretch.join(before..<end)
      } else if stretch.isNumber(start) {
        if let mark = rangeMark(of: start..<end, in: stretch, trie) {
          stretch.cut(start..<end, before: mark)
          stretch.cut(mark..<end, before: mark + 1)
          unit = mark + 1
        } else if let cut = dateEnd(of: start..<end, in: stretch, trie) {
          stretch.cut(start..<end, before: cut)
          unit = cut
        } else if let cut = suffix(of: start..<end, in: stretch, trie) {
          stretch.cut(start..<end, before: cut)
        } else {
          number = start
        }
      } else if match.bits & StandardRule.whole != 0 {
        // What is a verb in the list may be a noun in the text, but a noun or a name stays one.
        if match.wholeTag == Self.nounTag || match.wholeTag == Self.nameTag {
          stretch.setClass(match.wholeTag, at: start)
        }
      } else if match.nameStart > start,
        let tag = tagOfWhole(match.nameStart..<end, in: stretch, trie)
      {
        stretch.cut(start..<end, before: match.nameStart)
        stretch.setClass(tag, at: match.nameStart)
      } else if match.nameEnd > start,
        let tag = tag(of: match.nameEnd..<end, behindPlace: match.isPlace, in: stretch, trie)
      {
        stretch.cut(start..<end, before: match.nameEnd, keepsName: false)
        stretch.setClass(Self.nameTag, at: start)
        if tag != 0 { stretch.setClass(tag, at: match.nameEnd) }
      } else if match.prefixEnd > start {
        stretch.cut(start..<end, before: match.prefixEnd)
        unit = match.prefixEnd
      } else if match.bits & StandardRule.cuts != 0 {
        let cut = start + (match.bits & StandardRule.cuts).trailingZeroBitCount + 1
        if cut < end { stretch.cut(start..<end, before: cut, keepsName: false) }
      } else if end - start == 2 || end - start == 3,
        bits(of: start + 1..<end, in: stretch, trie)
          & (stretch.isName(start) ? StandardRule.afterSurname : StandardRule.afterCharacter) != 0
      {
        stretch.cut(start..<end, before: start + 1)
      }
    }
  }

  /// What the rules say of a word and of what follows it.
  private struct Match {
    /// Where the longest run of whole words ends that is to be one word; 0 for nowhere.
    var wholeEnd = 0
    /// The tag of that word.
    var wholeTag: UInt8 = 0
    /// Where a part ends that is a word before a number; 0 for nowhere.
    var prefixEnd = 0
    /// Where the longest part ends that is a word before a known name; 0 for nowhere.
    var nameStart = 0
    /// Where the longest known name ends that the word begins with and is longer than; 0 for nowhere.
    var nameEnd = 0
    /// Whether that name is a place, which is a word of its own behind another.
    var isPlace = false
    /// The bits of the word itself.
    var bits: UInt16 = 0
  }

  @inline(__always)
  private func match(
    _ start: Int, _ end: Int, in stretch: RefinedStretch, _ trie: UnsafePointer<UInt64>
  ) -> Match {
    var match = Match()
    var node = trie[DoubleArray.root]
    var unit = start
    while unit < stretch.units.upperBound {
      node = stretch.walk(from: node, over: unit, in: trie)
      unit &+= 1
      let bits = DoubleArray.weight(of: node)
      if bits != DoubleArray.noWeight {
        if bits & StandardRule.whole != 0, stretch.isWordEnd(unit) {
          match.wholeEnd = unit
          match.wholeTag = DoubleArray.tag(of: node)
        }
        if unit < end, bits & StandardRule.whole != 0, DoubleArray.tag(of: node) == Self.nameTag {
          match.nameEnd = unit
          match.isPlace = bits & StandardRule.afterName != 0
        }
        if unit == end {
          match.bits = bits
        } else if unit < end, bits & StandardRule.beforeNumber != 0, stretch.isNumber(unit) {
          match.prefixEnd = unit
        } else if unit < end, bits & StandardRule.beforeName != 0 {
          match.nameStart = unit
        }
      }
      if DoubleArray.base(of: node) == 0 { break }
    }
    return match
  }

  private static let nounTag = StandardRule.tag(of: .noun)
  private static let nameTag = StandardRule.tag(of: .properNoun)

  /// The tag of a word that is to be whole; nil if it need not be.
  private func tagOfWhole(
    _ word: Range<Int>, in stretch: RefinedStretch, _ trie: UnsafePointer<UInt64>
  ) -> UInt8? {
    let node = stretch.walk(over: word, in: trie)
    let bits = DoubleArray.weight(of: node)
    guard bits != DoubleArray.noWeight, bits & StandardRule.whole != 0 else { return nil }
    return DoubleArray.tag(of: node)
  }

  /// The tag of the rest of a word that begins with a known name, 0 if it has none; nil if the rest is no word of its own
  /// there: 公众号 is one behind any name, 龙岗区 behind a place.
  private func tag(
    of rest: Range<Int>, behindPlace isPlace: Bool, in stretch: RefinedStretch,
    _ trie: UnsafePointer<UInt64>
  ) -> UInt8? {
    guard bits(of: rest, in: stretch, trie) & StandardRule.afterName != 0 else { return nil }
    let tag = tagOfWhole(rest, in: stretch, trie) ?? 0
    return tag != Self.nameTag || isPlace ? tag : nil
  }

  /// The bits of the rules on a word; 0 if there are none.
  private func bits(
    of word: Range<Int>, in stretch: RefinedStretch, _ trie: UnsafePointer<UInt64>
  ) -> UInt16 {
    let bits = DoubleArray.weight(of: stretch.walk(over: word, in: trie))
    return bits == DoubleArray.noWeight ? 0 : bits
  }

  /// The unit that stands for “to” between the numbers of a word: 5月10日 | 至 | 14日; nil if there is none.
  private func rangeMark(
    of word: Range<Int>, in stretch: RefinedStretch, _ trie: UnsafePointer<UInt64>
  ) -> Int? {
    let rule = StandardRule.afterNumber | StandardRule.beforeNumber
    return word.dropFirst().dropLast().first { unit in
      !stretch.isNumber(unit) && stretch.isNumber(unit + 1)
        && bits(of: unit..<unit + 1, in: stretch, trie) & rule == rule
    }
  }

  /// Where a date ends that a time of the day follows in one word; nil if none does: 5月17日 | 22时, 22日 | 凌晨2时.
  private func dateEnd(
    of word: Range<Int>, in stretch: RefinedStretch, _ trie: UnsafePointer<UInt64>
  ) -> Int? {
    guard word.count > 3 else { return nil }
    for unit in word.dropFirst().dropLast()
    where stretch.isNumber(unit - 1)
      && bits(of: unit..<unit + 1, in: stretch, trie) & StandardRule.betweenNumbers != 0
    {
      let rest = unit + 1
      if stretch.isNumber(rest)
        || rest + 2 < word.upperBound && stretch.isNumber(rest + 2)
          && bits(of: rest..<rest + 2, in: stretch, trie) & StandardRule.beforeNumber != 0
      {
        return rest
      }
    }
    return nil
  }

  /// Where the longest ending begins that is a word after a number; nil if there is none. Not behind the
  /// number itself: 90后 is one word.
  private func suffix(
    of word: Range<Int>, in stretch: RefinedStretch, _ trie: UnsafePointer<UInt64>
  ) -> Int? {
    var start = max(word.lowerBound + 2, word.upperBound - 2)
    while start < word.upperBound {
      if !stretch.isNumber(start - 1) {
        if bits(of: start..<word.upperBound, in: stretch, trie) & StandardRule.afterNumber != 0 {
          return start
        }
      }
      start += 1
    }
    return nil
  }
}
