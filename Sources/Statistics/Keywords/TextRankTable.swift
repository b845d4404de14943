import TextModel

/// Ranks words by the words that they stand near: TextRank.
///
/// Content words are the vertices of an undirected graph. Two of them are joined as often as they stand within
/// `window` words of each other, words of no content counted. The score of a word *i* is
///
/// *S*(*i*) = (1 − *d*) + *d* · Σⱼ *w*ᵢⱼ / (Σₖ *w*ⱼₖ) · *S*(*j*), *d* = 0.85,
///
/// solved by iteration until no score changes by more than 10⁻⁶ (at most 200 rounds). The mean over connected
/// words is 1; a word without neighbours has 0.15.
///
/// `merge` is associative and commutative. Memory follows the distinct pairs of neighbours.
///
/// Source: R. Mihalcea & P. Tarau (2004), "TextRank: Bringing Order into Texts", EMNLP, 404–411; weighted as in its
/// section 2.2. The window of five is that of jieba.
public struct TextRankTable: Sendable {
  /// Words at a distance of less than this are neighbours.
  public static let window = 5
  /// The share of a score that comes from neighbours, *d*.
  public static let damping = 0.85

  private var reader: KeyphraseReader
  private var counts: FrequencyTable
  /// How often two words are neighbours: the lower number of the reader's vocabulary in the upper half of the key.
  private var edges: [UInt64: Int] = [:]
  private var units: [KeyphraseUnit] = []

  public init(
    background: BackgroundFrequencies, filter: TermFilter = TermFilter(),
    selection: TermSelection = .wordsAndEntities
  ) {
    reader = KeyphraseReader(background: background, filter: filter, selection: selection)
    counts = FrequencyTable(selection: selection)
  }

  /// Begins a document.
  public mutating func beginDocument() { counts.beginDocument() }

  /// Adds a part of the open document, its title or a piece of its text.
  public mutating func add(part analysis: Analysis) {
    counts.add(part: analysis)
    units.removeAll(keepingCapacity: true)
    var text = analysis.document.text
    text.withUTF8 { reader.read(analysis, bytes: $0, into: &units) }
    for first in units.indices where isVertex(units[first]) {
      for second in first + 1..<min(first + Self.window, units.count)
      where isVertex(units[second]) && units[second].term != units[first].term {
        edges[Self.key(units[first].term, units[second].term), default: 0] += 1
      }
    }
  }

  /// Ends the open document.
  public mutating func endDocument() { counts.endDocument() }

  /// Adds the neighbours in other documents.
  public mutating func merge(_ other: TextRankTable) {
    counts.merge(other.counts)
    let numbers = reader.numbers(of: other.reader)
    for (key, count) in other.edges {
      edges[Self.key(numbers[Int(key >> 32)], numbers[Int(key & 0xFFFF_FFFF)]), default: 0] +=
        count
    }
  }

  /// The words of the highest scores; equal scores in the order of terms.
  ///
  /// - Parameter limit: The most words to return; nil for all.
  /// - Complexity: O(*e*) a round in the distinct pairs of neighbours.
  public func keywords(limit: Int? = nil) -> KeywordList {
    let outcome = reader.filter.outcome(of: counts)
    let scores = TextRank.scores(of: edges, vertexCount: reader.vocabulary.count, order: order())
    let keywords = outcome.rows.compactMap { row -> Keyword? in
      guard let number = reader.vocabulary.index(of: row.term) else { return nil }
      return Keyword(
        term: row.term, termFrequency: row.termFrequency,
        documentFrequency: row.documentFrequency, partOfSpeech: row.partOfSpeech,
        backgroundDocumentFrequency: reader.background.documentFrequency(of: row.term),
        score: scores[number])
    }
    .sorted { $0.score == $1.score ? $0.term < $1.term : $0.score > $1.score }
    return KeywordList(
      method: .textrank, keywords: limit.map { Array(keywords.prefix(max(0, $0))) } ?? keywords,
      candidateCount: keywords.count, wordCount: counts.wordCount,
      documentCount: counts.documentCount, drops: outcome.drops,
      backgroundName: reader.background.name, backgroundVersion: reader.background.version)
  }

  /// The vertices in the order of terms: sums of floating point must not depend on who was seen first.
  private func order() -> [Int] {
    let terms = (0..<reader.vocabulary.count).map { reader.vocabulary.term(at: $0) }
    return terms.indices.sorted { terms[$0] < terms[$1] }
  }

  private func isVertex(_ unit: KeyphraseUnit) -> Bool {
    unit.isContent
      && (unit.form.isEntity || unit.characters >= reader.filter.minimumCharacters)
  }

  private static func key(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(min(first, second)) << 32 | UInt64(max(first, second))
  }
}
