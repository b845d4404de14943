/// Word vectors: words that stand in like company have like directions, so that what is learnt of 粥 in the
/// context of 小米 holds for 面包 too.
///
/// Looked up folded, like the words of a lexicon. The length of a vector is the weight of its word.
public struct WordVectors: Sendable {
  /// The words; the weight of a unit is the number of its vector.
  public let trie: DoubleArray
  let components: MappedArray<Int8>
  /// The number of components of a vector; 0 if there are no vectors.
  public let dimension: Int

  /// The most vectors: their numbers are weights of a `DoubleArray`.
  static let largestCount = 0xFFFE

  /// Adds the vector of a number, times a factor, to a sum of `dimension` components.
  ///
  /// - Complexity: O(`dimension`).
  public func add(_ number: Int, times factor: Float, to sum: inout [Float]) {
    let start = number * dimension
    guard sum.count == dimension, start + dimension <= components.count else { return }
    let vector = components.unsafeBaseAddress + start
    sum.withUnsafeMutableBufferPointer { sum in
      for index in 0..<dimension { sum[index] += factor * Float(vector[index]) }
    }
  }

  /// Packs rows. Of words that fold to the same, the first is kept.
  ///
  /// - Throws: `LexiconError` if there are too many.
  static func build(
    _ rows: [WordVector], characters: CharacterTable
  ) throws(LexiconError) -> WordVectors {
    var keyed: [(codes: [UInt16], row: Int)] = []
    for (number, row) in rows.enumerated() {
      if let codes = characters.codes(of: row.word), !codes.isEmpty {
        keyed.append((codes, number))
      }
    }
    keyed.sort {
      $0.codes == $1.codes ? $0.row < $1.row : $0.codes.lexicographicallyPrecedes($1.codes)
    }
    var words: [DoubleArrayBuilder.Word] = []
    var components: [Int8] = []
    for item in keyed where words.last?.codes != item.codes {
      guard words.count < largestCount else {
        throw .manifestMismatch(path: "vectors", reason: "more than \(largestCount) vectors")
      }
      words.append(DoubleArrayBuilder.Word(codes: item.codes, weight: UInt16(words.count)))
      components += rows[item.row].components
    }
    var builder = DoubleArrayBuilder(codeCount: characters.codeLimit)
    return WordVectors(
      trie: try builder.build(words).array, components: MappedArray(components),
      dimension: rows.first?.components.count ?? 0)
  }
}
