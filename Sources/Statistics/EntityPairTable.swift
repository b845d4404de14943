public import TextModel

/// Who is written about together with whom: for each two entities the documents that name both. Mergeable.
///
/// Memory grows with the number of different pairs (about 30 bytes each).
public struct EntityPairTable: Sendable {
  /// The documents counted, with mentions and without.
  public private(set) var documentCount = 0
  /// The documents that name more than `entityLimit` entities: collections rather than articles, whose pairs say
  /// nothing and grow with the square. They are not counted.
  public private(set) var overfullDocumentCount = 0

  /// The most entities of a document whose pairs are counted.
  public static let entityLimit = 1000

  private var terms: [Term] = []
  private var indices: [Term: UInt32] = [:]
  private var documentFrequencies: [Int] = []
  /// The documents with both, by the two indices: the lower one in the upper half of the key.
  private var pairs: [UInt64: Int] = [:]
  /// The entities of the open document.
  private var open: Set<UInt32> = []

  public init() {}

  /// Counts the entities of a document.
  ///
  /// - Complexity: O(*m* + *e*²) for *m* mentions of *e* entities.
  public mutating func add(_ analysis: Analysis) {
    add(part: analysis)
    endDocument()
  }

  /// Notes the entities of a part of the open document.
  public mutating func add(part analysis: Analysis) {
    for mention in analysis.mentions {
      open.insert(index(of: Term(mention.canonicalName, label: mention.label)))
    }
  }

  /// Closes the open document and counts it.
  public mutating func endDocument() {
    defer { open.removeAll(keepingCapacity: true) }
    guard open.count <= Self.entityLimit else {
      overfullDocumentCount += 1
      return
    }
    documentCount += 1
    let entities = open.sorted()
    for (position, entity) in entities.enumerated() {
      documentFrequencies[Int(entity)] += 1
      for other in entities[(position + 1)...] { pairs[Self.key(entity, other), default: 0] += 1 }
    }
  }

  /// Adds the counts of another table. Associative and commutative.
  public mutating func merge(_ other: EntityPairTable) {
    documentCount += other.documentCount
    overfullDocumentCount += other.overfullDocumentCount
    let translated = other.terms.map { index(of: $0) }
    for (theirs, index) in translated.enumerated() {
      documentFrequencies[Int(index)] += other.documentFrequencies[theirs]
    }
    for (key, count) in other.pairs {
      let first = translated[Int(key >> 32)]
      let second = translated[Int(UInt32(truncatingIfNeeded: key))]
      pairs[Self.key(min(first, second), max(first, second)), default: 0] += count
    }
  }

  /// The pairs that meet in at least so many documents, the strongest (by G²) first; of equals the more frequent,
  /// then by name.
  ///
  /// - Parameter labels: The labels that both must have; nil for all.
  /// - Complexity: O(*n* log *n*) in the number of pairs.
  public func rows(minimumDocuments: Int = 1, labels: Set<EntityLabel>? = nil) -> [EntityPair] {
    pairs.compactMap { key, count -> EntityPair? in
      guard count >= minimumDocuments else { return nil }
      let (low, high) = (Int(key >> 32), Int(UInt32(truncatingIfNeeded: key)))
      for index in [low, high] {
        if let labels, let label = terms[index].label, !labels.contains(label) { return nil }
      }
      return pair(low, high, both: count)
    }.sorted { left, right in
      if left.association.logLikelihood != right.association.logLikelihood {
        return left.association.logLikelihood > right.association.logLikelihood
      }
      if left.documentsWithBoth != right.documentsWithBoth {
        return left.documentsWithBoth > right.documentsWithBoth
      }
      return left.first == right.first ? left.second < right.second : left.first < right.first
    }
  }

  private func pair(_ one: Int, _ other: Int, both: Int) -> EntityPair {
    let isInOrder =
      documentFrequencies[one] == documentFrequencies[other]
      ? terms[one] < terms[other] : documentFrequencies[one] > documentFrequencies[other]
    let (first, second) = isInOrder ? (one, other) : (other, one)
    let (firsts, seconds) = (documentFrequencies[first], documentFrequencies[second])
    return EntityPair(
      first: terms[first], second: terms[second], documentsWithBoth: both,
      documentsWithFirst: firsts, documentsWithSecond: seconds,
      association: AssociationScores(
        joint: both, first: firsts, second: seconds, total: documentCount))
  }

  private mutating func index(of term: Term) -> UInt32 {
    if let index = indices[term] { return index }
    let index = UInt32(terms.count)
    indices[term] = index
    terms.append(term)
    documentFrequencies.append(0)
    return index
  }

  private static func key(_ low: UInt32, _ high: UInt32) -> UInt64 {
    UInt64(low) << 32 | UInt64(high)
  }
}
