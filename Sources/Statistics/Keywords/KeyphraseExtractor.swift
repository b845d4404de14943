import TextModel

/// Finds the key phrases of a document: whole phrases (大模型创业公司), words and entities, no clauses and no function
/// words.
///
/// Candidates are the runs of one to four content words and entities that stand next to each other
/// (`KeyphraseCandidates`). A linear model of a few features weighs them (`KeyphraseModel`). A candidate that occurs
/// only inside a longer one of a higher weight is left out.
///
/// The score is the weight in per cent: of all candidates of a document together it is 100.
///
/// An extractor remembers each distinct word that it has met: use a copy a thread, for many documents.
public struct KeyphraseExtractor: Sendable {
  private var reader: KeyphraseReader

  /// - Parameters:
  ///   - background: What is ordinary.
  ///   - filter: What words a phrase may have (kinds, word classes, stop words), and the least length and the fewest
  ///     occurrences of a phrase.
  ///   - selection: Whether an entity is one unit.
  public init(
    background: BackgroundFrequencies, filter: TermFilter = TermFilter(),
    selection: TermSelection = .wordsAndEntities
  ) {
    reader = KeyphraseReader(background: background, filter: filter, selection: selection)
  }

  /// What is ordinary.
  public var background: BackgroundFrequencies { reader.background }
  /// Which words and phrases are considered.
  public var filter: TermFilter { reader.filter }

  /// The key phrases of one document, highest score first; of equal scores the first in the text.
  ///
  /// - Parameters:
  ///   - analysis: The document's text.
  ///   - title: Its title, if it has one that is no part of the text.
  ///   - limit: The most phrases to return; nil for all.
  ///   - explains: Whether the features are returned too (`Keyword.features`), and the candidates that lie in others.
  /// - Complexity: O(*n* log *n*) in the words of the document.
  public mutating func keywords(
    of analysis: Analysis, title: Analysis? = nil, limit: Int? = nil, explains: Bool = false
  ) -> KeywordList {
    let document = KeyphraseCandidates(title: title, text: analysis, reader: &reader)
    var features: [Double] = []
    let scores = document.candidates.map { candidate in
      KeyphraseModel.measure(
        candidate, in: document, knowledge: reader.knowledge, into: &features)
      return KeyphraseModel.score(features)
    }
    // Taken relative to the highest, so that no power overflows.
    let highest = scores.max() ?? 0
    let weights = scores.map { Mathematics.exponential($0 - highest) }
    let sum = weights.reduce(0, +)
    let ranked = document.candidates.indices
      .filter { document.candidates[$0].termFrequency >= reader.filter.minimumCount }
      .filter { number in
        if explains { return true }
        var isCovered = false
        document.forEachOverlapping(number) { other, isLonger in
          let isBetter =
            scores[other] > scores[number]
            || isLonger
              && (scores[other] == scores[number] || document.candidates[number].textFrequency > 2)
          isCovered =
            isCovered
            || isBetter
              && document.candidates[other].termFrequency
                >= document.candidates[number].termFrequency
        }
        return !isCovered
      }
      .sorted { scores[$0] == scores[$1] ? $0 < $1 : scores[$0] > scores[$1] }
    let shown = limit.map { ranked.prefix(max(0, $0)) } ?? ranked[...]
    let keywords = shown.map { number in
      let candidate = document.candidates[number]
      if explains {
        KeyphraseModel.measure(
          candidate, in: document, knowledge: reader.knowledge, into: &features)
      }
      let term = document.term(at: number)
      return Keyword(
        term: term, termFrequency: candidate.termFrequency, documentFrequency: 1,
        partOfSpeech: document.units(of: candidate).last?.form.partOfSpeech ?? .other,
        backgroundDocumentFrequency: reader.background.documentFrequency(of: term),
        score: 100 * weights[number] / sum, features: explains ? features : [])
    }
    return KeywordList(
      method: .phrases, keywords: keywords, candidateCount: ranked.count,
      wordCount: document.units.count, documentCount: 1, drops: [],
      backgroundName: reader.background.name, backgroundVersion: reader.background.version)
  }
}
