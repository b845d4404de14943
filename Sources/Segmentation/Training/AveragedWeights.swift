/// Rows of weights that are learnt by the averaged perceptron: what is used in the end is the mean of
/// the weights over all steps.
///
/// Source: Collins, "Discriminative training methods for hidden Markov models" (2002); the mean is kept
/// as in Daumé's thesis (2006): a second array gathers each change times the step at which it was made.
final class AveragedWeights: @unchecked Sendable {
  // Safe to share: threads read while none writes; the trainer alternates between the two.
  typealias Row = SIMD8<Float>

  let count: Int
  private(set) var rows: UnsafeMutablePointer<Row>
  private var sums: UnsafeMutablePointer<Row>
  /// The number of the step under way, from 1.
  var step: Float = 1

  init(count: Int) {
    self.count = count
    rows = .allocate(capacity: count)
    sums = .allocate(capacity: count)
    rows.initialize(repeating: .zero, count: count)
    sums.initialize(repeating: .zero, count: count)
  }

  deinit {
    rows.deallocate()
    sums.deallocate()
  }

  @inline(__always)
  func add(_ amount: Float, _ row: Int, _ label: UInt8) {
    let lane = Int(label & 7)
    rows[row][lane] += amount
    sums[row][lane] += amount * step
  }

  /// The means of the rows.
  func averaged() -> [Row] {
    (0..<count).map { rows[$0] - sums[$0] / step }
  }
}
