/// The best sequence of tags: Viterbi's algorithm, eight tags at a time.
struct TagPath<Score: SIMDScalar & Comparable & SignedNumeric> {
  /// How many vectors of eight hold the tags.
  private let vectors: Int
  private var best: [SIMD8<Score>]
  private var previous: [SIMD8<Score>]
  /// For each word and tag the number of the tag before it, as a score so that lanes are chosen alike.
  private var back: [SIMD8<Score>] = []
  /// The numbers of the tags, as scores.
  private let numbers: [Score]

  init(width: Int) {
    vectors = width / 8
    best = [SIMD8<Score>](repeating: SIMD8(repeating: .zero), count: vectors)
    previous = best
    numbers = (0..<width).map { Score(exactly: $0) ?? .zero }
  }

  /// Writes the best tags of `count` words.
  ///
  /// - Parameters:
  ///   - scores: For each word `width / 8` vectors of scores.
  ///   - transitions: For each tag, and last for the begin, `width / 8` vectors.
  ///   - tagCount: How many of the tags are in use.
  /// - Complexity: O(*n* · `tagCount` · `width` / 8).
  @inline(__always)
  mutating func find(
    _ scores: UnsafePointer<SIMD8<Score>>, transitions: UnsafePointer<SIMD8<Score>>,
    tagCount: Int, count: Int, into tags: UnsafeMutablePointer<UInt8>,
    add: (SIMD8<Score>, SIMD8<Score>) -> SIMD8<Score>, number: (Score) -> Int
  ) {
    guard count > 0 else { return }
    if back.count < count * vectors {
      back = [SIMD8<Score>](
        repeating: SIMD8(repeating: .zero), count: count * vectors * 2)
    }
    for vector in 0..<vectors {
      best[vector] = add(scores[vector], transitions[tagCount * vectors + vector])
    }
    for index in 1..<max(1, count) {
      swap(&best, &previous)
      for vector in 0..<vectors {
        var highest = add(
          SIMD8(repeating: previous[0][0]), transitions[vector])
        var from = SIMD8<Score>(repeating: .zero)
        for tag in 1..<max(1, tagCount) {
          let candidate = add(
            SIMD8(repeating: previous[tag / 8][tag % 8]), transitions[tag * vectors + vector])
          let isBetter = candidate .> highest
          highest.replace(with: candidate, where: isBetter)
          from.replace(with: numbers[tag], where: isBetter)
        }
        best[vector] = add(highest, scores[index * vectors + vector])
        back[index * vectors + vector] = from
      }
    }
    var tag = 0
    for other in 1..<max(1, tagCount) where best[other / 8][other % 8] > best[tag / 8][tag % 8] {
      tag = other
    }
    for index in stride(from: count - 1, through: 0, by: -1) {
      tags[index] = UInt8(truncatingIfNeeded: tag)
      if index == 0 { break }
      tag = number(back[index * vectors + tag / 8][tag % 8])
    }
  }
}
