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
  /// The least and the most that a step from each tag can bring.
  private var leastStep: [SIMD8<Score>]
  private var mostStep: [SIMD8<Score>]

  init(width: Int) {
    vectors = width / 8
    best = [SIMD8<Score>](repeating: SIMD8(repeating: .zero), count: vectors)
    previous = best
    leastStep = best
    mostStep = best
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
    let vectors = self.vectors
    if back.count < count * vectors {
      back = [SIMD8<Score>](
        repeating: SIMD8(repeating: .zero), count: count * vectors * 2)
    }
    for tag in 0..<tagCount {
      var least = transitions[tag * vectors][0]
      var most = least
      for next in 1..<max(1, tagCount) {
        let step = transitions[tag * vectors + next / 8][next % 8]
        least = min(least, step)
        most = max(most, step)
      }
      leastStep[tag / 8][tag % 8] = least
      mostStep[tag / 8][tag % 8] = most
    }
    best.withUnsafeMutableBufferPointer { best in
      previous.withUnsafeMutableBufferPointer { previous in
        back.withUnsafeMutableBufferPointer { back in
          for vector in 0..<vectors {
            best[vector] = add(scores[vector], transitions[tagCount * vectors + vector])
          }
          for index in 1..<max(1, count) {
            for vector in 0..<vectors { previous[vector] = best[vector] }
            // A tag from which even the best step is worse than the worst step from another can be on no
            // best path. Few tags are left.
            var floor = add(previous[0], leastStep[0])[0]
            for vector in 0..<vectors {
              let reached = add(previous[vector], leastStep[vector])
              for lane in 0..<min(8, tagCount - vector * 8) { floor = max(floor, reached[lane]) }
            }
            var isFirst = true
            for tag in 0..<tagCount {
              if add(previous[tag / 8], mostStep[tag / 8])[tag % 8] < floor { continue }
              let score = previous[tag / 8][tag % 8]
              let from = SIMD8<Score>(repeating: numbers[tag])
              for vector in 0..<vectors {
                let candidate = add(
                  SIMD8(repeating: score), transitions[tag * vectors + vector])
                if isFirst {
                  best[vector] = candidate
                  back[index * vectors + vector] = from
                } else {
                  let isBetter = candidate .> best[vector]
                  best[vector].replace(with: candidate, where: isBetter)
                  back[index * vectors + vector].replace(with: from, where: isBetter)
                }
              }
              isFirst = false
            }
            for vector in 0..<vectors {
              best[vector] = add(best[vector], scores[index * vectors + vector])
            }
          }
        }
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
