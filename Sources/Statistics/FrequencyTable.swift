import TextModel

/// How often each term occurs, and in how many documents.
///
/// Counts are exact and add up: `merge` is associative and commutative, and two tables are equal
/// whatever the order in which their documents came. Memory follows the number of distinct terms, not
/// the length of the text.
///
/// ```swift
/// var table = FrequencyTable()
/// for analysis in analyses { table.add(analysis) }
/// table.perMillion(of: Term("智谱", label: .organization))
/// ```
public struct FrequencyTable: Sendable {
  /// What of a text is counted. Tables that are merged must agree on it.
  public let selection: TermSelection
  /// The number of words counted: word tokens, each entity as one. This is the denominator of every
  /// rate; punctuation and symbols are not in it, and no filter changes it.
  public internal(set) var wordCount = 0
  /// The number of documents counted, those without words included.
  public internal(set) var documentCount = 0

  var vocabulary = Vocabulary()
  var counts: [TermCount] = []
  var classes = WordClassLists()
  /// The number of the open document among all that this value has seen: marks terms it has counted.
  private var documentStamp: UInt32 = 0
  private var isDocumentOpen = false
  private var folded: [UInt8] = []

  /// The counts of one term, at the index that the vocabulary gives it.
  struct TermCount {
    var termFrequency = 0
    var documentFrequency: UInt32 = 0
    var lastDocument: UInt32 = 0
    var classes = WordClassLists.List()
  }

  public init(selection: TermSelection = .wordsAndEntities) {
    self.selection = selection
  }

  /// The number of distinct terms.
  public var termCount: Int { vocabulary.count }
}

// MARK: - Counting

extension FrequencyTable {
  /// Counts a whole document.
  ///
  /// - Complexity: O(*n*) in the bytes of the text; a few tens of nanoseconds a word.
  public mutating func add(_ analysis: Analysis) {
    beginDocument()
    add(part: analysis)
    endDocument()
  }

  /// Begins a document that comes in parts.
  ///
  /// - Precondition: no document is open.
  public mutating func beginDocument() {
    precondition(!isDocumentOpen, "a document is open already")
    isDocumentOpen = true
    documentStamp += 1
  }

  /// Counts a part of the open document: an analysis over a piece of its text.
  ///
  /// A term that stands in several parts has one document more, not one a part.
  ///
  /// - Precondition: a document is open.
  public mutating func add(part analysis: Analysis) {
    add(part: analysis) { _, _ in }
  }

  /// Counts a part of the open document, and calls `body` with the number of each term, and whether a mark
  /// or a line's end stands before it.
  @inline(__always)
  mutating func add(part analysis: Analysis, _ body: (_ term: Int, _ followsBreak: Bool) -> Void) {
    precondition(isDocumentOpen, "no document is open")
    var text = analysis.document.text
    text.withUTF8 { bytes in
      var units = CountingUnits(of: analysis, selection: selection)
      var end = 0
      while let unit = units.next() {
        let term: Int
        let span: TextSpan
        switch unit {
        case .word(let index):
          span = analysis.tokens[index].span
          term = count(analysis.tokens[index], in: bytes)
        case .entity(let index):
          span = analysis.mentions[index].span
          term = count(analysis.mentions[index])
        }
        let gap = end..<max(end, Int(span.start))
        body(term, units.followsMark || bytes[gap].contains(0x0A))
        end = Int(span.end)
      }
    }
  }

  /// Ends the open document.
  ///
  /// - Precondition: a document is open.
  public mutating func endDocument() {
    precondition(isDocumentOpen, "no document is open")
    isDocumentOpen = false
    documentCount += 1
  }

  private mutating func count(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    precondition(Int(token.span.end) <= bytes.count, "a token lies outside the text")
    let surface = UnsafeBufferPointer(rebasing: bytes[token.span.range])
    let index: Int
    if Halfwidth.fold(surface, into: &folded) {
      index = folded.withUnsafeBufferPointer { vocabulary.intern($0, label: 0) }
    } else {
      index = vocabulary.intern(surface, label: 0)
    }
    count(index, token.partOfSpeech, token.kind)
    return index
  }

  private mutating func count(_ mention: Mention) -> Int {
    var name = mention.canonicalName
    let label = vocabulary.labelNumber(of: mention.label)
    let index = name.withUTF8 { vocabulary.intern($0, label: label) }
    count(index, .properNoun, .word)
    return index
  }

  private mutating func count(_ index: Int, _ partOfSpeech: PartOfSpeech, _ kind: TokenKind) {
    if index == counts.count { counts.append(TermCount()) }
    wordCount += 1
    counts[index].termFrequency += 1
    if counts[index].lastDocument != documentStamp {
      counts[index].lastDocument = documentStamp
      counts[index].documentFrequency += 1
    }
    classes.add(1, partOfSpeech, kind, to: &counts[index].classes)
  }
}

