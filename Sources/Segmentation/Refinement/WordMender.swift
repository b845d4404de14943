internal import Lexicons
internal import TextModel

/// Moves the ends of words that the model cut through: 兼|收并蓄, 沿|海海区.
///
/// A model weighs what it has seen against what the lexicon knows, and sometimes leaves a piece that no lexicon
/// knows though its characters and the neighbour's are words. Such a piece is joined with its neighbour, if the two
/// are one word of the lexicon together; else it takes the first character of the word after it (特朗|普通), or gives
/// its own first one to the word before it (沿|海海区), if words of the lexicon come of it. A noun is not cut so that
/// another noun is left: 住建|部门. Giving its last character to the word after it would be wrong every second time:
/// 消费|卡管理.
final class WordMender {
  private let lexicon: Lexicon

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Changes the labels of a stretch.
  ///
  /// - Complexity: O(*n*): a walk through the lexicon's trie for a few words in a hundred.
  func mend(_ stretch: RefinedStretch) {
    var before = stretch.units.lowerBound
    var start = before
    while start < stretch.units.upperBound {
      let end = stretch.wordEnd(from: start)
      if end - start < 4, let whole = fourfold(from: start, in: stretch) {
        stretch.join(whole)
        before = start
        start = whole.upperBound
      } else if end - start > 1, !stretch.isListed(start..<end),
        let word = mended(start..<end, after: before..<start, in: stretch)
      {
        before = word.lowerBound
        start = word.upperBound
      } else {
        before = start
        start = end
      }
    }
  }

  /// The word of four characters that begins at a unit though it is cut: one of the lexicon that is left in single
  /// characters (召|之|即|来), or a word of two with each character said twice (热|热闹闹; but 爸爸|妈妈).
  @inline(__always)
  private func fourfold(from start: Int, in stretch: RefinedStretch) -> Range<Int>? {
    let whole = start..<start + 4
    guard whole.upperBound <= stretch.units.upperBound, stretch.isWordEnd(whole.upperBound),
      stretch.length(of: whole) == 4
    else { return nil }
    if stretch.isListed(whole) {
      let isLeft = whole.contains {
        ($0 == start || stretch.isWordEnd($0)) && stretch.isWordEnd($0 + 1)
      }
      if isLeft, isWord(whole, in: stretch) { return whole }
    }
    guard stretch.isSame(start, start + 1), stretch.isSame(start + 2, start + 3),
      !(stretch.isListed(start..<start + 2) && stretch.isListed(start + 2..<start + 4))
    else { return nil }
    let trie = lexicon.trie.units.unsafeBaseAddress
    let single = stretch.walk(
      from: stretch.walk(from: trie[DoubleArray.root], over: start, in: trie), over: start + 2,
      in: trie)
    return DoubleArray.weight(of: single) != DoubleArray.noWeight ? whole : nil
  }

  /// Mends a word that is not in the lexicon.
  ///
  /// - Returns: The word that has taken its place; nil if nothing was changed.
  private func mended(
    _ word: Range<Int>, after before: Range<Int>, in stretch: RefinedStretch
  ) -> Range<Int>? {
    let next =
      word.upperBound < stretch.units.upperBound
      ? word.upperBound..<stretch.wordEnd(from: word.upperBound)
      : word.upperBound..<word.upperBound
    if let whole = joined(before.lowerBound..<word.upperBound, word, in: stretch)
      ?? joined(word.lowerBound..<next.upperBound, word, in: stretch)
    {
      return whole
    }
    if next.count > 1 {
      let longer = word.lowerBound..<word.upperBound + 1
      let rest = longer.upperBound..<next.upperBound
      if isWord(longer, in: stretch), rest.count == 1 || isWord(rest, in: stretch),
        !isNoun(next, in: stretch) || !isNoun(rest, in: stretch)
      {
        stretch.join(longer)
        stretch.join(rest)
        return longer
      }
    }
    guard word.count > 2, !stretch.isName(word.lowerBound) else { return nil }
    let first = before.lowerBound..<word.lowerBound + 1
    let rest = word.lowerBound + 1..<word.upperBound
    if !before.isEmpty, isWord(first, in: stretch), isWord(rest, in: stretch) {
      stretch.join(first)
      stretch.join(rest)
      return rest
    }
    return nil
  }

  /// Joins a word with a neighbour, if the lexicon knows both together.
  private func joined(
    _ whole: Range<Int>, _ word: Range<Int>, in stretch: RefinedStretch
  ) -> Range<Int>? {
    guard whole.count > word.count, whole.count > 2, isWord(whole, in: stretch) else { return nil }
    stretch.join(whole)
    return whole
  }

  private func isWord(_ word: Range<Int>, in stretch: RefinedStretch) -> Bool {
    guard stretch.isListed(word) else { return false }
    if stretch.length(of: word) < 5 { return true }
    return DoubleArray.weight(of: unit(of: word, in: stretch)) != DoubleArray.noWeight
  }

  private func isNoun(_ word: Range<Int>, in stretch: RefinedStretch) -> Bool {
    let unit = unit(of: word, in: stretch)
    return DoubleArray.weight(of: unit) != DoubleArray.noWeight
      && DoubleArray.tag(of: unit) == PartOfSpeech.noun.rawValue
  }

  /// The unit of the lexicon's trie to which the characters of a word lead.
  private func unit(of word: Range<Int>, in stretch: RefinedStretch) -> UInt64 {
    stretch.walk(over: word, in: lexicon.trie.units.unsafeBaseAddress)
  }
}
