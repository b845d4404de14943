import Fenci
import Foundation
import TestSupport
import Testing

@Suite struct SavedCountsTests {
  /// A file of the test's own, removed at its end.
  private final class TemporaryFile {
    let path = "/tmp/fenci-counts-\(UUID().uuidString).fcz"
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func bytes() throws -> [UInt8] {
      Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }

  private let settings = [
    SavedCounts.Setting(name: "dictionaries", value: "abc"),
    SavedCounts.Setting(name: "standard", value: "fenci"),
  ]

  private func counts(
    _ texts: [String], settings: [SavedCounts.Setting]? = nil
  ) throws -> SavedCounts {
    let analyzer = Analyzer(try TestDictionaries.make())
    var table = FrequencyTable()
    for text in texts { table.add(try analyzer.analysis(of: Document(id: "-", text: text))) }
    return SavedCounts(
      table: table, settings: settings ?? self.settings,
      documents: DocumentCount(raw: texts.count + 1, unique: texts.count),
      fingerprints: texts.map { TextFingerprint(of: $0).hash })
  }

  private func bytes(of counts: SavedCounts) throws -> [UInt8] {
    let file = TemporaryFile()
    try counts.write(to: file.path)
    return try file.bytes()
  }

  @Test func `a file comes back as it was`() throws {
    let file = TemporaryFile()
    let counts = try counts(["智谱AI发布新模型", "中国科学院在北京"])
    try counts.write(to: file.path)
    let back = try SavedCounts(path: file.path)
    #expect(back == counts)
    #expect(back.documents == DocumentCount(raw: 3, unique: 2))
    #expect(back.setting("standard") == "fenci" && back.setting("model") == nil)
  }

  @Test func `the sum of parts is the whole to the last byte, in any order`() throws {
    let texts = ["智谱AI发布新模型", "中国科学院在北京", "小米手机", "我在北京大学读书", "苹果好吃"]
    let parts = try [counts([texts[0]]), counts(Array(texts[1...2])), counts(Array(texts[3...]))]
    func sum(_ order: [Int]) throws -> SavedCounts {
      var sum = parts[order[0]]
      for index in order.dropFirst() { try sum.merge(parts[index]) }
      return sum
    }
    var late = parts[1]
    try late.merge(parts[2])
    var other = parts[0]
    try other.merge(late)
    let expected = try bytes(of: sum([0, 1, 2]))
    #expect(try bytes(of: other) == expected)
    for order in [[0, 2, 1], [1, 0, 2], [2, 1, 0]] {
      #expect(try bytes(of: sum(order)) == expected)
    }
    #expect(try sum([0, 1, 2]).table == counts(texts).table)
    #expect(try sum([0, 1, 2]).documents == DocumentCount(raw: 8, unique: 5))
    #expect(try sum([0, 1, 2]).repeatedDocumentCount == 0)
  }

  @Test func `documents of two tables are seen`() throws {
    var sum = try counts(["智谱AI发布新模型", "小米手机"])
    try sum.merge(try counts(["智谱 AI 发布新模型。", "苹果好吃"]))
    #expect(sum.repeatedDocumentCount == 1)
    try sum.merge(try counts(["智谱AI发布新模型"]))
    #expect(sum.repeatedDocumentCount == 2)
  }

  @Test(
    "tables that were not counted in the same way are refused",
    arguments: [
      ("dictionaries", "def", "dictionaries is abc in one and def in another"),
      ("standard", "news", "standard is fenci in one and news in another"),
      ("model", "x", "model is none in one and x in another"),
    ])
  func different(name: String, value: String, message: String) throws {
    var other = settings.filter { $0.name != name }
    other.append(SavedCounts.Setting(name: name, value: value))
    var sum = try counts(["小米手机"])
    let before = sum
    let added = try counts(["苹果好吃"], settings: other)
    let error = #expect(throws: SavedCountsError.self) { try sum.merge(added) }
    #expect(error?.description.hasSuffix(message) == true)
    #expect(sum == before)
  }

  @Test func `a file that is cut off or changed is refused`() throws {
    let whole = try bytes(of: counts(["智谱AI发布新模型", "小米手机"]))
    let file = TemporaryFile()
    for count in stride(from: 0, to: whole.count, by: 7) {
      try FileAccess.write(Array(whole[..<count]), to: file.path)
      #expect(throws: SavedCountsError.self) { try SavedCounts(path: file.path) }
    }
    for index in whole.indices {
      var changed = whole
      changed[index] ^= 0x10
      try FileAccess.write(changed, to: file.path)
      // The hash of the settings (32–63) is for people.
      if (32..<64).contains(index) { continue }
      #expect(throws: SavedCountsError.self) { try SavedCounts(path: file.path) }
    }
    #expect(throws: FileError.self) { try SavedCounts(path: "/nowhere/a.fcz") }
  }
}
