internal import Lexicons

/// Turns trained weights into the tables of a `LabelLayer`: prunes n-grams, folds features into one
/// another, and rounds to integers.
struct LabelLayerBuilder {
  typealias Row = AveragedWeights.Row

  let features: LabelFeatures
  let rows: [Row]
  let isGuided: Bool

  /// What an n-gram's place in the trie costs, in bytes.
  private static let trieBytes = 9

  /// About how many bytes n-grams take.
  static func byteCount(of ngrams: (bigrams: [UInt64], trigrams: [UInt64])) -> Int {
    ngrams.bigrams.count * (LabelLayer.bigramRows * LabelLayer.width + trieBytes)
      + ngrams.trigrams.count * (LabelLayer.trigramRows * LabelLayer.width + trieBytes)
  }

  /// The keys of the n-grams that matter most, for about `bytes` bytes.
  ///
  /// What an n-gram can change of a text's scores is the sum, over the places that it touches, of the
  /// span between its largest and its smallest weight.
  func mostImportant(bytes: Int) -> (bigrams: [UInt64], trigrams: [UInt64]) {
    var ranked: [(value: Float, key: UInt64)] = []
    func rank(_ keys: [UInt64], _ base: Int, _ places: Int) {
      let cost = Float(places * LabelLayer.width + Self.trieBytes)
      for (index, key) in keys.enumerated() {
        var value: Float = 0
        for place in 0..<places {
          let row = rows[base + index * places + place]
          value += row.max() - row.min()
        }
        if value > 0 { ranked.append((value / cost, key)) }
      }
    }
    rank(features.bigrams, features.bigramBase, LabelLayer.bigramRows)
    rank(features.trigrams, features.trigramBase, LabelLayer.trigramRows)
    ranked.sort { ($1.value, $0.key) < ($0.value, $1.key) }
    var left = bytes
    var kept: (bigrams: [UInt64], trigrams: [UInt64]) = ([], [])
    for ngram in ranked {
      let isTrigram = ngram.key >> 48 != 0
      left -=
        (isTrigram ? LabelLayer.trigramRows : LabelLayer.bigramRows) * LabelLayer.width
        + Self.trieBytes
      if left < 0 { break }
      if isTrigram { kept.trigrams.append(ngram.key) } else { kept.bigrams.append(ngram.key) }
    }
    return (kept.bigrams.sorted(), kept.trigrams.sorted())
  }

  /// The layer.
  ///
  /// - Parameter frequencies: How often each n-gram occurs, to place what is frequent together.
  /// - Throws: `LexiconError.tooLarge` if the n-grams do not fit a trie.
  func layer(frequencies: NGramTable) throws(LexiconError) -> LabelLayer {
    let scale = Self.scale(rows[..<features.maskBase])
    let bias = Self.middle
    func narrow(_ range: Range<Int>) -> MappedArray<Int8> {
      MappedArray(
        range.flatMap { row -> [Int8] in
          let values = (rows[row] - bias(rows[row])) * scale
          return (0..<WordLabel.count).map { Int8(max(-127, min(127, values[$0].rounded()))) }
        })
    }
    func wide(_ rows: [Row]) -> MappedArray<Int16> {
      MappedArray(
        rows.flatMap { row -> [Int16] in
          let values = (row - bias(row)) * scale
          return (0..<WordLabel.count).map { Int16(max(-4000, min(4000, values[$0].rounded()))) }
        })
    }
    let masks = (0..<WordMask.count).map { mask in
      (0..<12).reduce(rows[features.maskBase + mask]) { sum, bit in
        mask >> bit & 1 == 0 ? sum : sum + rows[features.maskBitBase + bit]
      }
    }
    let transitions = (0..<WordLabel.count).flatMap { first in
      (0..<WordLabel.count).map {
        Int32((rows[features.transitionBase + first][$0] * scale).rounded())
      }
    }
    return LabelLayer(
      unigrams: narrow(0..<features.bigramBase), trie: try trie(frequencies),
      bigrams: narrow(features.bigramBase..<features.trigramBase),
      trigrams: narrow(features.trigramBase..<features.maskBase), masks: wide(masks),
      kinds: wide(Array(rows[features.kindBase..<features.transitionBase])),
      transitions: transitions, guide: isGuided ? guide(narrow: narrow, wide: wide) : nil)
  }

  private func guide(
    narrow: (Range<Int>) -> MappedArray<Int8>, wide: ([Row]) -> MappedArray<Int16>
  ) -> LabelGuide {
    var pairs = [UInt16](repeating: 0, count: features.codeCount * WordLabel.count)
    var pairRows = [Int8](repeating: 0, count: LabelGuide.pairRowCount * WordLabel.count)
    for pair in pairs.indices {
      let first = features.guidePairBase + pair * LabelGuide.pairRowCount
      let range = first..<first + LabelGuide.pairRowCount
      guard range.contains(where: { rows[$0] != .zero }), pairRows.count / 24 < 0xFFFF else {
        continue
      }
      pairs[pair] = UInt16(pairRows.count / (LabelGuide.pairRowCount * WordLabel.count))
      let values = narrow(range)
      pairRows += (0..<values.count).map { values[$0] }
    }
    return LabelGuide(
      triples: wide(
        Array(rows[features.guideTripleBase..<features.guideTripleBase + LabelGuide.tripleCount])),
      pairs: MappedArray(pairs), pairRows: MappedArray(pairRows))
  }

  private func trie(_ frequencies: NGramTable) throws(LexiconError) -> DoubleArray {
    var words: [DoubleArrayBuilder.Word] = []
    func add(_ keys: [UInt64], _ length: Int) {
      for (index, key) in keys.enumerated() {
        let stored = LabelLayer.stored(row: index)
        words.append(
          DoubleArrayBuilder.Word(
            codes: (0..<length).map { UInt16(truncatingIfNeeded: key >> (16 * (length - 1 - $0))) },
            weight: stored.weight, tag: stored.tag,
            frequency: Int(frequencies.value(of: key) ?? 1)))
      }
    }
    add(features.bigrams, 2)
    add(features.trigrams, 3)
    words.sort { $0.codes.lexicographicallyPrecedes($1.codes) }
    var builder = DoubleArrayBuilder(codeCount: features.codeCount, patience: 1 << 20)
    return try builder.build(words).array
  }

  /// What to multiply weights by so that nearly all of them fit eight bits.
  private static func scale(_ rows: ArraySlice<Row>) -> Float {
    let spans = rows.map { (($0 - middle($0)).max()) }.filter { $0 > 0 }.sorted()
    guard !spans.isEmpty else { return 1 }
    return 127 / max(1, spans[min(spans.count - 1, spans.count * 9999 / 10000)])
  }

  /// What all labels of a row have in common says nothing of which one is right.
  private static func middle(_ row: Row) -> Float { (row.max() + row.min()) / 2 }
}
