import TextModel

/// A table as bytes, for a file.
///
/// Tables that count the same have the same bytes, in whatever order their documents came. All numbers are in
/// `ByteCode`: the selection (0 words and entities, 1 words), words, documents; the labels in order, each
/// with its length before it; the number of terms, and each term in order: how many bytes it shares with the
/// term before it, how many follow, those; its label's number (0 for none), its occurrences, its documents,
/// the number of its word classes, and for each of these, in order, 8 times the class plus the kind, and the
/// occurrences.
extension FrequencyTable {
  /// The bytes of the table.
  ///
  /// - Precondition: no document is open.
  /// - Complexity: O(*n* log *n*) in the distinct terms.
  public func encoded() -> [UInt8] {
    let rows = (0..<termCount).map { (term: vocabulary.term(at: $0), index: $0) }
      .sorted { $0.term < $1.term }
    let labels = Set(rows.compactMap(\.term.label)).sorted()
    let numbers = Dictionary(
      uniqueKeysWithValues: labels.enumerated().map { ($0.element, $0.offset + 1) })
    var bytes: [UInt8] = []
    for number in [selection == .wordsAndEntities ? 0 : 1, wordCount, documentCount, labels.count] {
      ByteCode.append(number, to: &bytes)
    }
    for label in labels {
      ByteCode.append(label.rawValue.utf8.count, to: &bytes)
      bytes += label.rawValue.utf8
    }
    ByteCode.append(rows.count, to: &bytes)
    var last: [UInt8] = []
    for (term, index) in rows {
      let text = Array(term.text.utf8)
      let shared = zip(last, text).prefix { $0 == $1 }.count
      ByteCode.append(shared, to: &bytes)
      ByteCode.append(text.count - shared, to: &bytes)
      bytes += text[shared...]
      last = text
      let tags = classes.sortedCounts(in: counts[index].classes)
      let numbers = [
        term.label.flatMap { numbers[$0] } ?? 0, counts[index].termFrequency,
        Int(counts[index].documentFrequency), tags.count,
      ]
      for number in numbers { ByteCode.append(number, to: &bytes) }
      for tag in tags {
        ByteCode.append(tag[0] << 3 | tag[1], to: &bytes)
        ByteCode.append(tag[2], to: &bytes)
      }
    }
    return bytes
  }

  /// The table of some bytes.
  ///
  /// - Throws: `CountsError` if they are not such as `encoded()` gives.
  /// - Complexity: O(*n*) in the bytes.
  public init(encoded bytes: UnsafeRawBufferPointer) throws(CountsError) {
    var reader = ByteReader(bytes)
    self.init(
      selection: try reader.number(through: 1) == 0 ? .wordsAndEntities : .wordsOnly)
    let words = try reader.number()
    let documents = try reader.number(through: Int(UInt32.max))
    let labels = try Self.labels(&reader, limit: bytes.count)
    let terms = try reader.number(through: bytes.count)
    var text: [UInt8] = []
    for index in 0..<terms {
      let shared = try reader.number(through: text.count)
      text.removeSubrange(shared...)
      text += try reader.bytes(try reader.number())
      guard text.count <= UInt32.max, String(validating: text, as: UTF8.self) != nil else {
        throw .damaged
      }
      let number = try reader.number(through: labels.count)
      let label = vocabulary.labelNumber(of: number == 0 ? nil : labels[number - 1])
      let own = text.withUnsafeBufferPointer { vocabulary.intern($0, label: label) }
      guard own == index else { throw .damaged }
      try readCount(&reader, words: words, documents: documents)
    }
    guard reader.isAtEnd, wordCount == words else { throw .damaged }
    documentCount = documents
  }

  private static func labels(
    _ reader: inout ByteReader, limit: Int
  ) throws(CountsError) -> [EntityLabel] {
    var labels: [EntityLabel] = []
    for _ in 0..<(try reader.number(through: min(limit, Int(UInt16.max) - 1))) {
      let bytes = try reader.bytes(try reader.number())
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .damaged }
      labels.append(EntityLabel(rawValue: text))
    }
    return labels
  }

  /// Reads the counts of the newest term.
  private mutating func readCount(
    _ reader: inout ByteReader, words: Int, documents: Int
  ) throws(CountsError) {
    var count = TermCount()
    count.termFrequency = try reader.number(through: words - wordCount)
    count.documentFrequency = UInt32(
      try reader.number(through: min(documents, count.termFrequency)))
    guard count.documentFrequency > 0 else { throw .damaged }
    var rest = count.termFrequency
    for _ in 0..<(try reader.number(through: rest)) {
      let tag = try reader.number(through: 255)
      let occurrences = try reader.number(through: rest)
      guard let partOfSpeech = PartOfSpeech(rawValue: UInt8(tag >> 3)),
        let kind = TokenKind(rawValue: UInt8(tag & 7)), occurrences > 0
      else { throw .damaged }
      classes.add(occurrences, partOfSpeech, kind, to: &count.classes)
      rest -= occurrences
    }
    guard rest == 0 else { throw .damaged }
    counts.append(count)
    wordCount += count.termFrequency
  }
}
