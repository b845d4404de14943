/// A contrast tested by resampling whole documents: words of one document are no independent draws.
///
/// *Permutation.* The statistic of a term is U = Σ (c − r w) over the target's documents, where c is the
/// term's count in a document, w its words, and r the term's rate on both sides together: the observed
/// count less the expected one. If group does not matter, documents may change sides, within their
/// source. The mean and the variance of U under such exchanges are known exactly; p is the share of rounds
/// with |U − mean| at least as large as observed, (1 + b)/(1 + rounds). The adjusted p compares with the
/// largest |z| of any term in each round (Westfall and Young's single step), which allows for the
/// dependence of terms.
///
/// *Bootstrap.* Each round draws as many documents of each side, and source, as there are, with
/// replacement; the interval of the log ratio is from the 2.5th to the 97.5th percentile.
///
/// Sources: B. Phipson & G. K. Smyth (2010), "Permutation p-values should never be zero", Statistical
/// Applications in Genetics and Molecular Biology 9:39; P. H. Westfall & S. S. Young (1993),
/// Resampling-Based Multiple Testing; J. Lijffijt et al. (2016), "Significance testing of word frequencies
/// in corpora", Digital Scholarship in the Humanities 31:374–397; B. Efron (1979), Annals of Statistics
/// 7:1–26.
struct ArticleResampling: Sendable {
  let sample: ArticleSample
  let split: ArticleSplit
  let rounds: Int
  let seed: UInt64
  /// The number of the contrast, so that each has rounds of its own.
  let stream: Int

  /// The evidence for each term, in order. The same at any number of threads.
  ///
  /// - Complexity: O(*B* (*d* + *p*)) in rounds, documents and postings; *B* · *d* bytes of memory.
  func evidence(threads: Int) async -> [ArticleEvidence] {
    let blockCount = (rounds + RoundBlock.lanes - 1) / RoundBlock.lanes
    let permutation: [PermutationTest.Result]
    let largest: [Double]
    do {
      let blocks = await Self.map(blockCount, threads: threads) {
        RoundBlock(exchanging: split, seed: seed, stream: stream, block: $0)
      }
      let test = PermutationTest(sample: sample, split: split, blocks: blocks, rounds: rounds)
      let chunks = await Self.map(chunkCount(threads), threads: threads) {
        test.results(of: terms($0, threads))
      }
      permutation = chunks.flatMap(\.results)
      largest = (0..<rounds).map { round in
        chunks.reduce(0) { max($0, $1.largest[round]) }
      }.sorted()
    }
    let blocks = await Self.map(blockCount, threads: threads) {
      RoundBlock(redrawing: split, seed: seed, stream: stream, block: $0)
    }
    let bootstrap = BootstrapIntervals(
      sample: sample, split: split, blocks: blocks, rounds: rounds)
    let intervals = await Self.map(chunkCount(threads), threads: threads) {
      bootstrap.intervals(of: terms($0, threads))
    }.flatMap { $0 }
    return zip(permutation, intervals).map { result, interval in
      ArticleEvidence(
        zScore: result.zScore, pValue: result.pValue,
        adjustedPValue: adjusted(result, largest: largest), logRatioInterval: interval)
    }
  }

  /// The share of rounds whose largest |z| is at least that of a term.
  private func adjusted(_ result: PermutationTest.Result, largest: [Double]) -> Double {
    if result.zScore == 0 { return 1 }
    let bound = PermutationTest.bound(abs(result.zScore))
    var low = 0
    var high = largest.count
    while low < high {
      let middle = (low + high) / 2
      if largest[middle] < bound { low = middle + 1 } else { high = middle }
    }
    let reached = Double(largest.count - low)
    return max(result.pValue, (1 + reached) / Double(1 + rounds))
  }

  private func chunkCount(_ threads: Int) -> Int { max(1, min(sample.termCount, threads * 8)) }

  private func terms(_ chunk: Int, _ threads: Int) -> Range<Int> {
    let count = chunkCount(threads)
    return chunk * sample.termCount / count..<(chunk + 1) * sample.termCount / count
  }

  /// The results of `body` for 0 to `count` − 1, in order, worked out on several threads.
  private static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
  ) async -> [Result] {
    if threads <= 1 || count <= 1 { return (0..<count).map(body) }
    return await withTaskGroup(of: (Int, Result).self) { group in
      var next = 0
      var results = [Result?](repeating: nil, count: count)
      while next < min(threads, count) {
        group.addTask { [next] in (next, body(next)) }
        next += 1
      }
      while let (index, result) = await group.next() {
        results[index] = result
        if next < count {
          group.addTask { [next] in (next, body(next)) }
          next += 1
        }
      }
      return results.compactMap(\.self)
    }
  }
}
