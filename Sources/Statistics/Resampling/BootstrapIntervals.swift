/// The bootstrap intervals of terms' log ratios, over rounds that are drawn already. See
/// `ArticleResampling`.
struct BootstrapIntervals: Sendable {
  let sample: ArticleSample
  let split: ArticleSplit
  let blocks: [RoundBlock]
  let rounds: Int

  /// The 95 % intervals of some terms, in order; nil for a term that is on one side only.
  func intervals(of terms: Range<Int>) -> [ClosedRange<Double>?] {
    // log₂ of the ratio of the words is the same for all terms.
    let wordRatios = blocks.flatMap { block in
      (0..<RoundBlock.lanes).map { lane in
        Mathematics.binaryLogarithm(
          (block.referenceWords[lane] + 0.5) / (block.targetWords[lane] + 0.5))
      }
    }
    var ratios = [Double](repeating: 0, count: rounds)
    var target = [UInt32](repeating: 0, count: RoundBlock.lanes)
    var reference = target
    return terms.map { term in
      let runs = self.runs(of: term)
      guard runs.contains(where: \.isTarget), runs.contains(where: { !$0.isTarget }) else {
        return nil
      }
      for (number, block) in blocks.enumerated() {
        for lane in target.indices {
          target[lane] = 0
          reference[lane] = 0
        }
        for run in runs {
          if run.isTarget {
            block.add(run.postings, of: sample, to: &target)
          } else {
            block.add(run.postings, of: sample, to: &reference)
          }
        }
        let first = number * RoundBlock.lanes
        for lane in 0..<min(RoundBlock.lanes, rounds - first) {
          ratios[first + lane] =
            Mathematics.binaryLogarithm(
              (Double(target[lane]) + 0.5) / (Double(reference[lane]) + 0.5))
            + wordRatios[first + lane]
        }
      }
      ratios.sort()
      return Self.quantile(0.025, of: ratios)...Self.quantile(0.975, of: ratios)
    }
  }

  /// The postings of a term in the contrast, in runs of one side. Documents stand by group, so the runs
  /// are few.
  private func runs(of term: Int) -> [(postings: Range<Int>, isTarget: Bool)] {
    var runs: [(postings: Range<Int>, isTarget: Bool)] = []
    for posting in sample.postings(of: term) {
      let article = Int(sample.postingArticles[posting])
      if split.stratumOf[article] < 0 { continue }
      let side = split.isTarget[article]
      if let last = runs.last, last.isTarget == side, last.postings.upperBound == posting {
        runs[runs.count - 1].postings = last.postings.lowerBound..<posting + 1
      } else {
        runs.append((posting..<posting + 1, side))
      }
    }
    return runs
  }

  /// A quantile of sorted numbers, between neighbours in proportion (Hyndman & Fan 1996, type 7).
  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}
