/// How often each document is drawn in each of 64 rounds of a resampling, and how many words that makes.
///
/// The numbers of a document stand together, so that one pass over a term's documents serves 64 rounds.
struct RoundBlock: Sendable {
  /// The rounds of a block.
  static let lanes = 64

  /// For each document, its weight in each round.
  private var weights: [UInt8]
  /// The words of the target, and of the reference, in each round.
  private(set) var targetWords = [Double](repeating: 0, count: lanes)
  private(set) var referenceWords = [Double](repeating: 0, count: lanes)

  /// Draws as many documents of each stratum for the target as it has there, without replacement; all
  /// others are the reference's and have the weight 0.
  init(exchanging split: ArticleSplit, seed: UInt64, stream: Int, block: Int) {
    weights = [UInt8](repeating: 0, count: split.articleCount * Self.lanes)
    for lane in 0..<Self.lanes {
      var generator = RoundGenerator(
        seed: seed, stream: 2 * stream, round: block * Self.lanes + lane)
      var drawn = 0
      for stratum in split.strata {
        // Selection sampling: Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S.
        var needed = stratum.targets
        var left = stratum.articles.count
        for article in stratum.articles {
          if needed == 0 { break }
          if generator.next(below: left) < needed {
            weights[article * Self.lanes + lane] = 1
            drawn += split.words[article]
            needed -= 1
          }
          left -= 1
        }
      }
      targetWords[lane] = Double(drawn)
      referenceWords[lane] = Double(split.allWords - drawn)
    }
  }

  /// Draws as many documents of each part as it has, with replacement.
  init(redrawing split: ArticleSplit, seed: UInt64, stream: Int, block: Int) {
    weights = [UInt8](repeating: 0, count: split.articleCount * Self.lanes)
    for lane in 0..<Self.lanes {
      var generator = RoundGenerator(
        seed: seed, stream: 2 * stream + 1, round: block * Self.lanes + lane)
      for part in split.parts {
        var drawn = 0
        for _ in part.articles {
          let article = part.articles[generator.next(below: part.articles.count)]
          // More than 255 draws of one of many documents do not happen.
          weights[article * Self.lanes + lane] &+= 1
          drawn += split.words[article]
        }
        if part.isTarget {
          targetWords[lane] += Double(drawn)
        } else {
          referenceWords[lane] += Double(drawn)
        }
      }
    }
  }

  /// Adds a term's occurrences in the given postings to the sum of each round.
  ///
  /// - Precondition: the postings name documents of the split that the block was made for, and `sums` has
  ///   a number for each round.
  func add(_ postings: Range<Int>, of sample: ArticleSample, to sums: inout [UInt32]) {
    precondition(sums.count == Self.lanes)
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for posting in postings {
          let start = Int(sample.postingArticles[posting]) * Self.lanes
          // Safe without a check for each round: the whole row is checked here.
          precondition(start + Self.lanes <= weights.count)
          let count = sample.postingCounts[posting]
          if count == 1 {
            for lane in 0..<Self.lanes { sums[lane] &+= UInt32(weights[start + lane]) }
          } else {
            for lane in 0..<Self.lanes { sums[lane] &+= count &* UInt32(weights[start + lane]) }
          }
        }
      }
    }
  }
}
