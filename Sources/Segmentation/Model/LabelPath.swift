/// The best sequence of labels for a stretch: Viterbi's algorithm over the labels of `WordLabel`.
///
/// Only legal steps are taken: from an end to a begin, or onward inside a word of one kind. The same
/// code serves the decoder (integers) and the trainer (floating point).
///
/// The labels are held in two vectors of four: the *outer* ones, with which a word may begin
/// (0, 3, 4, 7), and the *inner* ones (1, 2, 5, 6). All labels of a vector come from the same places, so
/// a step is a few operations on vectors. A label's *place* is its number in both, 0 to 7.
struct LabelPath<Score: SIMDScalar & Comparable & SignedNumeric> {
  private typealias Lanes = SIMD4<Score>

  /// The scores of the outer labels after each of the labels that end a word: 2, 3, 6, 7.
  private let outerAfterEnd: (Lanes, Lanes, Lanes, Lanes)
  /// The scores of the inner labels after the begin, and after the middle, of a word of their kind.
  private let innerAfterBegin: Lanes
  private let innerAfterMiddle: Lanes
  /// For each unit two vectors: for each place the place of the unit before.
  private var back: [Lanes] = []

  /// - Parameter transitions: `transitions[8 * a + b]`: the score of label *b* after label *a*.
  init(transitions: [Score]) {
    func outer(after label: Int) -> Lanes {
      Lanes([0, 3, 4, 7].map { transitions[8 * label + $0] })
    }
    func inner(after begin: Int) -> Lanes {
      Lanes([(0, 1), (0, 2), (4, 5), (4, 6)].map { transitions[8 * (begin + $0.0) + $0.1] })
    }
    outerAfterEnd = (outer(after: 2), outer(after: 3), outer(after: 6), outer(after: 7))
    innerAfterBegin = inner(after: 0)
    innerAfterMiddle = inner(after: 1)
  }

  /// Writes the best labels of `count` units.
  ///
  /// Before the first and after the last unit stands a word of one unit.
  ///
  /// - Parameters:
  ///   - scores: For each unit the scores of its labels.
  ///   - add: The sum of two vectors; it must not trap, whatever a model holds.
  ///   - number: A small whole number that is held as a score.
  /// - Complexity: O(`count`).
  @inline(__always)
  mutating func find<Narrow: SIMDScalar>(
    _ scores: UnsafePointer<SIMD8<Narrow>>, count: Int, into labels: UnsafeMutablePointer<UInt8>,
    widen: (SIMD8<Narrow>) -> SIMD8<Score>, add: (SIMD4<Score>, SIMD4<Score>) -> SIMD4<Score>,
    number: (Score) -> Int
  ) {
    guard count > 0 else { return }
    if back.count < 2 * (count + 1) {
      back = [Lanes](repeating: Lanes(), count: 3 * (count + 1))
    }

    let outerAfterEnd = self.outerAfterEnd
    let innerAfterBegin = self.innerAfterBegin
    let innerAfterMiddle = self.innerAfterMiddle

    back.withUnsafeMutableBufferPointer { back in
      let first = widen(scores[0])
      var outer = add(Lanes(first[0], first[3], first[4], first[7]), outerAfterEnd.1)
      // A word cannot go on or end where none has begun: far below every other score.
      var inner = add(Lanes(repeating: outer[0]), Lanes(repeating: Self.never))
      // The last step leads to the word behind the stretch, whose scores do not matter.
      for index in 1...count {
        let score = widen(scores[min(index, count &- 1)])
        var ended = add(Lanes(repeating: inner[1]), outerAfterEnd.0)
        var place = Lanes(repeating: 5)
        @inline(__always)
        func consider(_ end: Score, _ step: Lanes, _ from: Score) {
          let way = add(Lanes(repeating: end), step)
          let isBetter = way .> ended
          ended.replace(with: way, where: isBetter)
          place.replace(with: Lanes(repeating: from), where: isBetter)
        }
        consider(outer[1], outerAfterEnd.1, 1)
        consider(inner[3], outerAfterEnd.2, 7)
        consider(outer[3], outerAfterEnd.3, 3)
        let begun = add(Lanes(outer[0], outer[0], outer[2], outer[2]), innerAfterBegin)
        let middle = add(Lanes(inner[0], inner[0], inner[2], inner[2]), innerAfterMiddle)
        let isLonger = middle .> begun
        back[2 &* index] = place
        back[2 &* index &+ 1] = Lanes(0, 0, 2, 2).replacing(
          with: Lanes(4, 4, 6, 6), where: isLonger)
        outer = add(ended, Lanes(score[0], score[3], score[4], score[7]))
        inner = add(
          begun.replacing(with: middle, where: isLonger),
          Lanes(score[1], score[2], score[5], score[6]))
      }
      // A word of one unit: its place is 1.
      var place = number(back[2 &* count][1])
      let places = UnsafeRawBufferPointer(back)
      for index in (0..<count).reversed() {
        labels[index] = Self.label(at: place)
        if index > 0 {
          place = number(
            places.load(
              fromByteOffset: (8 &* index &+ place) &* MemoryLayout<Score>.stride, as: Score.self))
        }
      }
    }
  }

  /// The label at a place: 0, 3, 4, 7, 1, 2, 5, 6.
  @inline(__always)
  private static func label(at place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x6521_7430 &>> (4 &* place)) & 7
  }

  /// Less than any path's score can make up for.
  private static var never: Score { -1_000_000 }
}
