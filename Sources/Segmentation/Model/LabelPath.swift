/// The best sequence of labels for a stretch: Viterbi's algorithm over the labels of `WordLabel`.
///
/// Only legal steps are taken: from an end to a begin, or onward inside a word of one kind. The same
/// code serves the decoder (integers) and the trainer (floating point).
struct LabelPath<Score: SIMDScalar & Comparable & SignedNumeric> {
  /// `transitions[8 * a + b]`: the score of label *b* after label *a*.
  let transitions: [Score]
  private var back: [UInt16] = []

  init(transitions: [Score]) { self.transitions = transitions }

  /// Writes the best labels of `count` units.
  ///
  /// Before the first and after the last unit stands a word of one unit.
  ///
  /// - Parameter scores: For each unit the scores of its labels.
  /// - Complexity: O(`count`).
  @inline(__always)
  mutating func find<Vector: SIMD>(
    _ scores: UnsafePointer<Vector>, count: Int, into labels: UnsafeMutablePointer<UInt8>,
    widen: (Vector, Int) -> Score
  ) {
    guard count > 0 else { return }
    if back.count < count { back = [UInt16](repeating: 0, count: count * 3 / 2) }
    transitions.withUnsafeBufferPointer { t in
      back.withUnsafeMutableBufferPointer { back in
        func step(_ first: Int, _ second: Int) -> Score { t[first * 8 + second] }
        // The four ends, then the four labels inside words, of the unit before.
        let start = scores[0]
        var end2 = Score.zero
        var end3 = widen(start, 3) + step(3, 3)
        var end6 = Score.zero
        var end7 = widen(start, 7) + step(3, 7)
        var in0 = widen(start, 0) + step(3, 0)
        var in1 = Score.zero
        var in4 = widen(start, 4) + step(3, 4)
        var in5 = Score.zero
        // A word cannot go on or end where none has begun: far below every other score.
        let never = in0 + Self.never
        in1 = never
        in5 = never
        end2 = never
        end6 = never

        @inline(__always)
        func best(_ label: Int, _ bits: inout UInt16, _ shift: UInt16) -> Score {
          let a = end2 + step(2, label)
          let b = end3 + step(3, label)
          let c = end6 + step(6, label)
          let d = end7 + step(7, label)
          let lowIsB = b > a
          let low = lowIsB ? b : a
          let highIsD = d > c
          let high = highIsD ? d : c
          let isHigh = high > low
          bits |= (isHigh ? (highIsD ? 3 : 2) : (lowIsB ? 1 : 0)) &<< shift
          return isHigh ? high : low
        }
        @inline(__always)
        func onward(
          _ begun: Score, _ inner: Score, _ first: Int, _ label: Int, _ bits: inout UInt16,
          _ shift: UInt16
        ) -> Score {
          let a = begun + step(first, label)
          let b = inner + step(first + 1, label)
          let isB = b > a
          bits |= (isB ? 1 : 0) &<< shift
          return isB ? b : a
        }
        for index in 1..<max(1, count) {
          let score = scores[index]
          var bits: UInt16 = 0
          let new0 = best(0, &bits, 0) + widen(score, 0)
          let new3 = best(3, &bits, 2) + widen(score, 3)
          let new4 = best(4, &bits, 4) + widen(score, 4)
          let new7 = best(7, &bits, 6) + widen(score, 7)
          let new1 = onward(in0, in1, 0, 1, &bits, 8) + widen(score, 1)
          let new2 = onward(in0, in1, 0, 2, &bits, 9) + widen(score, 2)
          let new5 = onward(in4, in5, 4, 5, &bits, 10) + widen(score, 5)
          let new6 = onward(in4, in5, 4, 6, &bits, 11) + widen(score, 6)
          (in0, in1, end2, end3) = (new0, new1, new2, new3)
          (in4, in5, end6, end7) = (new4, new5, new6, new7)
          back[index] = bits
        }
        var bits: UInt16 = 0
        _ = best(3, &bits, 0)
        let ends: (UInt8, UInt8, UInt8, UInt8) = (2, 3, 6, 7)
        func end(_ choice: UInt16) -> UInt8 {
          switch choice & 3 {
          case 0: ends.0
          case 1: ends.1
          case 2: ends.2
          default: ends.3
          }
        }
        var label = end(bits)
        var index = count - 1
        while true {
          labels[index] = label
          if index == 0 { break }
          let bits = back[index]
          label =
            switch label {
            case 0: end(bits)
            case 3: end(bits >> 2)
            case 4: end(bits >> 4)
            case 7: end(bits >> 6)
            case 1: UInt8(bits >> 8 & 1)
            case 2: UInt8(bits >> 9 & 1)
            case 5: UInt8(bits >> 10 & 1) + 4
            default: UInt8(bits >> 11 & 1) + 4
            }
          index -= 1
        }
      }
    }
  }

  /// Less than any path's score can make up for.
  private static var never: Score { -1_000_000 }
}
