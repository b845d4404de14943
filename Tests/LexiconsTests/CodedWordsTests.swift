import TestSupport
import Testing

@testable import Lexicons

/// What long lists are packed with: `StringTable`, `CodedWords`, and the walks of `DoubleArray` along a text.
@Suite struct CodedWordsTests {
  private let characters: CharacterTable

  init() throws { characters = try TestDictionaries.make().characters }

  @Test("numbers strings in the order of first sight", arguments: [1, 2, 3] as [UInt64])
  func numbers(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var table = StringTable()
    var expected: [String] = []
    for _ in 0..<5000 {
      let string = String(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          ["智", "谱", "a", "中文八个字的长串", "é"].randomElement(using: &generator) ?? "a"
        }.joined())
      let known = expected.firstIndex(of: string)
      let number = table.number(of: string)
      #expect(number == known ?? expected.count)
      if known == nil { expected.append(string) }
    }
    #expect(table.count == expected.count)
    for (number, string) in expected.enumerated() {
      #expect(Array(table.bytes[table.range(of: number)]) == Array(string.utf8))
    }
  }

  @Test func `sorts words by their codes, and leaves out what has none`() {
    var words = CodedWords(characters: characters)
    let texts = ["智谱智谱智谱", "智谱", "智谱智谱智", "智", "智谱智谱", "智谱", "谱"]
    let added = (texts + ["", "智\u{E000}"]).map { words.append($0) }
    #expect(added == texts.map { _ in true } + [false, false])
    let sorted = words.sorted(>)
    let expected = texts.indices.sorted {
      let (left, right) = (
        characters.codes(of: texts[$0]) ?? [], characters.codes(of: texts[$1]) ?? []
      )
      return left == right ? $0 > $1 : left.lexicographicallyPrecedes(right)
    }
    #expect(sorted == expected)
    #expect(sorted.map { Array(words[$0]) } == expected.map { characters.codes(of: texts[$0]) })
  }

  @Test func `finds the words of a trie along a text`() throws {
    var words = CodedWords(characters: characters)
    let texts = ["智", "智谱", "智谱智谱", "谱智"]
    for text in texts { _ = words.append(text) }
    var builder = DoubleArrayBuilder(codeCount: characters.codeLimit)
    let trie = try builder.build(
      words.sorted(<).map { DoubleArrayBuilder.Word(codes: Array(words[$0]), weight: 7) }
    ).array
    let units = trie.units.unsafeBaseAddress
    let text = Array("谱智谱智智谱谱".unicodeScalars)
    let entries = text.map { characters.entry(of: $0.value) }
    for start in text.indices {
      var found: [String] = []
      entries.withUnsafeBufferPointer { entries in
        guard let base = entries.baseAddress else { return }
        DoubleArray.forEachWord(of: units, along: base, in: start..<text.count) { unit, end in
          #expect(trie.unit(of: start..<end, in: base) == unit)
          found.append(String(String.UnicodeScalarView(text[start..<end])))
        }
      }
      let rest = String(String.UnicodeScalarView(text[start...]))
      #expect(found == texts.filter { rest.hasPrefix($0) })
      // It may say yes in vain, but no only where no word begins.
      let second = start + 1 < text.count ? CharacterTable.code(of: entries[start + 1]) : 0
      let mayBegin = DoubleArray.mayBegin(
        in: units, with: CharacterTable.code(of: entries[start]), second)
      #expect(found.isEmpty || mayBegin)
    }
    #expect(!DoubleArray.mayBegin(in: units, with: characters.codes(of: "谱")?[0] ?? 0, 0))
  }
}
