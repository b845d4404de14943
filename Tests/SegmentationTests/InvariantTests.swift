import Lexicons
import Segmentation
import TestSupport
import Testing
import TextModel

/// What holds for every engine on every text.
@Suite struct InvariantTests {
  private static let user = ["GPT-4o", "B站", "智谱 AI", "亿元", "e\u{301}的", "😀了", "京大", "-3"]

  @Test(
    "tokens are in order, lossless, and never inside a character",
    arguments: 0..<300 as Range<UInt64>)
  func coverage(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let text = generator.mixedText(pieces: Int.random(in: 0...60, using: &generator))
    let user = seed % 3 == 0 ? UserDictionary(words: Self.user) : UserDictionary()
    let dictionaries = try TestDictionaries.make(user: user)
    for engine in TestEngines.all {
      let document = Document(id: "1", text: text)
      let tokens = try Segmenter(dictionaries, engine: await engine.engine()).tokens(in: document)
      try expectCover(document, tokens)
    }
  }

  @Test("a segmenter forgets the text before", arguments: 0..<40 as Range<UInt64>)
  func reuse(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let dictionaries = try TestDictionaries.make(user: UserDictionary(words: Self.user))
    let used = try Segmenter(dictionaries, engine: .lattice)
    for _ in 0..<5 {
      let document = Document(id: "1", text: generator.mixedText(pieces: 30))
      let fresh = try Segmenter(dictionaries, engine: .lattice)
      #expect(try used.tokens(in: document) == fresh.tokens(in: document))
    }
  }

  @Test(
    "a text longer than any window is lossless, with punctuation or without",
    arguments: ["研究生命起源", "的", "魑", "研究，", "北京大学 ", "a", "1", "。", "😀", "e\u{301}", " "])
  func longText(unit: String) async throws {
    let dictionaries = try TestDictionaries.make()
    let document = Document(id: "1", text: String(repeating: unit, count: 40_000))
    for engine in TestEngines.all {
      let tokens = try Segmenter(dictionaries, engine: await engine.engine()).tokens(in: document)
      try expectCover(document, tokens)
    }
  }

  @Test func `words do not change where a long text without punctuation is cut`() throws {
    let dictionaries = try TestDictionaries.make()
    let document = Document(id: "1", text: String(repeating: "研究生命起源", count: 20_000))
    let tokens = try Segmenter(dictionaries, engine: .lattice).tokens(in: document)
    let wrong = tokens.filter { !["研究", "生命", "起源"].contains(document[$0.span]) }
    // A window of bytes may end inside a word, a piece of the lattice may not.
    #expect(wrong.count <= 2 * (document.text.utf8.count / 65_536 + 1))
  }

  private func expectCover(_ document: Document, _ tokens: [Token]) throws {
    var text = document.text
    var starts: Set<Int> = [text.utf8.count]
    var offset = 0
    for character in text {
      starts.insert(offset)
      offset += character.utf8.count
    }
    var position = 0
    var gaps: [UInt8] = []
    text.withUTF8 { utf8 in
      for token in tokens {
        #expect(Int(token.span.start) >= position && !token.span.isEmpty)
        #expect(starts.contains(Int(token.span.start)) && starts.contains(Int(token.span.end)))
        gaps += utf8[position..<Int(token.span.start)]
        position = Int(token.span.end)
      }
      gaps += utf8[position...]
    }
    let rest = try #require(String(validating: gaps, as: UTF8.self))
    let visible = rest.unicodeScalars.filter { !$0.properties.isWhitespace }
    #expect(visible.isEmpty, "lost: \(visible)")
  }
}
