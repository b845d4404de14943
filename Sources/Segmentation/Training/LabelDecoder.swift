/// Labels sentences with weights under training; each thread has its own.
final class LabelDecoder: @unchecked Sendable {
  // Safe to pass on: the trainer lends a decoder to one task at a time.
  private let features: LabelFeatures
  private let instances: LabelInstances
  private var scores: [SIMD8<Float>] = []

  init(_ features: LabelFeatures, _ instances: LabelInstances) {
    self.features = features
    self.instances = instances
  }

  /// Writes the labels of a sentence's stretches; the other units keep theirs.
  ///
  /// - Parameter margin: What each wrong label is given ahead of the right one.
  func label(
    _ sentence: Int, with rows: UnsafePointer<AveragedWeights.Row>,
    path: inout LabelPath<Float>, margin: Float, into labels: UnsafeMutablePointer<UInt8>
  ) {
    let text = instances.text
    let range = Int(text.sentences[sentence].lowerBound)..<Int(text.sentences[sentence].upperBound)
    let stretches =
      Int(text.firstStretch[sentence])..<Int(text.firstStretch[sentence + 1])
    for index in stretches {
      let stretch = Int(text.stretches[index].lowerBound)..<Int(text.stretches[index].upperBound)
      if scores.count < stretch.count {
        scores = [SIMD8<Float>](repeating: .zero, count: stretch.count * 2)
      }
      scores.withUnsafeMutableBufferPointer { scores in
        for unit in stretch {
          var sum = SIMD8<Float>(repeating: margin)
          if margin > 0 { sum[Int(text.labels[unit] & 7)] = 0 }
          instances.forEachRow(of: unit, in: range, features) { sum += rows[$0] }
          instances.forEachGuideRow(of: unit, in: stretch, features) { sum += rows[$0] }
          scores[unit &- stretch.lowerBound] = sum
        }
        guard let base = scores.baseAddress else { return }
        path.find(
          UnsafePointer(base), count: stretch.count, into: labels + stretch.lowerBound,
          widen: { $0 }, add: { $0 + $1 }, number: { Int($0) })
      }
    }
  }
}
