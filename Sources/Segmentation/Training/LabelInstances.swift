/// A training text with the numbers of the n-grams that begin at its units.
struct LabelInstances: Sendable {
  let text: TrainingText
  /// For each unit the number of the bigram and of the trigram that begins there, −1 for none.
  private(set) var bigrams: [Int32]
  private(set) var trigrams: [Int32]

  init(_ text: TrainingText, _ features: LabelFeatures) {
    self.text = text
    let bigramTable = NGramTable.indices(of: features.bigrams)
    let trigramTable = NGramTable.indices(of: features.trigrams)
    bigrams = [Int32](repeating: -1, count: text.codes.count)
    trigrams = bigrams
    for sentence in text.sentences {
      let end = Int(sentence.upperBound)
      for unit in Int(sentence.lowerBound)..<end {
        guard unit + 1 < end else { continue }
        let (first, second) = (text.codes[unit], text.codes[unit + 1])
        bigrams[unit] = bigramTable.value(of: NGramTable.key(first, second)) ?? -1
        guard unit + 2 < end else { continue }
        trigrams[unit] =
          trigramTable.value(of: NGramTable.key(first, second, text.codes[unit + 2])) ?? -1
      }
    }
  }

  /// Calls `body` with the row of each feature of a unit.
  @inline(__always)
  func forEachRow(
    of unit: Int, in sentence: Range<Int>, _ features: LabelFeatures, _ body: (Int) -> Void
  ) {
    text.codes.withUnsafeBufferPointer { codes in
      for place in -2...2 {
        let other = unit &+ place
        if sentence.contains(other) {
          body(Int(codes[other]) &* LabelLayer.unigramRows &+ 2 &- place)
        }
      }
    }
    bigrams.withUnsafeBufferPointer { bigrams in
      for place in -2...1 where sentence.contains(unit &+ place) {
        let bigram = Int(bigrams[unit &+ place])
        if bigram >= 0 {
          body(features.bigramBase &+ bigram &* LabelLayer.bigramRows &+ 1 &- place)
        }
      }
    }
    trigrams.withUnsafeBufferPointer { trigrams in
      for place in -2...0 where sentence.contains(unit &+ place) {
        let trigram = Int(trigrams[unit &+ place])
        if trigram >= 0 {
          body(features.trigramBase &+ trigram &* LabelLayer.trigramRows &- place)
        }
      }
    }
    let mask = text.masks[unit]
    body(features.maskBase &+ Int(mask))
    var bits = mask
    while bits != 0 {
      body(features.maskBitBase &+ bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
    let before = sentence.contains(unit &- 1) ? text.kinds[unit &- 1] : 0
    let after = sentence.contains(unit &+ 1) ? text.kinds[unit &+ 1] : 0
    body(features.kindBase &+ LabelLayer.kindRow(before, text.kinds[unit], after))
  }

  /// Calls `body` with the row of each guide feature of a unit of a stretch.
  @inline(__always)
  func forEachGuideRow(
    of unit: Int, in stretch: Range<Int>, _ features: LabelFeatures, _ body: (Int) -> Void
  ) {
    guard !text.guides.isEmpty else { return }
    func guide(_ unit: Int) -> UInt8 {
      stretch.contains(unit) ? text.guides[unit] : WordLabel.single
    }
    body(
      features.guideTripleBase
        + LabelGuide.tripleRow(guide(unit - 1), guide(unit), guide(unit + 1)))
    for place in -1...1 where stretch.contains(unit + place) {
      let pair = Int(text.codes[unit + place]) * WordLabel.count + Int(guide(unit + place))
      body(features.guidePairBase + pair * LabelGuide.pairRowCount + 1 - place)
    }
  }
}
