import Fenci
import TestSupport
import Testing

/// The stages joined, on the articles of `corpus/sample`, with the dictionaries of the test.
@Suite struct PipelineTests {
  private static let corpus = Repository.path("corpus/sample")

  private func analyzer() throws -> Analyzer { Analyzer(try TestDictionaries.make()) }

  private func reader(_ blockSize: Int) -> InputReader {
    var options = InputReader.Options()
    options.blockSize = blockSize
    return InputReader(paths: [InputPath(Self.corpus)], options: options)
  }

  @Test func `every article of the corpus is read, whatever its form and encoding`() async throws {
    var problems: [InputProblem] = []
    let documents = try await Pipeline(try analyzer(), threads: 1).gather(
      from: reader(1 << 18), into: [Document](),
      add: { documents, document, _ in documents.append(document) },
      merge: { $0 += $1 }, report: { problems += $0 })
    #expect(problems.map(\.description) == [])
    #expect(documents.count == 112)
    #expect(Set(documents.map(\.id)).count == 112)
    #expect(documents.allSatisfy { $0.date != nil && $0.title != nil && $0.source != nil })
    #expect(!documents.contains { $0.text.contains("\u{FFFD}") })
    let note = documents.allSatisfy { document in
      document.metadata.contains { $0.name == "note" && $0.value.contains("示例文章") }
    }
    #expect(note, "each article says that it is a sample")
  }

  @Test(
    "output order is input order at any number of threads", arguments: [1, 2, 3, 8], [64, 4096])
  func order(threads: Int, blockSize: Int) async throws {
    let analyzer = try analyzer()
    func ids(threads: Int, blockSize: Int) async throws -> [String] {
      var ids: [String] = []
      try await Pipeline(analyzer, threads: threads).forEachBlock(
        of: reader(blockSize), transform: { _, documents, _ in documents.map(\.id) },
        consume: { ids += $0 }, report: { #expect($0.isEmpty) })
      return ids
    }
    #expect(
      try await ids(threads: threads, blockSize: blockSize)
        == ids(threads: 1, blockSize: 1 << 20))
  }

  @Test("counts do not depend on the number of threads", arguments: [2, 3, 7])
  func counts(threads: Int) async throws {
    let analyzer = try analyzer()
    func table(threads: Int) async throws -> FrequencyTable {
      try await Pipeline(analyzer, threads: threads).gather(
        from: reader(512), into: FrequencyTable(),
        add: { table, document, worker in table.add(try worker.analysis(of: document)) },
        merge: { $0.merge($1) }, report: { _ in })
    }
    let serial = try await table(threads: 1)
    #expect(try await table(threads: threads) == serial)
    #expect(serial.documentCount == 112)
  }

  @Test func `an error of the work ends the run`() async throws {
    struct Stop: Error {}
    for threads in [1, 4] {
      await #expect(throws: Stop.self) {
        try await Pipeline(try analyzer(), threads: threads).forEachBlock(
          of: reader(64), transform: { _, _, _ in throw Stop() }, consume: { (_: Int) in },
          report: { _ in })
      }
    }
  }

  @Test func `the parts of a long document make up its counts`() throws {
    let worker = try analyzer().makeWorker()
    let text = String(repeating: "智谱发布新模型。小米手机好吃，我在北京大学读书。\n", count: 40_000)
    let document = Document(id: "1", text: text)
    var whole = FrequencyTable()
    whole.add(try worker.analysis(of: document))
    var parts = FrequencyTable()
    var count = 0
    parts.beginDocument()
    try worker.forEachPart(of: document) { part in
      parts.add(part: part)
      count += 1
    }
    parts.endDocument()
    #expect(count > 1)
    #expect(parts == whole)
  }
}
