internal import Lexicons

/// The weights that give the units of a text their labels in one word standard.
///
/// A linear model: the score of a label of a unit is the sum of the weights of what surrounds it, the
/// n-grams of one to three units that touch the two units on either side, the words of the lexicon
/// around it, and the kinds of three units. An n-gram has one row of weights for all the places that it
/// touches, so a text costs one look-up an n-gram and not one a feature (the layout of Vaporetto).
struct LabelLayer {
  /// For each code five rows: the unit two before, one before, here, one after, two after it.
  let unigrams: MappedArray<Int8>
  /// The n-grams of two and three units: the weight and tag of a unit are the number of its row.
  let trie: DoubleArray
  /// For each bigram four rows: the unit before it, its first and second, and the one after it.
  let bigrams: MappedArray<Int8>
  /// For each trigram three rows, those of its units.
  let trigrams: MappedArray<Int8>
  /// For each word mask a row.
  let masks: MappedArray<Int16>
  /// For each three kinds in a row a row.
  let kinds: MappedArray<Int16>
  /// The score of each label after each label.
  let transitions: [Int32]
  /// How the labels of another standard count; nil if the layer looks at none.
  let guide: LabelGuide?

  /// Labels of a row.
  static let width = WordLabel.count
  static let unigramRows = 5
  static let bigramRows = 4
  static let trigramRows = 3

  /// The row number that a trie's unit holds.
  @inline(__always)
  static func row(of unit: UInt64) -> Int {
    Int(DoubleArray.tag(of: unit)) &<< 15 | Int(DoubleArray.weight(of: unit))
  }

  /// How a row number is stored in a trie.
  static func stored(row: Int) -> (weight: UInt16, tag: UInt8) {
    (UInt16(row & 0x7FFF), UInt8(row >> 15))
  }

  /// The row of three kinds, from the raw values.
  @inline(__always)
  static func kindRow(_ before: UInt8, _ here: UInt8, _ after: UInt8) -> Int {
    Int(before) &<< 8 | Int(here) &<< 4 | Int(after)
  }

  static let kindRowCount = 1 << 12
}
