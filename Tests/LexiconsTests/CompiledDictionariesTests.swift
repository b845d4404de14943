import Foundation
import TestSupport
import Testing
import TextModel

@testable import Lexicons

@Suite struct CompiledDictionariesTests {
  private func temporary(_ bytes: [UInt8]) throws -> String {
    let path = "/tmp/fenci-compiled-\(UInt64.random(in: .min ... .max)).fcd"
    try FileAccess.write(bytes, to: path)
    return path
  }

  @Test func `the same tables give the same bytes`() throws {
    let first = try DictionaryCompiler(TestDictionaries.sources).compile()
    let second = try DictionaryCompiler(TestDictionaries.sources).compile()
    #expect(first == second)
  }

  @Test func `what was compiled is found again`() throws {
    let dictionaries = try TestDictionaries.make()
    let entry = try #require(
      dictionaries.lexicon.entry(for: "北京大学", in: dictionaries.characters))
    #expect(entry.partOfSpeech == .properNoun)
    #expect(dictionaries.lexicon.entry(for: "京大", in: dictionaries.characters) == nil)
    // Looked up folded: Traditional, and the space between Han and Latin.
    #expect(dictionaries.lexicon.entry(for: "電腦", in: dictionaries.characters) != nil)
    #expect(dictionaries.entities(named: "智譜 ai").first?.canonicalName == "智谱")
    #expect(dictionaries.compiled.stopWords() == ["的", "了", "在"])
  }

  @Test("damage is found, wherever it is", arguments: 0..<40 as Range<UInt64>)
  func damage(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = try DictionaryCompiler(TestDictionaries.sources).compile()
    // Bytes 32 to 63 are the sources' hash: a stale file, not a damaged one.
    var index = Int.random(in: 0..<bytes.count - 32, using: &generator)
    if index >= 32 { index += 32 }
    bytes[index] ^= UInt8.random(in: 1...255, using: &generator)
    let path = try temporary(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: LexiconError.self) { try CompiledDictionaries(path: path).verify() }
  }

  @Test("a damaged header or table is an error at once", arguments: [8, 12, 24, 72, 80])
  func damagedTable(place: Int) throws {
    var bytes = try DictionaryCompiler(TestDictionaries.sources).compile()
    bytes[place] ^= 0x41
    let path = try temporary(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: LexiconError.self) { _ = try CompiledDictionaries(path: path) }
  }

  @Test("looking things up in a damaged file ends", arguments: 0..<20 as Range<UInt64>)
  func damagedLookup(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = try DictionaryCompiler(TestDictionaries.sources).compile()
    // Behind the header and the table: the description, the tables and the tries.
    for _ in 0..<bytes.count / 16 {
      bytes[Int.random(in: 1024..<bytes.count, using: &generator)] = .random(
        in: 0...255, using: &generator)
    }
    let path = try temporary(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard let compiled = try? CompiledDictionaries(path: path) else { return }
    let dictionaries = try Dictionaries(compiled)
    for row in TestDictionaries.names { _ = dictionaries.entities(named: row.alias) }
    for word in TestDictionaries.words {
      _ = dictionaries.lexicon.entry(for: word.word, in: dictionaries.characters)
    }
    #expect(compiled.background().documentCount >= 0 || compiled.stopWords().isEmpty)
  }

  @Test("a file cut off is an error", arguments: [0, 7, 8, 63, 64, 500, 5000])
  func truncation(count: Int) throws {
    let bytes = try DictionaryCompiler(TestDictionaries.sources).compile()
    let path = try temporary(Array(bytes.prefix(count)))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: LexiconError.self) { _ = try CompiledDictionaries(path: path) }
  }

  @Test func `another format says what to do`() throws {
    var bytes = try DictionaryCompiler(TestDictionaries.sources).compile()
    bytes[8] = 99
    let path = try temporary(bytes)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = #expect(throws: LexiconError.self) { _ = try CompiledDictionaries(path: path) }
    #expect(error?.description.contains("format 99, this one reads 4") == true)
  }

  @Test func `two entities of one name cannot be compiled`() throws {
    let sources = DictionarySources(
      words: TestDictionaries.words,
      gazetteer: [
        GazetteerRow(alias: "平安", canonicalName: "中国平安", label: .organization),
        GazetteerRow(alias: "平安", canonicalName: "平安银行", label: .organization),
      ])
    #expect(throws: LexiconError.self) { _ = try DictionaryCompiler(sources).compile() }
    #expect(try sources.faults().count == 3)
  }
}
