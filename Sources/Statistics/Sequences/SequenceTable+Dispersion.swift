extension SequenceTable {
  /// The dispersion of every term over the parts of the corpus.
  ///
  /// Parts without words are none.
  ///
  /// - Complexity: O(*n*) in the words.
  public func dispersions() -> DispersionTable {
    let allWords = frequencies.wordCount
    var sums = [DispersionSums](repeating: DispersionSums(), count: frequencies.termCount)
    var counts = [Int](repeating: 0, count: frequencies.termCount)
    var seen: [Int] = []
    var parts = 0
    var smallest = Int.max
    forEachPart { ranges in
      var words = 0
      for range in ranges {
        stream.forEach(in: range) { element in
          guard case .term(let term) = element else { return }
          if counts[term] == 0 { seen.append(term) }
          counts[term] += 1
          words += 1
        }
      }
      guard words > 0 else { return }
      parts += 1
      smallest = min(smallest, words)
      for term in seen {
        sums[term].add(
          count: counts[term], words: words, allCounts: frequencies.termFrequency(at: term),
          allWords: allWords)
        counts[term] = 0
      }
      seen.removeAll(keepingCapacity: true)
    }
    let dispersions = sums.enumerated().map { term, sums in
      sums.dispersion(
        parts: parts, smallest: smallest, allCounts: frequencies.termFrequency(at: term),
        allWords: allWords)
    }
    return DispersionTable(table: frequencies, dispersions: dispersions, partCount: parts)
  }

  /// Calls `body` for each part with where its documents stand in the stream.
  private func forEachPart(_ body: ([Range<Int>]) -> Void) {
    let ranges = documents.indices.map { index in
      (index == 0 ? 0 : documents[index - 1].end)..<documents[index].end
    }
    if division == .documents {
      for range in ranges { body([range]) }
      return
    }
    var rangesOfPart = [[Range<Int>]](repeating: [], count: partNames.count)
    for (document, range) in zip(documents, ranges) { rangesOfPart[document.part].append(range) }
    for ranges in rangesOfPart { body(ranges) }
  }
}
