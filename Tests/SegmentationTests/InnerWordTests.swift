import Lexicons
import Segmentation
import TestSupport
import Testing
import TextModel

/// The shorter words inside tokens, on the small dictionaries of `TestDictionaries`.
@Suite struct InnerWordTests {
  /// The inner words of a text, and its tokens.
  private func found(
    in text: String, _ dictionaries: Dictionaries, _ engine: SegmentationEngine = .lattice
  ) throws -> (inner: [Token], tokens: [Token], document: Document) {
    let document = Document(id: "1", text: text)
    let tokens = try Segmenter(dictionaries, engine: engine).tokens(in: document)
    let inner = try InnerWordFinder(dictionaries).innerWords(of: tokens, in: document)
    return (inner, tokens, document)
  }

  private func inner(_ text: String, user: UserDictionary = UserDictionary()) throws -> [String] {
    let (inner, _, document) = try found(in: text, TestDictionaries.make(user: user))
    return inner.map { String(document[$0.span]) }
  }

  @Test(
    "every shorter word of the lexicon counts, in the order of the text",
    arguments: [
      ("北京大学", ["北京", "大学"]), ("研究生说", ["研究"]), ("印度尼西亚", ["印度"]),
      ("埃隆·马斯克说", ["马斯克"]), ("我在北京大学读书。中国科学院", ["北京", "大学", "中国", "科学院"]),
      ("中國科學院", ["中國", "科學院"]), ("智譜ＡＩ", ["智譜", "ＡＩ"]),
      ("北京", []), ("的", []), ("三十一", []), ("魑魅魍魉", []), ("", []),
    ])
  func lexicon(text: String, expected: [String]) throws {
    #expect(try inner(text) == expected)
  }

  @Test(
    "the runs of a Latin name count, single letters do not",
    arguments: [
      ("GPT-4o", ["GPT", "4o"]), ("GPT-4", ["GPT", "4"]), ("Qwen2.5-72B", ["Qwen2.5", "72B"]),
      ("Llama-3.1-405B", ["Llama", "3.1", "405B"]), ("Node.js", ["Node", "js"]), ("AT&T", ["AT"]),
      ("easy_install", ["easy", "install"]), ("O’Reilly", ["Reilly"]), ("ＧＰＴ－4", ["ＧＰＴ", "4"]),
      ("cafe\u{301}-bar", ["cafe\u{301}", "bar"]),
      ("DeepSeek", []), ("H100", []), ("C++", []), ("Zu\u{308}rich", []), ("5Ｇ", []),
    ])
  func latin(text: String, expected: [String]) throws {
    #expect(try inner(text) == expected)
  }

  @Test(
    "numbers, dates and addresses have none",
    arguments: [
      "15.95亿元", "3500万美元", "1,234,567", "835.4%", "2026-01-08", "09:30", "https://a.cn/b-c",
      "www.example.cn", "a.b-c@example.com", "——", "👨‍👩‍👧",
    ])
  func others(text: String) throws {
    #expect(try inner(text) == [])
  }

  @Test(
    "a user's entry is whole, and the words in it count, the user's too: the longer first",
    arguments: [
      (["北京大学读书"], "在北京大学读书", ["北京大学", "北京", "大学", "读书"]),
      (["北京大学", "京大"], "北京大学", ["北京", "京大", "大学"]),
      (["AI手机公司", "AI手机"], "AI手机公司", ["AI手机", "AI", "手机", "公司"]),
      (["GPT-4o手机", "GPT-4o"], "GPT-4o手机", ["GPT-4o", "GPT", "4o", "手机"]),
      (["Edu Trust认证"], "Edu Trust认证", ["Edu", "Trust"]),
      (["GPT-4", "4o手", "PT"], "GPT-4o手机", ["GPT", "4o"]),
      (["🚀北京大学"], "🚀北京大学", ["北京大学", "北京", "大学"]),
    ] as [([String], String, [String])])
  func user(_ item: (words: [String], text: String, expected: [String])) throws {
    #expect(try inner(item.text, user: UserDictionary(words: item.words)) == item.expected)
  }

