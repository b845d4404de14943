import Fenci

/// What `fenci entities` writes in each view.
extension EntitiesCommand {
  func writeTable(_ session: Session, _ provenance: Provenance) async throws {
    try session.write(
      Report.entities(
        of: try await table(session, keepsExamples: unlisted), selection,
        metadata: provenance.metadata))
  }

  func writeGroups(_ session: Session, _ provenance: Provenance) async throws {
    guard let by else { return }
    let prepare = preparation(session)
    let state = try await session.gather(
      into: Groups(),
      add: { groups, document, worker in
        guard let name = by.value(of: document) else {
          groups.ungrouped += 1
          return
        }
        // Taken out while it changes: a table that is also in the dictionary would be copied.
        var table = groups.tables.removeValue(forKey: name) ?? EntityTable()
        try Self.add(document, to: &table, worker, prepare)
        groups.tables[name] = table
      },
      merge: { groups, other in
        groups.ungrouped += other.ungrouped
        groups.tables.merge(other.tables) { $0.merging($1) }
      })
    let groups = state.tables.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    try session.write(
      Report.entities(
        ofEach: groups, heading: by.name, selection,
        notes: state.ungrouped > 0
          ? ["\(state.ungrouped) documents without a \(by.noun) left out."] : [],
        metadata: provenance.metadata))
  }

  func writePairs(_ session: Session, _ provenance: Provenance) async throws {
    let prepare = preparation(session)
    let table = try await session.gather(
      into: EntityPairTable(),
      add: { table, document, worker in
        try worker.forEachPart(of: document) { table.add(part: prepare($0)) }
        table.endDocument()
      },
      merge: { $0.merge($1) })
    try session.write(
      Report.entityPairs(
        of: table, labels: labels, minimumDocuments: minDocs ?? 2,
        limit: limit > 0 ? limit : nil, metadata: provenance.metadata))
  }

  func writeDocuments(
    _ session: Session, _ bytes: @escaping @Sendable (Analysis) -> [UInt8]
  ) async throws {
    let prepare = preparation(session)
    let labels = labels
    try await session.writeBlocks { _, documents, worker in
      try documents.flatMap { document in
        var analysis = prepare(try worker.analysis(of: document))
        if let labels { analysis.mentions.removeAll { !labels.contains($0.label) } }
        return bytes(analysis)
      }
    }
  }

  private func table(_ session: Session, keepsExamples: Bool) async throws -> EntityTable {
    let prepare = preparation(session)
    return try await session.gather(
      into: EntityTable(keepsExamples: keepsExamples),
      add: { table, document, worker in
        try Self.add(document, to: &table, worker, prepare)
      },
      merge: { $0.merge($1) })
  }

  private static func add(
    _ document: Document, to table: inout EntityTable, _ worker: AnalysisWorker,
    _ prepare: (Analysis) -> Analysis
  ) throws {
    table.beginDocument(on: document.date)
    try worker.forEachPart(of: document) { table.add(part: prepare($0)) }
    table.endDocument()
  }

  /// Lines for a dictionary, each with an example.
  func writeCandidates(_ session: Session) async throws {
    let rows = selection.rows(of: try await table(session, keepsExamples: true)).shown
    try Terminal.write(EntityCandidates.text(of: rows))
  }

  private struct Groups: Sendable {
    var tables: [String: EntityTable] = [:]
    var ungrouped = 0
  }
}
