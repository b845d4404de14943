import TextModel

/// The key phrases of many documents together: the best of each, added up.
///
/// Of each document the `phrasesPerDocument` best key phrases are kept, so memory follows the distinct key phrases.
/// `merge` is associative and commutative: weights are added up in whole millionths.
public struct KeyphraseTable: Sendable {
  /// How many phrases of a document are counted.
  public static let phrasesPerDocument = 20
  /// From how many documents on a phrase must be in two of them.
  public static let manyDocuments = 10

  private struct Entry {
    var termFrequency = 0
    var documentFrequency = 0
    /// The sum of scores, in millionths of a per cent.
    var score = 0
  }

  private var extractor: KeyphraseExtractor
  private var vocabulary = Vocabulary()
  private var entries: [Entry] = []
  private var classes = WordClassLists()
  private var classLists: [WordClassLists.List] = []
  private var wordCount = 0
  private var documentCount = 0

  public init(extractor: KeyphraseExtractor) {
    self.extractor = extractor
  }

  /// Adds a document.
  public mutating func add(_ analysis: Analysis, title: Analysis? = nil) {
    beginDocument()
    add(part: analysis, title: title)
  }

  /// Begins a document that comes in parts.
  public mutating func beginDocument() { documentCount += 1 }

  /// Adds a part of the document that was begun last. Each part has its own best phrases, as if it were a document.
  public mutating func add(part analysis: Analysis, title: Analysis? = nil) {
    let list = extractor.keywords(of: analysis, title: title, limit: Self.phrasesPerDocument)
    wordCount += list.wordCount
    for keyword in list.keywords {
      let label = vocabulary.labelNumber(of: keyword.term.label)
      var text = keyword.term.text
      let number = text.withUTF8 { vocabulary.intern($0, label: label) }
      if number == entries.count {
        entries.append(Entry())
        classLists.append(WordClassLists.List())
      }
      entries[number].termFrequency += keyword.termFrequency
      entries[number].documentFrequency += 1
      entries[number].score += Int((keyword.score * 1e6).rounded())
      classes.add(1, keyword.partOfSpeech, .word, to: &classLists[number])
    }
  }

  /// Adds the phrases of other documents.
  public mutating func merge(_ other: KeyphraseTable) {
    for index in other.entries.indices {
      let number = vocabulary.intern(index, of: other.vocabulary)
      if number == entries.count {
        entries.append(Entry())
        classLists.append(WordClassLists.List())
      }
      entries[number].termFrequency += other.entries[index].termFrequency
      entries[number].documentFrequency += other.entries[index].documentFrequency
      entries[number].score += other.entries[index].score
      other.classes.forEach(in: other.classLists[index]) { partOfSpeech, kind, count in
        classes.add(count, partOfSpeech, kind, to: &classLists[number])
      }
    }
    wordCount += other.wordCount
    documentCount += other.documentCount
  }

  /// The key phrases of all documents: the mean of their scores, a document without the phrase counting 0. Equal scores
  /// in the order of terms.
  ///
  /// - Parameters:
  ///   - limit: The most phrases to return; nil for all.
  ///   - minimumDocuments: The fewest documents of a phrase; nil for two where there are `manyDocuments`, else one: what
  ///     one document of many names is not what they are about.
  public func keywords(limit: Int? = nil, minimumDocuments: Int? = nil) -> KeywordList {
    let least = minimumDocuments ?? (documentCount < Self.manyDocuments ? 1 : 2)
    var kept: [Keyword] = []
    var terms: [TermFilter.Rule: Int] = [:]
    var tokens: [TermFilter.Rule: Int] = [:]
    for index in entries.indices {
      if let rule = rule(dropping: entries[index], minimumDocuments: least) {
        terms[rule, default: 0] += 1
        tokens[rule, default: 0] += entries[index].termFrequency
      } else {
        kept.append(keyword(at: index))
      }
    }
    kept.sort(by: Keyword.areInOrder)
    return KeywordList(
      method: .phrases, keywords: limit.map { Array(kept.prefix(max(0, $0))) } ?? kept,
      candidateCount: kept.count, wordCount: wordCount, documentCount: documentCount,
      drops: TermFilter.Rule.allCases.compactMap { rule in
        terms[rule].map { FilterDrop(rule: rule, terms: $0, tokens: tokens[rule] ?? 0) }
      },
      backgroundName: extractor.background.name, backgroundVersion: extractor.background.version)
  }

  private func rule(dropping entry: Entry, minimumDocuments: Int) -> TermFilter.Rule? {
    if entry.termFrequency < extractor.filter.minimumCount { return .minimumCount }
    return entry.documentFrequency < minimumDocuments ? .minimumDocuments : nil
  }

  private func keyword(at index: Int) -> Keyword {
    let term = vocabulary.term(at: index)
    return Keyword(
      term: term, termFrequency: entries[index].termFrequency,
      documentFrequency: entries[index].documentFrequency,
      partOfSpeech: classes.majorityPartOfSpeech(in: classLists[index]),
      backgroundDocumentFrequency: extractor.background.documentFrequency(of: term),
      score: Double(entries[index].score) / (1e6 * Double(max(1, documentCount))))
  }
}