  @Test(
    "an inner word never begins or ends inside a character",
    arguments: [
      ("说北京\u{301}说", []), ("北京\u{301}大学", ["大学"]), ("北京大\u{FE00}学", ["北京"]),
      ("手机\u{200D}大学", ["大学"]),
    ])
  func characters(text: String, expected: [String]) throws {
    #expect(try inner(text, user: UserDictionary(words: [text])) == expected)
  }

  @Test func `an inner word has the class of its dictionary, a run that of its token`() throws {
    var user = UserDictionary()
    try user.add(text: "北京大学\tNOUN\n大学\tADJ\nX-2手机\tADV\n", path: "-")
    let (inner, _, document) = try found(
      in: "北京大学和Ab-4o-X-2手机", TestDictionaries.make(user: user))
    #expect(
      inner.map { "\(document[$0.span])/\($0.partOfSpeech.tag)/\($0.kind)" } == [
        "北京/PROPN/word", "大学/ADJ/word", "Ab/PROPN/latin", "4o/PROPN/latin", "2/NUM/number",
      ])
  }

  private static let user = [
    "北京大学读书", "京大", "GPT-4o手机", "e\u{301}的中国科学院", "北京大\u{301}学公司", "大学😀手机", "智谱 AI",
  ]
  private static let pieces = [
    "北京大学", "中国科学院", "中國科學院", "小米集团", "埃隆·马斯克", "印度尼西亚", "Qwen2.5-72B", "研究生",
  ]

  @Test(
    "inner words lie in one token, are shorter, in order, and never inside a character",
    arguments: 0..<150 as Range<UInt64>)
  func invariant(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      text += generator.mixedText(pieces: 2)
      text += (Self.pieces + Self.user).randomElement(using: &generator) ?? ""
    }
    let user = seed % 2 == 0 ? UserDictionary(words: Self.user) : UserDictionary()
    let dictionaries = try TestDictionaries.make(user: user)
    for engine in TestEngines.all {
      let (inner, tokens, document) = try found(in: text, dictionaries, await engine.engine())
      #expect(try found(in: text, dictionaries, await engine.engine()).inner == inner)
      let starts = characterStarts(of: text)
      for word in inner {
        let owners = tokens.filter { $0.span.overlaps(word.span) }
        let owner = try #require(owners.first)
        #expect(owners.count == 1 && owner.span.range.contains(word.span.range))
        #expect(word.span.count < owner.span.count && !word.span.isEmpty)
        #expect(starts.contains(Int(word.span.start)) && starts.contains(Int(word.span.end)))
      }
      for (word, next) in zip(inner, inner.dropFirst()) {
        #expect((word.span.start, next.span.end) < (next.span.start, word.span.end))
      }
      expectComplete(inner, of: tokens, in: document, dictionaries)
    }
  }

  private func characterStarts(of text: String) -> Set<Int> {
    var offset = 0
    return text.reduce(into: [text.utf8.count]) { starts, character in
      starts.insert(offset)
      offset += character.utf8.count
    }
  }

  /// Looks every piece of every Chinese token up, one by one.
  private func expectComplete(
    _ inner: [Token], of tokens: [Token], in document: Document, _ dictionaries: Dictionaries
  ) {
    let spans = Set(inner.map(\.span))
    for token in tokens where token.kind == .word {
      let surface = Array(document[token.span])
      guard surface.allSatisfy({ $0.unicodeScalars.first?.properties.isIdeographic == true })
      else { continue }
      for start in surface.indices {
        for end in surface.indices where end > start && end - start + 1 < surface.count {
          let word = String(surface[start...end])
          guard dictionaries.lexicon.entry(for: word, in: dictionaries.characters) != nil else {
            continue
          }
          let offset = Int(token.span.start) + String(surface[..<start]).utf8.count
          #expect(spans.contains(TextSpan(offset..<offset + word.utf8.count)), "\(word)")
        }
      }
    }
  }
}
