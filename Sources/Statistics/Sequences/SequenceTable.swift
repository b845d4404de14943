import TextModel

/// How often each term occurs, and where: the counts of documents with the order of their words, from which
/// dispersion over parts of the corpus and n-grams are counted.
///
/// Like `FrequencyTable` it adds up in any order. Memory follows the text: some two bytes a word beside the
/// counts.
public struct SequenceTable: Sendable {
  /// The counts of single terms.
  public private(set) var frequencies: FrequencyTable
  /// The names of the parts, such as sources or months, in order of first sight; empty if each document is a
  /// part of its own.
  private(set) var partNames: [String] = []
  /// The documents that were given no part where others were.
  public private(set) var partlessDocumentCount = 0

  private(set) var stream = TermStream()
  private(set) var documents: [Document] = []
  let division: Division
  private var partNumbers: [String: Int] = [:]
  private var openPart = 0

  /// What the parts of a corpus are, over which a term may be spread.
  public enum Division: Sendable, Hashable {
    /// Each document is a part.
    case documents
    /// Documents of one name are a part: a source, a month. Those without a name are one too.
    case named
  }

  /// A document, by the end of its terms in the stream.
  struct Document: Sendable {
    var end: Int
    var part: Int
  }

  public init(selection: TermSelection = .wordsAndEntities, division: Division = .documents) {
    frequencies = FrequencyTable(selection: selection)
    self.division = division
  }

  /// Counts a whole document.
  public mutating func add(_ analysis: Analysis, inPart name: String? = nil) {
    beginDocument(inPart: name)
    add(part: analysis)
    endDocument()
  }

  /// Begins a document that comes in pieces.
  ///
  /// - Parameter name: The part of the corpus that it belongs to, where parts have names.
  public mutating func beginDocument(inPart name: String? = nil) {
    frequencies.beginDocument()
    switch division {
    case .documents: openPart = documents.count
    case .named:
      if name == nil { partlessDocumentCount += 1 }
      openPart = number(ofPart: name ?? "")
    }
  }

  /// Counts a piece of the open document.
  public mutating func add(part analysis: Analysis) {
    stream.appendPause()
    frequencies.add(part: analysis) { term, followsBreak in
      if followsBreak { stream.appendPause() }
      stream.append(term)
    }
  }

  /// Ends the open document.
  public mutating func endDocument() {
    frequencies.endDocument()
    documents.append(Document(end: stream.end, part: openPart))
  }

  /// Adds the counts of a table over other documents.
  ///
  /// - Precondition: no document is open, and both tables have the same selection and division.
  /// - Complexity: O(*n*) in the words of `other`.
  public mutating func merge(_ other: SequenceTable) {
    precondition(division == other.division, "the tables have different parts")
    var numbers: [Int] = []
    frequencies.merge(other.frequencies) { numbers.append($0) }
    var begin = 0
    for document in other.documents {
      stream.append(other.stream, in: begin..<document.end, numbers: numbers)
      begin = document.end
      let part =
        division == .documents
        ? documents.count : number(ofPart: other.partNames[document.part])
      documents.append(Document(end: stream.end, part: part))
    }
    partlessDocumentCount += other.partlessDocumentCount
  }

  private mutating func number(ofPart name: String) -> Int {
    if let number = partNumbers[name] { return number }
    partNumbers[name] = partNames.count
    partNames.append(name)
    return partNames.count - 1
  }
}
