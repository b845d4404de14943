extension SequenceTable {
  /// The n-grams of a corpus: terms that follow each other with no mark and no line's end between them.
  ///
  /// Counts are exact. An n-gram cannot be more frequent than its parts, so only those are counted whose
  /// first *n* − 1 terms, and whose last, are frequent enough (R. Agrawal & R. Srikant, 1994).
  ///
  /// - Complexity: O(*n*) in the words, for each length; the whole more than once if there are more than some
  ///   million n-grams.
  public func nGrams(
    _ search: NGramSearch, sortedBy order: NGramOrder = .termFrequency
  ) -> [NGram] {
    let terms = Terms(of: frequencies, search)
    var levels: [NGramLevel] = []
    var rows: [NGram] = []
    if search.lengths.contains(1) {
      for term in 0..<frequencies.termCount where terms.isFrequent[term] && terms.isWanted[term] {
        let row = frequencies.row(at: term)
        guard row.documentFrequency >= search.filter.minimumDocuments else { continue }
        rows.append(
          NGram(
            terms: [row.term], termFrequency: row.termFrequency,
            documentFrequency: row.documentFrequency, perMillion: row.perMillion, association: nil))
      }
    }
    for length in stride(from: 2, through: search.lengths.upperBound, by: 1) {
      levels.append(level(length, above: levels, terms, search))
      if length >= search.lengths.lowerBound { rows += nGrams(of: levels, terms, search) }
    }
    return rows.sorted(by: order.areInOrder)
  }

  /// What is known of single terms.
  private struct Terms {
    let isFrequent: [Bool]
    /// Whether an n-gram may begin and end with the term.
    let isWanted: [Bool]

    init(of table: FrequencyTable, _ search: NGramSearch) {
      var filter = search.filter
      filter.minimumCount = 0
      filter.minimumDocuments = 0
      isFrequent = (0..<table.termCount).map {
        table.termFrequency(at: $0) >= search.minimumCount
      }
      isWanted = (0..<table.termCount).map { filter.rule(dropping: table.row(at: $0)) == nil }
    }
  }

  private func level(
    _ length: Int, above levels: [NGramLevel], _ terms: Terms, _ search: NGramSearch
  ) -> NGramLevel {
    var parts: UInt64 = 1
    while true {
      if let level = level(length, above: levels, terms, search, parts: parts) { return level }
      parts *= 2
    }
  }

  /// Counts the n-grams of one length, a part of them in each pass; nil if a part is too large.
  private func level(
    _ length: Int, above levels: [NGramLevel], _ terms: Terms, _ search: NGramSearch,
    parts: UInt64
  ) -> NGramLevel? {
    var entries: [NGramCounter.Entry] = []
    var margins = NGramLevel.Margins(prefixes: [], terms: [])
    for part in 0..<parts {
      var counter = NGramCounter()
      var isFull = false
      margins = .init(
        prefixes: [Int](repeating: 0, count: levels.last?.entries.count ?? frequencies.termCount),
        terms: [Int](repeating: 0, count: frequencies.termCount))
      forEachPair(length, levels, terms, window: search.window) { prefix, term, document in
        margins.total += 1
        margins.terms[term] += 1
        guard let prefix else { return }
        margins.prefixes[prefix] += 1
        guard terms.isFrequent[term], !isFull else { return }
        let key = NGramCounter.key(prefix, term)
        guard NGramCounter.hash(key) >> 40 % parts == part else { return }
        isFull = counter.add(key, in: document) > search.tableLimit
      }
      if isFull { return nil }
      entries += counter.entries(ofAtLeast: search.minimumCount)
    }
    return NGramLevel(entries: entries, margins: margins)
  }

  /// Calls `body` for each place of an n-gram, with the number of its prefix, if that is frequent and begins
  /// with a term that is wanted, and its last term.
  @inline(__always)
  private func forEachPair(
    _ length: Int, _ levels: [NGramLevel], _ terms: Terms, window: Int,
    _ body: (_ prefix: Int?, _ term: Int, _ document: UInt32) -> Void
  ) {
    var begin = 0
    for (document, end) in documents.map(\.end).enumerated() {
      // The number of the n-gram of each length that ends before the next term; nil if it is not counted.
      var prefixes = [Int?](repeating: nil, count: length - 1)
      // For pairs in a window: the terms before the next one, the last first.
      var history: [Int?] = []
      var run = 0
      stream.forEach(in: begin..<end) { element in
        guard case .term(let term) = element else {
          run = 0
          history.removeAll(keepingCapacity: true)
          return
        }
        let single = terms.isFrequent[term] && terms.isWanted[term] ? term : nil
        if window > 1 {
          for prefix in history { body(prefix, term, UInt32(document)) }
          if history.count == window { history.removeLast() }
          history.insert(single, at: 0)
          return
        }
        if run >= length - 1 { body(prefixes[length - 2], term, UInt32(document)) }
        for place in stride(from: length - 2, through: 1, by: -1) {
          prefixes[place] =
            run >= place
            ? prefixes[place - 1].flatMap { levels[place - 1].number(of: $0, term) } : nil
        }
        prefixes[0] = single
        run += 1
      }
      begin = end
    }
  }

  /// The n-grams of the last level that are wanted.
  private func nGrams(
    of levels: [NGramLevel], _ terms: Terms, _ search: NGramSearch
  ) -> [NGram] {
    let level = levels[levels.count - 1]
    return level.entries.indices.compactMap { number in
      let entry = level.entries[number]
      guard terms.isWanted[level.parts(of: number).term],
        Int(entry.documents) >= search.filter.minimumDocuments
      else { return nil }
      var numbers: [Int] = []
      var rest = number
      for level in levels.reversed() {
        let parts = level.parts(of: rest)
        numbers.append(parts.term)
        rest = parts.prefix
      }
      numbers.append(rest)
      return NGram(
        terms: numbers.reversed().map { frequencies.row(at: $0).term },
        termFrequency: Int(entry.count), documentFrequency: Int(entry.documents),
        perMillion: Rate.perMillion(Int(entry.count), of: frequencies.wordCount),
        association: level.association(of: number))
    }
  }
}
