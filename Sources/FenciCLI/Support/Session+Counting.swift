import Fenci

extension Session {
  /// The terms of all documents of some paths (or of the command's).
  func countTerms(
    paths: [String]? = nil, selection: TermSelection, collectsHashes: Bool = false
  ) async throws -> FrequencyTable {
    try await gather(
      paths: paths, into: FrequencyTable(selection: selection), collectsHashes: collectsHashes,
      add: { table, document, worker in
        table.beginDocument()
        try worker.forEachPart(of: document) { table.add(part: $0) }
        table.endDocument()
      },
      merge: { $0.merge($1) })
  }

  /// The terms of all documents in their order.
  func countSequences(
    by division: CorpusDivision = .document, selection: TermSelection
  ) async throws -> SequenceTable {
    try await gather(
      into: SequenceTable(
        selection: selection, division: division == .document ? .documents : .named),
      add: { table, document, worker in
        table.beginDocument(inPart: division.partName(of: document))
        try worker.forEachPart(of: document) { table.add(part: $0) }
        table.endDocument()
      },
      merge: { $0.merge($1) })
  }

  /// The terms of all documents of some paths (or of the command's), by the group that `key` gives a
  /// document. Copies are looked for in each group by itself.
  func countGroups(
    paths: [String]? = nil, into counts: GroupedCounts,
    by key: @escaping @Sendable (Document) -> String?
  ) async throws -> GroupedCounts {
    try await gather(
      paths: paths, into: counts, copiesWithin: key,
      add: { counts, document, worker in
        try counts.add(to: key(document), from: document.source) { add in
          try worker.forEachPart(of: document, add)
        }
      },
      merge: { $0.merge($1) })
  }
}
