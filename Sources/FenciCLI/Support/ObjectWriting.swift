import Fenci

/// Writes each document as a JSON object: a line each, or as the list `documents` of one object that
/// also says what made it.
///
/// - Parameter prepare: What is done to each analysis before it is written.
func writeObjects(
  _ json: AnalysisJSON, of session: Session, asListOf provenance: Provenance?,
  _ prepare: @escaping @Sendable (Analysis) -> Analysis = { $0 }
) async throws {
  if let provenance {
    var head = JSONWriter()
    head.beginObject()
    provenance.write(to: &head)
    head.key("documents")
    try Terminal.write(head.bytes + Array("[\n".utf8))
  }
  let separator = provenance == nil ? "\n" : ",\n"
  try await session.writeBlocks(separator: separator) { _, documents, worker in
    var bytes: [UInt8] = []
    for document in documents {
      var writer = JSONWriter()
      json.write(prepare(try worker.analysis(of: document)), to: &writer)
      if !bytes.isEmpty { bytes += separator.utf8 }
      bytes += writer.bytes
    }
    return bytes
  }
  if provenance != nil { try Terminal.write("\n]}\n") }
}