// MARK: - Merging

extension FrequencyTable {
  /// Adds the counts of a table over other documents.
  ///
  /// - Precondition: neither table has an open document, and both count the same selection.
  /// - Complexity: O(*n*) in the distinct terms of `other`.
  public mutating func merge(_ other: FrequencyTable) {
    merge(other) { _ in }
  }

  /// Adds the counts of a table over other documents, and calls `body` with the number here of each of its
  /// terms, in their order.
  mutating func merge(_ other: FrequencyTable, _ body: (Int) -> Void) {
    precondition(!isDocumentOpen && !other.isDocumentOpen, "a document is open")
    precondition(selection == other.selection, "the tables count different things")
    for index in 0..<other.termCount {
      let own = vocabulary.intern(index, of: other.vocabulary)
      body(own)
      if own == counts.count { counts.append(TermCount()) }
      let added = other.counts[index]
      counts[own].termFrequency += added.termFrequency
      counts[own].documentFrequency += added.documentFrequency
      other.classes.forEach(in: added.classes) { partOfSpeech, kind, count in
        classes.add(count, partOfSpeech, kind, to: &counts[own].classes)
      }
    }
    wordCount += other.wordCount
    documentCount += other.documentCount
  }

  /// The sum of two tables over different documents.
  public func merging(_ other: FrequencyTable) -> FrequencyTable {
    var sum = self
    sum.merge(other)
    return sum
  }
}

// MARK: - Look-up

extension FrequencyTable {
  /// How often a term occurs; 0 if it does not.
  public func termFrequency(of term: Term) -> Int {
    vocabulary.index(of: term).map { counts[$0].termFrequency } ?? 0
  }

  /// In how many documents a term occurs; 0 if in none.
  public func documentFrequency(of term: Term) -> Int {
    vocabulary.index(of: term).map { Int(counts[$0].documentFrequency) } ?? 0
  }

  /// The rate of a term: 10⁶ · termFrequency / wordCount. From 0 to 10⁶; 0 in an empty table.
  public func perMillion(of term: Term) -> Double {
    Rate.perMillion(termFrequency(of: term), of: wordCount)
  }

  /// How often a term was tagged with each word class, the most frequent first; equal counts in the
  /// order of the classes' raw values. Empty if the term does not occur.
  public func wordClassCounts(of term: Term) -> [WordClassCount] {
    vocabulary.index(of: term).map { classes.wordClassCounts(in: counts[$0].classes) } ?? []
  }

  /// The counts of a term, or nil if it does not occur.
  public func row(of term: Term) -> FrequencyRow? {
    vocabulary.index(of: term).map { row(at: $0) }
  }

  /// The terms with the given text, the word and the entities alike, in order. A caller who has only
  /// a name as the user typed it finds here what it may stand for.
  public func terms(withText text: String) -> [Term] {
    vocabulary.terms(withText: text)
  }

  /// All terms with their counts.
  ///
  /// - Complexity: O(*n* log *n*) in the distinct terms.
  public func rows(sortedBy order: FrequencyOrder) -> [FrequencyRow] {
    unorderedRows().sorted(by: order.areInOrder)
  }

  /// All terms in order of first sight, which the caller must not let through.
  func unorderedRows() -> [FrequencyRow] {
    (0..<termCount).map { row(at: $0) }
  }

  /// The number of a term, or nil if it does not occur.
  func index(of term: Term) -> Int? { vocabulary.index(of: term) }

  /// How often the term with that number occurs.
  func termFrequency(at index: Int) -> Int { counts[index].termFrequency }

  /// The counts of the term with that number.
  func row(at index: Int) -> FrequencyRow {
    let count = counts[index]
    return FrequencyRow(
      term: vocabulary.term(at: index), termFrequency: count.termFrequency,
      documentFrequency: Int(count.documentFrequency),
      perMillion: Rate.perMillion(count.termFrequency, of: wordCount),
      partOfSpeech: classes.majorityPartOfSpeech(in: count.classes),
      kind: classes.majorityKind(in: count.classes))
  }
}

extension FrequencyTable: Equatable {
  /// Whether both tables count the same: totals, and every term's counts and word classes.
  public static func == (left: FrequencyTable, right: FrequencyTable) -> Bool {
    guard left.selection == right.selection, left.wordCount == right.wordCount,
      left.documentCount == right.documentCount, left.termCount == right.termCount
    else { return false }
    return (0..<left.termCount).allSatisfy { index in
      let term = left.vocabulary.term(at: index)
      guard let other = right.vocabulary.index(of: term) else { return false }
      let (one, two) = (left.counts[index], right.counts[other])
      return one.termFrequency == two.termFrequency
        && one.documentFrequency == two.documentFrequency
        && left.classes.sortedCounts(in: one.classes)
          == right.classes.sortedCounts(in: two.classes)
    }
  }
}
