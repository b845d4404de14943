/// Words with the numbers of their keys, for the training of a tagger.
struct TagInstances {
  /// The right tag of each word.
  private(set) var tags: [UInt8] = []
  /// The keys of all words, end to end, and for each word the first of its own.
  private(set) var keys: [Int32] = []
  private(set) var firstKey: [Int32] = [0]
  /// For each sentence its words.
  private(set) var sentences: [Range<Int32>] = []
  /// For each sentence how much a mistake in it counts.
  private(set) var weights: [Float] = []

  mutating func append(_ words: [(tag: UInt8, keys: [Int32])], weight: Float) {
    let start = Int32(tags.count)
    for word in words {
      tags.append(word.tag)
      keys += word.keys
      firstKey.append(Int32(keys.count))
    }
    sentences.append(start..<Int32(tags.count))
    weights.append(weight)
  }

  /// The keys of a word.
  @inline(__always)
  func keys(of word: Int) -> ArraySlice<Int32> {
    keys[Int(firstKey[word])..<Int(firstKey[word + 1])]
  }
}
