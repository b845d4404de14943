public import TextModel

/// Who is written about: for each entity its mentions, documents, dates and spellings. Mergeable.
public struct EntityTable: Sendable, Equatable {
  /// The documents counted, with mentions and without.
  public private(set) var documentCount = 0
  /// The mentions of all entities.
  public private(set) var mentionCount = 0
  private var records: [Record] = []
  /// The entities, numbered as `records` are.
  private var entities = Vocabulary()
  private var date: CalendarDate?
  private let keepsExamples: Bool

  fileprivate struct Record: Sendable, Equatable {
    var mentions = 0
    var documents = 0
    var first: CalendarDate?
    var last: CalendarDate?
    /// The mentions by the canonical name, which is most of them.
    var canonical = 0
    /// The mentions by other names.
    var aliases: [String: Int] = [:]
    var example: Example?
    /// The last document that mentions the entity, counted from 1. It is none of what is counted.
    var document = 0
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
  }

  /// Counts the mentions of a part of the open document.
  public mutating func add(part analysis: Analysis) {
    let document = documentCount + 1
    for mention in analysis.mentions {
      let entity = number(of: mention)
      records[entity].mentions += 1
      let surface = analysis.surface(of: mention)
      if surface.hasSameBytes(as: mention.canonicalName) {
        records[entity].canonical += 1
      } else {
        records[entity].aliases[String(surface), default: 0] += 1
      }
      guard records[entity].document != document else { continue }
      records[entity].document = document
      records[entity].documents += 1
      records[entity].note(date)
      if keepsExamples {
        records[entity].note(
          Example(
            document: analysis.document.id, text: MentionContext.text(of: mention, in: analysis)))
      }
    }
    mentionCount += analysis.mentions.count
  }

  /// Closes the document.
  public mutating func endDocument() {
    documentCount += 1
    date = nil
  }

  /// Adds the counts of another table. Associative and commutative.
  public mutating func merge(_ other: EntityTable) {
    documentCount += other.documentCount
    mentionCount += other.mentionCount
    for (index, theirs) in other.records.enumerated() {
      let entity = entities.intern(index, of: other.entities)
      if entity == records.count { records.append(Record()) }
      records[entity].merge(theirs)
    }
  }

  private mutating func number(of mention: Mention) -> Int {
    let label = entities.labelNumber(of: mention.label)
    var name = mention.canonicalName
    let entity = name.withUTF8 { entities.intern($0, label: label) }
    if entity == records.count { records.append(Record()) }
    return entity
  }

  /// The sum of two tables over different documents.
  public func merging(_ other: EntityTable) -> EntityTable {
    var sum = self
    sum.merge(other)
    return sum
  }

  /// The entities: the most mentioned first, then the most widespread, then by the bytes of the name.
  ///
  /// - Parameters:
  ///   - minimumCount: The fewest mentions of an entity.
  ///   - minimumDocuments: The fewest documents of an entity.
  ///   - labels: The labels that are wanted; nil for all.
  ///   - limit: The most rows; nil for all.
  /// - Returns: The first rows, and how many there are without the limit.
  /// - Complexity: O(*n* log *n*) in the number of entities; names are compared only as far as the limit asks.
  public func rows(
    minimumCount: Int = 1, minimumDocuments: Int = 1, labels: Set<EntityLabel>? = nil,
    limit: Int? = nil
  ) -> (shown: [EntityRow], count: Int) {
    var wanted = records.indices.filter {
      records[$0].mentions >= minimumCount && records[$0].documents >= minimumDocuments
    }
    if let labels {
      wanted.removeAll { !(entities.term(at: $0).label.map(labels.contains) ?? false) }
    }
    let count = wanted.count
    if let limit, limit > 0, limit < count {
      // Names that come too late are never compared: most entities are mentioned once.
      let least = wanted.map { records[$0].rank }.sorted(by: >)[limit - 1]
      wanted.removeAll { records[$0].rank < least }
    }
    let rows = wanted.map { (rank: records[$0].rank, entity: entities.term(at: $0), index: $0) }
      .sorted { $0.rank == $1.rank ? $0.entity < $1.entity : $0.rank > $1.rank }
    return (rows.prefix(limit ?? count).map { row(of: $0.entity, records[$0.index]) }, count)
  }

  private func row(of entity: Term, _ record: Record) -> EntityRow {
    EntityRow(
      canonicalName: entity.text, label: entity.label ?? EntityLabel(rawValue: ""),
      mentionCount: record.mentions, documentFrequency: record.documents,
      firstDate: record.first, lastDate: record.last,
      aliases: record.allAliases(of: entity.text).sorted {
        ($1.value, $0.key) < ($0.value, $1.key)
      }
      .map { EntityRow.Alias(text: $0.key, count: $0.value) },
      example: record.example?.text)
  }

  public static func == (left: EntityTable, right: EntityTable) -> Bool {
    left.documentCount == right.documentCount && left.mentionCount == right.mentionCount
      && left.counts == right.counts
  }

  /// The records, whatever their order.
  private var counts: [Term: Record] {
    Dictionary(
      uniqueKeysWithValues: records.enumerated().map { index, record in
        var record = record
        record.document = 0
        return (entities.term(at: index), record)
      })
  }
}

extension EntityTable.Record {
  /// How far up the entity stands: by mentions, then by documents.
  fileprivate var rank: UInt64 { UInt64(mentions) << 32 | UInt64(documents) }

  /// Adds the counts of other documents.
  fileprivate mutating func merge(_ other: Self) {
    mentions += other.mentions
    documents += other.documents
    canonical += other.canonical
    note(other.first)
    note(other.last)
    if let example = other.example { note(example) }
    aliases.merge(other.aliases, uniquingKeysWith: +)
  }

  /// The spellings met, the canonical one among them.
  fileprivate func allAliases(of canonicalName: String) -> [String: Int] {
    var all = aliases
    if canonical > 0 { all[canonicalName, default: 0] += canonical }
    return all
  }

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
