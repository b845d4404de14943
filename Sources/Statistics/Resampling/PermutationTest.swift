/// The permutation test of terms, over rounds that are drawn already. See `ArticleResampling`.
struct PermutationTest: Sendable {
  let sample: ArticleSample
  let split: ArticleSplit
  let blocks: [RoundBlock]
  let rounds: Int

  /// What the test says of a term.
  struct Result: Sendable {
    var zScore = 0.0
    var pValue = 1.0
  }

  /// The smallest value that counts as reaching another: sums of the same documents in another order may
  /// differ in the last digits.
  static func bound(_ value: Double) -> Double { value * (1 - 1e-10) }

  /// The results of some terms, and for each round the largest |z| of any of them.
  func results(of terms: Range<Int>) -> (results: [Result], largest: [Double]) {
    var largest = [Double](repeating: 0, count: rounds)
    var sums = [UInt32](repeating: 0, count: RoundBlock.lanes)
    let results = terms.map { term in
      let moments = Moments(of: term, in: sample, split)
      guard moments.deviation > 0 else { return Result() }
      let observed = moments.zScore
      let bound = Self.bound(abs(observed))
      var reached = 0
      for (number, block) in blocks.enumerated() {
        for lane in sums.indices { sums[lane] = 0 }
        block.add(sample.postings(of: term), of: sample, to: &sums)
        let first = number * RoundBlock.lanes
        for lane in 0..<min(RoundBlock.lanes, rounds - first) {
          let z = abs(
            moments.zScore(count: Double(sums[lane]), words: block.targetWords[lane]))
          if z >= bound { reached += 1 }
          largest[first + lane] = max(largest[first + lane], z)
        }
      }
      return Result(zScore: observed, pValue: Double(1 + reached) / Double(1 + rounds))
    }
    return (results, largest)
  }

  /// The mean and the standard deviation of U when documents are exchanged.
  struct Moments {
    /// The term's rate on both sides together.
    private var rate = 0.0
    private(set) var mean = 0.0
    private(set) var deviation = 0.0
    /// U in standard deviations from its mean.
    private(set) var zScore = 0.0

    init(of term: Int, in sample: ArticleSample, _ split: ArticleSplit) {
      let postings = sample.postings(of: term)
      var strata = [Sums](repeating: Sums(), count: split.strata.count)
      var all = 0.0
      var target = 0.0
      for posting in postings {
        let article = Int(sample.postingArticles[posting])
        let place = split.stratumOf[article]
        if place < 0 { continue }
        let count = Double(sample.postingCounts[posting])
        all += count
        if split.isTarget[article] { target += count }
        strata[place].count += count
        strata[place].countSquared += count * count
        strata[place].product += count * Double(split.words[article])
      }
      guard split.allWords > 0, all > 0 else { return }
      rate = all / Double(split.allWords)
      var variance = 0.0
      for (place, stratum) in split.strata.enumerated() {
        let size = Double(stratum.articles.count)
        let targets = Double(stratum.targets)
        if size < 2 || targets == 0 || targets == size {
          if targets > 0 { mean += strata[place].count - rate * stratum.words }
          continue
        }
        let sum = strata[place].count - rate * stratum.words
        let squares =
          strata[place].countSquared - 2 * rate * strata[place].product
          + rate * rate * stratum.wordsSquared
        mean += targets * sum / size
        variance +=
          targets * (size - targets) / (size * (size - 1)) * max(0, squares - sum * sum / size)
      }
      // What is left of a variance of 0 after rounding is no deviation.
      guard variance > 1e-9 * all else { return }
      deviation = variance.squareRoot()
      zScore = zScore(count: target, words: Double(split.targetWords))
    }

    func zScore(count: Double, words: Double) -> Double {
      (count - rate * words - mean) / deviation
    }

    /// Sums over the documents of a stratum: of counts, their squares, and counts times words.
    private struct Sums {
      var count = 0.0
      var countSquared = 0.0
      var product = 0.0
    }
  }
}
