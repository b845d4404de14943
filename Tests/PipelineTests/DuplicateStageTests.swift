import Fenci
import Foundation
import TestSupport
import Testing

@Suite struct DuplicateStageTests {
  /// JSON lines of articles, each several times and a little changed, in an order of their own.
  private func writeArticles(to path: String) throws {
    var generator = SeededGenerator(seed: 7)
    var records: [String] = []
    for article in 0..<60 {
      let words = (0..<300).map { _ in
        String(UnicodeScalar(UInt32.random(in: 0x4E00..<0x5600, using: &generator))!)
      }
      for copy in 0..<4 {
        let head = copy == 0 ? "" : "来源\(copy)："
        let source = copy == 3 ? "乙" : "甲"
        records.append(
          #"{"id":"\#(article)-\#(copy)","source":"\#(source)","text":"\#(head + words.joined())"}"#
        )
      }
    }
    records.shuffle(using: &generator)
    try FileAccess.write(Array(records.joined(separator: "\n").utf8), to: path)
  }

  private func identifiers(
    of path: String, threads: Int, stage: DuplicateStage?
  ) async throws -> [String] {
    var options = InputReader.Options()
    options.blockSize = 2_000
    let analyzer = Analyzer(
      try TestDictionaries.make(), engine: .lattice, findsEntities: false)
    return try await Pipeline(analyzer, threads: threads).gather(
      from: InputReader(paths: [InputPath(path)], options: options), into: [String](),
      dropping: stage, add: { ids, document, _ in ids.append(document.id) },
      merge: { $0 += $1 }, report: { _ in }
    ).sorted()
  }

  @Test("the first of each text stays, at any number of threads", arguments: [1, 2, 3, 8])
  func first(threads: Int) async throws {
    let path = "/tmp/fenci-duplicates-\(threads)-\(UInt64.random(in: 0...UInt64.max)).jsonl"
    try writeArticles(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let all = try await identifiers(of: path, threads: threads, stage: nil)
    #expect(all.count == 240)
    let stage = DuplicateStage()
    let kept = try await identifiers(of: path, threads: threads, stage: stage)
    #expect(stage.count == DocumentCount(raw: 240, unique: 60))
    // The first in the order of the file, found another way.
    var seen: Set<Substring> = []
    let order = try FileAccess.text(at: path).split(separator: "\n").map { line in
      line.dropFirst(7).prefix { $0 != "\"" }
    }
    let firsts = order.filter { seen.insert($0.prefix { $0 != "-" }).inserted }
    #expect(kept == firsts.map(String.init).sorted())
  }

  @Test func `each scope has its own first`() async throws {
    let path = "/tmp/fenci-duplicates-scope-\(UInt64.random(in: 0...UInt64.max)).jsonl"
    try writeArticles(to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let stage = DuplicateStage(scope: { $0.source })
    let kept = try await identifiers(of: path, threads: 2, stage: stage)
    #expect(stage.count == DocumentCount(raw: 240, unique: 120))
    #expect(kept.filter { $0.hasSuffix("-3") }.count == 60)
  }
}
