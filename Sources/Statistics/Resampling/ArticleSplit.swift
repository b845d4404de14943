/// The documents of a contrast, as a resampling sees them: which are the target's, and which may be
/// exchanged with which.
struct ArticleSplit: Sendable {
  /// Documents that may be exchanged with each other.
  struct Stratum: Sendable {
    var articles: [Int] = []
    /// How many of them are the target's.
    var targets = 0
    /// The sums of their words, and of the squares of these.
    var words = 0.0
    var wordsSquared = 0.0
  }

  /// Documents of one side that may stand for each other when documents are drawn anew.
  struct Part: Sendable {
    var articles: [Int]
    var isTarget: Bool
  }

  /// The number of documents of the sample, those outside the contrast included.
  let articleCount: Int
  /// The words of each document.
  let words: [Int]
  /// The words of both sides.
  let allWords: Int
  /// The words of the target.
  let targetWords: Int
  /// Whether each document is the target's.
  let isTarget: [Bool]
  let strata: [Stratum]
  /// The stratum of each document; -1 outside the contrast.
  let stratumOf: [Int]
  let parts: [Part]
  /// Whether documents are exchanged within their sources only.
  let isStratified: Bool

  /// A source of fewer documents is no stratum of its own: all such sources are one.
  static let minimumStratum = 5

  /// - Parameters:
  ///   - contrast: What is compared with what.
  ///   - stratifies: Whether documents are exchanged within their sources only. If that would leave more
  ///     than half of them where they are, because their source is on one side only, all are exchanged.
  init(of contrast: ComparisonContrast, in sample: ArticleSample, stratifies: Bool) {
    let articles = sample.articles
    let words = articles.map(\.words)
    let isTarget = articles.map { $0.group == contrast.target }
    let inContrast = articles.indices.filter {
      isTarget[$0] || contrast.references.contains(articles[$0].group)
    }
    var strata = Self.strata(of: inContrast, sample, isTarget)
    let exchangeable = strata.reduce(0) { sum, stratum in
      let isMixed = stratum.targets > 0 && stratum.targets < stratum.articles.count
      return sum + (isMixed ? stratum.articles.count : 0)
    }
    let isStratified = stratifies && strata.count > 1 && exchangeable * 2 >= inContrast.count
    if !isStratified {
      strata = [Stratum(articles: inContrast, targets: inContrast.count { isTarget[$0] })]
    }
    var stratumOf = [Int](repeating: -1, count: articles.count)
    for place in strata.indices {
      for article in strata[place].articles {
        stratumOf[article] = place
        strata[place].words += Double(words[article])
        strata[place].wordsSquared += Double(words[article]) * Double(words[article])
      }
    }
    var parts: [Part] = []
    for side in [true, false] {
      let own = inContrast.filter { isTarget[$0] == side }
      let grouped =
        isStratified ? Self.strata(of: own, sample, isTarget).map(\.articles) : [own]
      parts += grouped.filter { !$0.isEmpty }.map { Part(articles: $0, isTarget: side) }
    }
    articleCount = articles.count
    allWords = inContrast.reduce(0) { $0 + words[$1] }
    targetWords = inContrast.reduce(0) { $0 + (isTarget[$1] ? words[$1] : 0) }
    self.words = words
    self.isTarget = isTarget
    self.isStratified = isStratified
    self.strata = strata
    self.stratumOf = stratumOf
    self.parts = parts
  }

  /// The documents by source, the small sources together.
  private static func strata(
    of articles: [Int], _ sample: ArticleSample, _ isTarget: [Bool]
  ) -> [Stratum] {
    var sizes = [Int](repeating: 0, count: sample.sourceNames.count)
    for article in articles { sizes[sample.articles[article].source] += 1 }
    var strata = [Stratum](repeating: Stratum(), count: sizes.count + 1)
    for article in articles {
      let source = sample.articles[article].source
      let place = sizes[source] < minimumStratum ? sizes.count : source
      strata[place].articles.append(article)
      strata[place].targets += isTarget[article] ? 1 : 0
    }
    return strata.filter { !$0.articles.isEmpty }
  }
}
