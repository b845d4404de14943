import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct FrequencyTableBytesTests {
  private func decoded(_ bytes: [UInt8]) throws -> FrequencyTable {
    try bytes.withUnsafeBytes { try FrequencyTable(encoded: $0) }
  }

  @Test("a table comes back as it was", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
      randomText(using: &generator)
    }
    for selection in TermSelection.allCases {
      let table = table(texts, selection: selection)
      let bytes = table.encoded()
      var back = try decoded(bytes)
      #expect(back == table)
      #expect(back.encoded() == bytes)
      #expect(back.rows(sortedBy: .term) == table.rows(sortedBy: .term))
      // Counting goes on.
      back.add(analysis("模型 新词"))
      #expect(back.documentCount == table.documentCount + 1)
    }
  }

  @Test("the bytes do not depend on the order of documents", arguments: 0..<20 as Range<UInt64>)
  func order(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<8).map { _ in randomText(using: &generator) } + ["[华为|华为|甲] [华为|华为|PER]"]
    let bytes = table(texts).encoded()
    #expect(table(texts.shuffled(using: &generator)).encoded() == bytes)
    let (front, back) = (table(Array(texts[..<3])), table(Array(texts[3...])))
    #expect(front.merging(back).encoded() == bytes)
    #expect(back.merging(front).encoded() == bytes)
  }

  @Test func `bytes that break off are refused`() {
    let bytes = table(["智谱 发布 模型 [智谱 AI|智谱|ORG]", "模型 开源"]).encoded()
    for count in bytes.indices {
      #expect(throws: CountsError.damaged) { try decoded(Array(bytes[..<count])) }
    }
    #expect(throws: CountsError.damaged) { try decoded(bytes + [0]) }
  }

  @Test("damaged bytes are refused or are a table, and never a crash", arguments: 0..<20)
  func damage(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = table((0..<4).map { _ in randomText(using: &generator) }).encoded()
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      guard let table = try? decoded(damaged) else { continue }
      let rows = table.rows(sortedBy: .term)
      #expect(rows.reduce(0) { $0 + $1.termFrequency } == table.wordCount)
      #expect(rows.allSatisfy { 1...table.documentCount ~= $0.documentFrequency })
    }
  }
}
