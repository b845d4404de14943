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

  /// The terms of all documents, in one table for each value that `key` gives a document; documents
  /// without one are counted in `ungrouped`. Copies are looked for in each group by itself.
  func countTerms(
    by key: @escaping @Sendable (Document) -> String?, selection: TermSelection
  ) async throws -> (groups: [String: FrequencyTable], ungrouped: Int) {
    let state = try await gather(
      into: Groups(), copiesWithin: key,
      add: { groups, document, worker in
        guard let name = key(document) else {
          groups.ungrouped += 1
          return
        }
        // Taken out while it changes: a table that is also in the dictionary would be copied.
        var table = groups.tables.removeValue(forKey: name) ?? FrequencyTable(selection: selection)
        table.beginDocument()
        try worker.forEachPart(of: document) { table.add(part: $0) }
        table.endDocument()
        groups.tables[name] = table
      },
      merge: { groups, other in
        groups.tables.merge(other.tables) { $0.merging($1) }
        groups.ungrouped += other.ungrouped
      })
    return (state.tables, state.ungrouped)
  }

  private struct Groups: Sendable {
    var tables: [String: FrequencyTable] = [:]
    var ungrouped = 0
  }
}
