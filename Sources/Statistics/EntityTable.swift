public import TextModel

/// Who is written about: for each entity its mentions, documents, dates and spellings. Mergeable.
public struct EntityTable: Sendable, Equatable {
  /// The documents counted, with mentions and without.
  public private(set) var documentCount = 0
  /// The mentions of all entities.
  public private(set) var mentionCount = 0
  private var records: [Term: Record] = [:]
  /// The entities of the open document.
  private var seen: Set<Term> = []
  private var date: CalendarDate?
  private let keepsExamples: Bool

  fileprivate struct Record: Sendable, Equatable {
    var mentions = 0
    var documents = 0
    var first: CalendarDate?
    var last: CalendarDate?
    var aliases: [String: Int] = [:]
    var example: Example?
  }

  /// A mention in its context. Of two the lesser is kept, so that the order of counting does not matter.
  fileprivate struct Example: Sendable, Equatable {
    var document: String
    var text: String

    func precedes(_ other: Example) -> Bool {
      document == other.document ? text < other.text : document < other.document
    }
  }

  /// - Parameter keepsExamples: Whether a piece of text is kept for each entity.
  public init(keepsExamples: Bool = false) { self.keepsExamples = keepsExamples }

  /// Counts the mentions of a document.
  ///
  /// - Complexity: O(*n*) in the number of mentions.
  public mutating func add(_ analysis: Analysis) {
    beginDocument(on: analysis.document.date)
    add(part: analysis)
    endDocument()
  }

  /// Opens a document that comes in parts.
  public mutating func beginDocument(on date: CalendarDate?) {
    self.date = date
    seen.removeAll(keepingCapacity: true)
  }

  /// Counts the mentions of a part of the open document.
  public mutating func add(part analysis: Analysis) {
    for mention in analysis.mentions {
      let entity = Term(mention.canonicalName, label: mention.label)
      var record = records[entity] ?? Record()
      // The record must be unique while it changes, or its aliases would be copied.
      records[entity] = nil
      record.mentions += 1
      record.aliases[String(analysis.surface(of: mention)), default: 0] += 1
      if seen.insert(entity).inserted {
        record.documents += 1
        record.note(date)
        if keepsExamples {
          record.note(
            Example(
              document: analysis.document.id, text: MentionContext.text(of: mention, in: analysis)))
        }
      }
      records[entity] = record
    }
    mentionCount += analysis.mentions.count
  }

  /// Closes the document.
  public mutating func endDocument() {
    documentCount += 1
    date = nil
    seen.removeAll(keepingCapacity: true)
  }

  /// Adds the counts of another table. Associative and commutative.
  public mutating func merge(_ other: EntityTable) {
    documentCount += other.documentCount
    mentionCount += other.mentionCount
    for (entity, theirs) in other.records {
      var record = records[entity] ?? Record()
      record.mentions += theirs.mentions
      record.documents += theirs.documents
      record.note(theirs.first)
      record.note(theirs.last)
      if let example = theirs.example { record.note(example) }
      record.aliases.merge(theirs.aliases, uniquingKeysWith: +)
      records[entity] = record
    }
  }

  /// The sum of two tables over different documents.
  public func merging(_ other: EntityTable) -> EntityTable {
    var sum = self
    sum.merge(other)
    return sum
  }

  /// The entities: the most mentioned first, then the most widespread, then by name.
  ///
  /// - Complexity: O(*n* log *n*) in the number of entities.
  public func rows() -> [EntityRow] {
    records.map { entity, record in
      EntityRow(
        canonicalName: entity.text, label: entity.label ?? EntityLabel(rawValue: ""),
        mentionCount: record.mentions, documentFrequency: record.documents,
        firstDate: record.first, lastDate: record.last,
        aliases: record.aliases.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
          .map { EntityRow.Alias(text: $0.key, count: $0.value) },
        example: record.example?.text)
    }.sorted { left, right in
      (right.mentionCount, right.documentFrequency, left.canonicalName, left.label)
        < (left.mentionCount, left.documentFrequency, right.canonicalName, right.label)
    }
  }

  public static func == (left: EntityTable, right: EntityTable) -> Bool {
    left.documentCount == right.documentCount && left.records == right.records
  }
}

extension EntityTable.Record {
  /// Widens the dates of the entity by the date of a document.
  fileprivate mutating func note(_ date: CalendarDate?) {
    guard let date else { return }
    first = first.map { min($0, date) } ?? date
    last = last.map { max($0, date) } ?? date
  }

  fileprivate mutating func note(_ example: EntityTable.Example) {
    if self.example.map({ example.precedes($0) }) ?? true { self.example = example }
  }
}
