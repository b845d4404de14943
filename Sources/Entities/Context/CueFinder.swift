internal import ICU
internal import Lexicons

/// Finds cues: the words near an ambiguous name that say that it means the entity.
struct CueFinder {
  private let layout: TokenLayout
  private let text: ScalarText
  /// The cues found in a sentence: looked for when first asked, then kept.
  private var found: [SentenceKey: Set<Int>] = [:]

  private struct SentenceKey: Hashable {
    let gazetteer: Int
    let sentence: Int
  }

  init(layout: TokenLayout, text: ScalarText) {
    self.layout = layout
    self.text = text
  }

  /// How near a cue of the alias stands: in its sentence, in the one before or after, or in neither.
  ///
  /// - Parameter number: The gazetteer's number, to tell the gazetteers' cues apart.
  mutating func cue(
    for alias: Gazetteer.Alias, of gazetteer: Gazetteer, number: Int, near sentence: Int
  ) -> ContextFeatures.Cue {
    for (neighbour, nearness) in [
      (sentence, ContextFeatures.Cue.same), (sentence - 1, .near), (sentence + 1, .near),
    ] where layout.sentenceStarts.indices.contains(neighbour) {
      let key = SentenceKey(gazetteer: number, sentence: neighbour)
      if found[key] == nil { found[key] = cues(in: neighbour, of: gazetteer.cueTrie) }
      if let cues = found[key], gazetteer.hasCue(alias, among: cues) { return nearness }
    }
    return .none
  }

  /// The cues that begin and end with a token, as units of the trie.
  private func cues(in sentence: Int, of trie: DoubleArray) -> Set<Int> {
    var cues: Set<Int> = []
    for token in layout.tokens(ofSentence: sentence) {
      var unit = DoubleArray.root
      var index = layout.starts[token]
      var last = token
      while index < text.count {
        if !layout.isFoldedSpace(index, in: text) {
          unit = trie.child(of: unit, by: CharacterTable.code(of: text.entries[index]))
          if unit == DoubleArray.nowhere { break }
        }
        index += 1
        while last < layout.count, layout.ends[last] < index { last += 1 }
        if trie.weight(at: unit) != nil, last < layout.count, layout.ends[last] == index {
          cues.insert(unit)
        }
      }
    }
    return cues
  }
}
