/// Where the rows of weights lie that the units of a text bring into play: the features of a
/// `LabelLayer` under training, one row of `WordLabel.count` weights for each.
struct LabelFeatures {
  /// The n-grams that have rows, in the order of their keys.
  let bigrams: [UInt64]
  let trigrams: [UInt64]
  let codeCount: Int

  let bigramBase: Int
  let trigramBase: Int
  let maskBase: Int
  let maskBitBase: Int
  let kindBase: Int
  let transitionBase: Int
  let guideTripleBase: Int
  let guidePairBase: Int
  let rowCount: Int

  init(bigrams: [UInt64], trigrams: [UInt64], codeCount: Int, isGuided: Bool) {
    self.bigrams = bigrams
    self.trigrams = trigrams
    self.codeCount = codeCount
    bigramBase = codeCount * LabelLayer.unigramRows
    trigramBase = bigramBase + bigrams.count * LabelLayer.bigramRows
    maskBase = trigramBase + trigrams.count * LabelLayer.trigramRows
    maskBitBase = maskBase + WordMask.count
    kindBase = maskBitBase + 16
    transitionBase = kindBase + LabelLayer.kindRowCount
    guideTripleBase = transitionBase + WordLabel.count
    guidePairBase = guideTripleBase + (isGuided ? LabelGuide.tripleCount : 0)
    rowCount =
      guidePairBase
      + (isGuided ? codeCount * WordLabel.count * LabelGuide.pairRowCount : 0)
  }
}
