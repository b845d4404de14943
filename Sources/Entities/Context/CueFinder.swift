internal import Lexicons

/// Finds cues: the words near an ambiguous name that say that it means the entity.
struct CueFinder {
  private let window: TokenWindow
  /// The cues found in a sentence: looked for when first asked, then kept.
  private var found: [[Set<Int>?]] = []

  init(_ window: TokenWindow) { self.window = window }

  /// How near a cue of the alias stands: in its sentence, in the one before or after, or in neither.
  ///
  /// - Parameter number: The gazetteer's number, to tell the gazetteers' cues apart.
  mutating func cue(
    for alias: Gazetteer.Alias, of gazetteer: Gazetteer, number: Int, near sentence: Int
  ) -> ContextFeatures.Cue {
    for (neighbour, nearness) in [
      (sentence, ContextFeatures.Cue.same), (sentence - 1, .near), (sentence + 1, .near),
    ] where window.layout.sentenceStarts.indices.contains(neighbour) {
      while found.count <= number {
        found.append([Set<Int>?](repeating: nil, count: window.layout.sentenceStarts.count))
      }
      let cues: Set<Int>
      if let known = found[number][neighbour] {
        cues = known
      } else {
        cues = self.cues(in: neighbour, of: gazetteer.cueTrie)
        found[number][neighbour] = cues
      }
      // Most sentences have none.
      if !cues.isEmpty, gazetteer.hasCue(alias, among: cues) { return nearness }
    }
    return .none
  }

  /// The cues that begin and end with a token, as units of the trie.
  private func cues(in sentence: Int, of trie: DoubleArray) -> Set<Int> {
    let layout = window.layout
    let text = window.text
    func isFolded(_ position: Int) -> Bool { layout.isFoldedSpace(position, in: text) }
    var cues: Set<Int> = []
    for token in layout.tokens(ofSentence: sentence) {
      var last = token
      DoubleArray.forEachWord(
        of: trie.units.unsafeBaseAddress, along: text.entries,
        in: layout.starts[token]..<text.count,
        skipping: isFolded
      ) { unit, end in
        while last < layout.count, layout.ends[last] < end { last += 1 }
        if last < layout.count, layout.ends[last] == end { cues.insert(unit) }
      }
    }
    return cues
  }
}
