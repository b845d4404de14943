import TextModel

/// Finds the keywords of a document, or of many together, against a background: by TF-IDF, or by keyness.
///
/// **TF-IDF**: score = 1000 · (f/n) · ln((D + 1)/(df + 1)) · w, where f is the term's count, n the words of the text,
/// D and df the background's documents in all and with the term. The unit is nats per thousand words, so
/// scores of texts of different length compare; the range is 0 to 1000 ln(D + 1); higher is more typical.
///
/// A term that the background does not know has df = 0, hence the largest weight there is: a new company
/// or product should come first. But a *word* (not an entity) that it does not know and that occurs only
/// once is as likely a slip of segmentation, and is damped by w = `loneUnknownWeight`. Otherwise w = 1.
///
/// **Keyness**: score = signed G² (`LogLikelihood`) of the term's *f* of *n* words here against its occurrences among the
/// background's words. Higher is surer, and longer texts score higher. Listed are the terms that are more frequent here. A background
/// that knows only document frequencies takes them for occurrences: its documents are sentences, in which a term seldom
/// stands twice.
///
/// Source: G. Salton & C. Buckley (1988), "Term-weighting approaches in automatic text retrieval",
/// Information Processing & Management 24:513–523; the damping is Fenci's own. Keyness: M. Scott (1997), "PC analysis of key words", System 25:233–245; T. Dunning (1993),
/// Computational Linguistics 19:61–74.
public struct KeywordExtractor: Sendable {
  /// What is ordinary.
  public var background: BackgroundFrequencies
  /// Which terms may be keywords.
  public var filter: TermFilter
  /// What of a text is counted, where the extractor does the counting.
  public var selection: TermSelection
  /// The weight of a word that is unknown to the background and occurs once: from 0 to 1.
  public var loneUnknownWeight: Double
  /// The measure.
  public var measure: Measure

  /// What a score is.
  public enum Measure: Sendable, Hashable {
    case tfidf
    case keyness
  }

  public init(
    background: BackgroundFrequencies, filter: TermFilter = TermFilter(),
    selection: TermSelection = .wordsAndEntities, loneUnknownWeight: Double = 0.5,
    measure: Measure = .tfidf
  ) {
    self.measure = measure
    self.background = background
    self.filter = filter
    self.selection = selection
    self.loneUnknownWeight = loneUnknownWeight
  }

  /// The keywords of one document.
  ///
  /// - Parameters:
  ///   - analysis: The document.
  ///   - limit: The most keywords to return; nil for all.
  public func keywords(of analysis: Analysis, limit: Int? = nil) -> KeywordList {
    var table = FrequencyTable(selection: selection)
    table.add(analysis)
    return keywords(of: table, limit: limit)
  }

  /// The keywords of all that a table has counted, taken as one text.
  ///
  /// - Parameters:
  ///   - table: The counts of a document or of a corpus.
  ///   - limit: The most keywords to return; nil for all.
  /// - Complexity: O(*n* log *n*) in the distinct terms.
  public func keywords(of table: FrequencyTable, limit: Int? = nil) -> KeywordList {
    let outcome = filter.outcome(of: table)
    let keywords: [Keyword] = outcome.rows.map { keyword($0, words: table.wordCount) }
      .filter { (keyword: Keyword) -> Bool in measure == .tfidf || keyword.score > 0 }
      .sorted { $0.score == $1.score ? $0.term < $1.term : $0.score > $1.score }
    return KeywordList(
      method: measure == .tfidf ? .tfidf : .keyness,
      keywords: limit.map { Array(keywords.prefix(max(0, $0))) } ?? keywords,
      candidateCount: keywords.count, wordCount: table.wordCount,
      documentCount: table.documentCount, drops: outcome.drops,
      backgroundName: background.name, backgroundVersion: background.version)
  }

  private func keyword(_ row: FrequencyRow, words: Int) -> Keyword {
    let known = background.documentFrequency(of: row.term)
    let score =
      switch measure {
      case .tfidf: tfidf(row, isKnown: known != nil, words: words)
      case .keyness:
        LogLikelihood.signed(
          target: row.termFrequency, targetWords: words, reference: known ?? 0,
          referenceWords: max(known ?? 0, background.occurrenceCount))
      }
    return Keyword(
      term: row.term, termFrequency: row.termFrequency,
      documentFrequency: row.documentFrequency, partOfSpeech: row.partOfSpeech,
      backgroundDocumentFrequency: known, score: score)
  }

  private func tfidf(_ row: FrequencyRow, isKnown: Bool, words: Int) -> Double {
    let isLoneUnknown = !isKnown && row.termFrequency == 1 && !row.term.isEntity
    let weight = isLoneUnknown ? loneUnknownWeight : 1
    let rate = Double(row.termFrequency) / Double(max(1, words))
    return 1000 * rate * background.inverseDocumentFrequency(of: row.term) * weight
  }
}
