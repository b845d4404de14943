internal import Lexicons

/// Labels the units of a stretch in one standard, after the standard that guides it, if any.
final class StretchLabeler {
  private let scorer: LabelScorer
  private let base: StretchLabeler?
  @exclusivity(unchecked) private var path: LabelPath<Int32>
  /// The scores of the window's units; nil before a window is looked at.
  @exclusivity(unchecked) private var scores: UnsafeMutablePointer<LabelScorer.Scores>?
  @exclusivity(unchecked) private var labels: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var capacity = 1 << 15

  /// - Parameter base: What labels in the guiding standard; needed where the layer has a guide.
  init(_ layer: LabelLayer, base: StretchLabeler?) {
    scorer = LabelScorer(layer)
    self.base = base
    path = LabelPath(transitions: layer.transitions)
    labels = .allocate(capacity: capacity)
  }

  deinit { labels.deallocate() }

  /// Looks at a window before its stretches are labelled.
  func begin(_ units: UnitSequence) {
    base?.begin(units)
    scores = scorer.scores(of: units)
    if units.count > capacity {
      labels.deallocate()
      capacity = units.count + units.count / 2
      labels = .allocate(capacity: capacity)
    }
  }

  /// Copies the labels that the guiding standard gave the units of the stretch that was labelled last.
  func copyGuidingLabels(of stretch: Range<Int>, to copy: inout [UInt8]) {
    guard let base else { return }
    for unit in stretch { copy[unit] = base.labels[unit &- stretch.lowerBound] }
  }

  /// The labels of the units of a stretch of the window; valid until the next call, and the caller's to
  /// change.
  func labels(of stretch: Range<Int>, in units: UnitSequence) -> UnsafeMutablePointer<UInt8> {
    let count = stretch.count
    guard let window = scores else { return labels }
    let scores = window + stretch.lowerBound
    if let guide = scorer.layer.guide, let base {
      let guiding = base.labels(of: stretch, in: units)
      scorer.addGuide(
        guide, to: scores, codes: units.codes + stretch.lowerBound, labels: UnsafePointer(guiding),
        count: count)
    }
    path.find(
      UnsafePointer(scores), count: count, into: labels,
      widen: { SIMD8<Int32>(truncatingIfNeeded: $0) }, add: { $0 &+ $1 }, number: { Int($0) })
    return labels
  }
}
