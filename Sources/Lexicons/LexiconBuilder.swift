internal import Platform
internal import TextModel

/// Packs a word list into a `Lexicon`.
struct LexiconBuilder {
  private let characters: CharacterTable

  init(characters: CharacterTable) { self.characters = characters }

  /// The lexicon. Words that fold to one form (后 and 後) become one entry: their counts are added, and
  /// the commoner one gives the class.
  ///
  /// - Complexity: O(*n* log *n*) in the number of words.
  func build(_ words: [LexiconWord]) throws(LexiconError) -> Lexicon {
    var keyed: [(codes: [UInt16], word: LexiconWord)] = []
    keyed.reserveCapacity(words.count)
    for word in words {
      guard let codes = characters.codes(of: word.word), !codes.isEmpty else { continue }
      keyed.append((codes, word))
    }
    keyed.sort { left, right in
      left.codes == right.codes
        ? left.word.count > right.word.count
        : left.codes.lexicographicallyPrecedes(right.codes)
    }
    var unique: [(codes: [UInt16], word: LexiconWord)] = []
    unique.reserveCapacity(keyed.count)
    for item in keyed {
      if !unique.isEmpty, unique[unique.count - 1].codes == item.codes {
        unique[unique.count - 1].word.count += item.word.count
      } else {
        unique.append(item)
      }
    }
    let total = Double(unique.reduce(0) { $0 + $1.word.count })
    var builder = DoubleArrayBuilder(codeCount: characters.codeLimit)
    let trie = try builder.build(
      unique.map { item in
        let cost = Lexicon.costScale * log(total / Double(item.word.count))
        return DoubleArrayBuilder.Word(
          codes: item.codes, weight: UInt16(min(cost.rounded(), Double(Lexicon.largestCost))),
          tag: item.word.partOfSpeech.rawValue,
          frequency: item.word.count)
      }
    ).array
    return Lexicon(trie: trie)
  }
}
