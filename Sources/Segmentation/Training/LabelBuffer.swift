/// Labels that several threads write, each its own sentences.
final class LabelBuffer: @unchecked Sendable {
  // Safe to share: no two tasks write the labels of one sentence, and none reads before all are done.
  let base: UnsafeMutablePointer<UInt8>

  init(_ labels: [UInt8]) {
    base = .allocate(capacity: max(1, labels.count))
    base.initialize(from: labels, count: labels.count)
  }

  deinit { base.deallocate() }
}
