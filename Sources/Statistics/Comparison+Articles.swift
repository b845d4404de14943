extension Comparison {
  /// Whether the counts of the single articles are known.
  public var hasArticles: Bool { articles != nil }

  /// Whether the groups are the sources, so that it says nothing that their sources differ.
  public var isBySource: Bool {
    guard let articles else { return false }
    return articles.articles.allSatisfy { articles.sourceNames[$0.source] == groups[$0.group].name }
  }

  /// How a term's occurrences in the target of a contrast are spread over articles and sources; nil if the
  /// comparison was made without the counts of articles.
  ///
  /// - Complexity: O(*p*) in the articles with the term.
  public func spread(of row: ComparisonRow, in contrast: Int) -> TermSpread? {
    guard let articles else { return nil }
    let (target, references) = (contrasts[contrast].target, contrasts[contrast].references)
    var largest = (count: 0, words: 0)
    var bySource: [Int: (target: Int, reference: Int)] = [:]
    for posting in articles.postings(of: row.place) {
      let article = articles.articles[Int(articles.postingArticles[posting])]
      let count = Int(articles.postingCounts[posting])
      if article.group == target {
        if count > largest.count { largest = (count, article.words) }
        bySource[article.source, default: (0, 0)].target += count
      } else if references.contains(article.group) {
        bySource[article.source, default: (0, 0)].reference += count
      }
    }
    let counts = (
      target: row.cells[target].termFrequency,
      reference: references.reduce(0) { $0 + row.cells[$1].termFrequency }
    )
    let words = (
      target: groups[target].wordCount,
      reference: references.reduce(0) { $0 + groups[$1].wordCount }
    )
    /// Whether the difference is at most half as large without some of the text.
    func isHalved(_ less: (target: Int, reference: Int), _ lessWords: (target: Int, reference: Int))
      -> Bool
    {
      let ratio = LogRatio(
        target: counts.target - less.target, targetWords: words.target - lessWords.target,
        reference: counts.reference - less.reference,
        referenceWords: words.reference - lessWords.reference)
      return ratio.value * 2 <= row.keyness[contrast].logRatio.value
    }
    var caution: TermSpread.Caution?
    if row.keyness[contrast].logRatio.value > 0 {
      if isHalved((largest.count, 0), (largest.words, 0)) {
        caution = .article
      } else if let source = bySource.max(by: { one, two in
        (one.value.target, two.key) < (two.value.target, one.key)
      }) {
        let size = (
          target: articles.words(ofSource: source.key, in: [target]),
          reference: articles.words(ofSource: source.key, in: references)
        )
        // A side that comes from that source alone leaves nothing to compare.
        if size.target < words.target, size.reference < words.reference,
          isHalved(source.value, size)
        {
          caution = .source
        }
      }
    }
    return TermSpread(
      largestArticleShare: counts.target == 0
        ? 0 : Double(largest.count) / Double(counts.target),
      sourceCount: bySource.count {
        $0.value.target > 0 && !articles.sourceNames[$0.key].isEmpty
      },
      caution: caution)
  }

  /// How the articles of each group differ from those of the others in length and source; empty if the
  /// comparison was made without the counts of articles.
  ///
  /// - Complexity: O(*k* *d*) in groups and documents.
  public func makeUp() -> [GroupMakeUp] {
    guard let articles else { return [] }
    return groups.indices.compactMap { group in
      var own = articles.articles.filter { $0.group == group }.map { Double($0.words) }
      var others = articles.articles.filter { $0.group != group }.map { Double($0.words) }
      guard !own.isEmpty, !others.isEmpty else { return nil }
      return GroupMakeUp(
        group: group, medianWords: Median.value(of: &own),
        othersMedianWords: Median.value(of: &others),
        sourceOverlap: articles.sourceOverlap(of: group))
    }
  }
}
