import TextModel

/// The key phrases of many documents together: the best of each, added up.
///
/// Of each document the `phrasesPerDocument` best key phrases are kept, so memory follows the distinct key phrases.
/// `merge` is associative and commutative: weights are added up in whole millionths.
public struct KeyphraseTable: Sendable {
  /// How many phrases of a document are counted.
  public static let phrasesPerDocument = 20

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
    documentCount += 1
    add(part: analysis, title: title)
  }

  /// Adds a further part of the document that was added last, as if it were one of its own.
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
  /// - Parameter limit: The most phrases to return; nil for all.
  public func keywords(limit: Int? = nil) -> KeywordList {
    let filter = extractor.filter
    let background = extractor.background
    let keywords: [Keyword] = entries.indices
      .filter { (index: Int) -> Bool in
        entries[index].termFrequency >= filter.minimumCount
          && entries[index].documentFrequency >= filter.minimumDocuments
      }
      .map { (index: Int) -> Keyword in
        let term = vocabulary.term(at: index)
        return Keyword(
          term: term, termFrequency: entries[index].termFrequency,
          documentFrequency: entries[index].documentFrequency,
          partOfSpeech: classes.majorityPartOfSpeech(in: classLists[index]),
          backgroundDocumentFrequency: background.documentFrequency(of: term),
          score: Double(entries[index].score) / (1e6 * Double(max(1, documentCount))))
      }
      .sorted { $0.score == $1.score ? $0.term < $1.term : $0.score > $1.score }
    return KeywordList(
      method: .phrases, keywords: limit.map { Array(keywords.prefix(max(0, $0))) } ?? keywords,
      candidateCount: keywords.count, wordCount: wordCount, documentCount: documentCount,
      drops: [], backgroundName: background.name, backgroundVersion: background.version)
  }
}
