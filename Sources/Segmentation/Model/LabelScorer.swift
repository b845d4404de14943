internal import Lexicons

/// Sums up the weights of a `LabelLayer` for the units of a window.
final class LabelScorer {
  typealias Scores = SIMD8<Int16>

  let layer: LabelLayer
  private let walks: TrieWalks
  /// For each unit the scores of its labels, with room for what n-grams add outside the window.
  @exclusivity(unchecked) private var buffer: UnsafeMutablePointer<Scores>
  @exclusivity(unchecked) private var capacity: Int
  private static let margin = 2

  init(_ layer: LabelLayer) {
    self.layer = layer
    walks = TrieWalks(layer.trie)
    capacity = 1 << 15
    buffer = .allocate(capacity: capacity + 2 * Self.margin)
  }

  deinit { buffer.deallocate() }

  /// For each unit the scores of its labels; valid until the next call.
  ///
  /// - Complexity: O(*n*).
  func scores(of units: UnitSequence) -> UnsafeMutablePointer<Scores> {
    let count = units.count
    if count > capacity {
      buffer.deallocate()
      capacity = count + count / 2
      buffer = .allocate(capacity: capacity + 2 * Self.margin)
    }
    let scores = buffer + Self.margin
    let codes = units.codes
    let kinds = units.kinds
    let masks = units.masks
    let walks = walks.find(codes, count: count)
    let maskRows = UnsafeRawPointer(layer.masks.unsafeBaseAddress)
    let kindRows = UnsafeRawPointer(layer.kinds.unsafeBaseAddress)
    let unigrams = UnsafeRawPointer(layer.unigrams.unsafeBaseAddress)
    let bigrams = UnsafeRawPointer(layer.bigrams.unsafeBaseAddress)
    let trigrams = UnsafeRawPointer(layer.trigrams.unsafeBaseAddress)
    for outside in 1...Self.margin {
      scores[-outside] = .zero
      scores[count &+ outside &- 1] = .zero
    }
    for unit in 0..<count {
      let mask = Self.wide(maskRows, Int(masks[unit]))
      let row = LabelLayer.kindRow(kinds[unit &- 1], kinds[unit], kinds[unit &+ 1])
      scores[unit] = mask &+ Self.wide(kindRows, row)
    }
    // An n-gram that touches five units is added to all of them: what one look-up brings is used at once.
    for unit in 0..<count {
      let code = Int(CharacterTable.code(of: codes[unit]))
      let row = code &* LabelLayer.unigramRows
      for place in 0..<LabelLayer.unigramRows {
        scores[unit &+ place &- 2] &+= Self.narrow(unigrams, row &+ place)
      }
      let walk = walks[unit]
      if DoubleArray.weight(of: walk.two) != DoubleArray.noWeight {
        let row = LabelLayer.row(of: walk.two) &* LabelLayer.bigramRows
        for place in 0..<LabelLayer.bigramRows {
          scores[unit &+ place &- 1] &+= Self.narrow(bigrams, row &+ place)
        }
      }
      if DoubleArray.weight(of: walk.three) != DoubleArray.noWeight {
        let row = LabelLayer.row(of: walk.three) &* LabelLayer.trigramRows
        for place in 0..<LabelLayer.trigramRows {
          scores[unit &+ place] &+= Self.narrow(trigrams, row &+ place)
        }
      }
    }
    return scores
  }

  /// Adds what the labels of another standard say of a stretch.
  ///
  /// - Parameters:
  ///   - scores: The scores of the stretch's first unit and on.
  ///   - codes: The codes of the stretch's units.
  ///   - labels: The other standard's labels.
  func addGuide(
    _ guide: LabelGuide, to scores: UnsafeMutablePointer<Scores>, codes: UnsafePointer<UInt32>,
    labels: UnsafePointer<UInt8>, count: Int
  ) {
    let triples = UnsafeRawPointer(guide.triples.unsafeBaseAddress)
    let rows = UnsafeRawPointer(guide.pairRows.unsafeBaseAddress)
    for unit in 0..<count {
      let before = unit == 0 ? WordLabel.single : labels[unit &- 1]
      let after = unit == count &- 1 ? WordLabel.single : labels[unit &+ 1]
      scores[unit] &+= Self.wide(triples, LabelGuide.tripleRow(before, labels[unit], after))
      let pair = Int(CharacterTable.code(of: codes[unit])) &* LabelLayer.width
      let row = Int(guide.pairs[pair &+ Int(labels[unit])]) &* LabelGuide.pairRowCount
      if unit > 0 { scores[unit &- 1] &+= Self.narrow(rows, row) }
      scores[unit] &+= Self.narrow(rows, row &+ 1)
      if unit < count &- 1 { scores[unit &+ 1] &+= Self.narrow(rows, row &+ 2) }
    }
  }

  @inline(__always)
  private static func wide(_ base: UnsafeRawPointer, _ row: Int) -> Scores {
    base.loadUnaligned(fromByteOffset: row &* 16, as: Scores.self)
  }

  @inline(__always)
  private static func narrow(_ base: UnsafeRawPointer, _ row: Int) -> Scores {
    Scores(truncatingIfNeeded: base.loadUnaligned(fromByteOffset: row &* 8, as: SIMD8<Int8>.self))
  }
}
