import Entities
import Lexicons
import Segmentation
import TestSupport
import Testing
import TextModel

@Suite struct EntityTaggerTests {
  private func mentions(_ text: String, user: UserDictionary = UserDictionary()) throws -> [String]
  {
    let dictionaries = try TestDictionaries.make(user: user)
    let document = Document(id: "1", text: text)
    let tokens = try Segmenter(dictionaries, engine: .lattice).tokens(in: document)
    let mentions = EntityTagger(dictionaries).mentions(in: document, tokens: tokens)
    return mentions.map { "\(document[$0.span])=\($0.canonicalName)/\($0.label)/\($0.evidence)" }
  }

  @Test(
    "counts an entity under one name, however it is written",
    arguments: [
      "智谱", "智谱AI", "智谱 AI", "智谱ＡＩ", "智譜 ai", "zhipu ai", "ZHIPU AI",
    ])
  func aliases(alias: String) throws {
    #expect(try mentions("我说\(alias)。") == ["\(alias)=智谱/ORG/gazetteer"])
  }

  @Test(
    "takes the longest name, and only whole words",
    arguments: [
      ("印度尼西亚说", []),
      ("印度说", ["印度=印度/LOC/gazetteer"]),
      ("中国科学院说", ["中国科学院=中国科学院/ORG/gazetteer"]),
      ("DeepSeek-R1发布", ["DeepSeek-R1=DeepSeek-R1/PRODUCT/gazetteer"]),
      ("DeepSeekers", []),
      ("埃隆·马斯克和马斯克", ["埃隆·马斯克=马斯克/PER/gazetteer", "马斯克=马斯克/PER/gazetteer"]),
      ("埃隆•马斯克", ["埃隆•马斯克=马斯克/PER/gazetteer"]),
    ] as [(String, [String])])
  func longest(text: String, expected: [String]) throws {
    #expect(try mentions(text) == expected)
  }

  @Test(
    "finds versions of listed products that are not listed yet",
    arguments: [
      ("DeepSeek-R3发布", ["DeepSeek-R3=DeepSeek-R3/PRODUCT/structure"]),
      ("DeepSeek-V9发布", []),
      ("Finch 4说", ["Finch 4=Finch 4/PRODUCT/structure"]),
      ("finch 5.5-Air。", ["finch 5.5-Air=Finch 5.5-Air/PRODUCT/structure"]),
      ("Finch 4 Pro Max说", ["Finch 4 Pro Max=Finch 4 Pro Max/PRODUCT/structure"]),
      ("Finch 4 Gen 2说", ["Finch 4 Gen 2=Finch 4 Gen 2/PRODUCT/structure"]),
      ("Finch 3 说", ["Finch 3=Finch 3/PRODUCT/user"]),
      ("Finch 3 Gen说", ["Finch 3=Finch 3/PRODUCT/user"]),
      ("Lark-7B说", ["Lark-7B=Lark-7B/PRODUCT/structure"]),
      ("玄鸟3.1说", ["玄鸟3.1=玄鸟大模型3.1/PRODUCT/structure"]),
      ("玄鸟14说", []), ("Finch 4 年", []), ("Finch 2026说", []), ("Finch 40%说", []),
      ("中国101说", ["中国=中国/LOC/gazetteer"]), ("ID9说", []), ("Finch 5/6说", []),
    ] as [(String, [String])])
  func versions(text: String, expected: [String]) throws {
    var user = UserDictionary()
    try user.add(
      text: """
        Finch 3\tFinch 3\tPRODUCT
        玄鸟2.0\t玄鸟大模型2.0\tPRODUCT
        Lark-9B\tLark2\tPRODUCT
        Lark2\tLark2\tPRODUCT
        ID4\tID4\tPRODUCT
        中国100\t中国100\tORG

        """, path: "mine.tsv")
    #expect(try mentions(text, user: user) == expected)
  }

  @Test(
    "an ambiguous name needs a cue, or a certain mention",
    arguments: [
      ("我喝小米粥。", []),
      ("小米发布新手机。", ["小米=小米/ORG/context"]),
      ("小米说。这公司新。", ["小米=小米/ORG/context"]),
      ("小米好吃。我喝粥。我说。手机。", []),
      ("小米说。我说。我说。我说。小米集团说。", ["小米=小米/ORG/context", "小米集团=小米/ORG/gazetteer"]),
    ] as [(String, [String])])
  func ambiguous(text: String, expected: [String]) throws {
    #expect(try mentions(text) == expected)
  }

  @Test(
    "a name of several entities means the one that the context speaks for, else the plain one",
    arguments: [
      ("我在华山。", "华山=华山/LOC/context"), ("华山发布新电脑。", "华山=华山科技/ORG/context"),
      ("华山好吃。", "华山=华山粥店/ORG/context"),
    ])
  func severalEntities(text: String, expected: String) throws {
    #expect(try mentions(text) == [expected])
  }

  @Test func `the user's names go before the built-in ones`() throws {
    var user = UserDictionary()
    try user.add(text: "智谱\t北京智谱\tCOMPANY\n苹果\t苹果公司\tORG\n", path: "u")
    #expect(
      try mentions("智谱和苹果。", user: user) == [
        "智谱=北京智谱/COMPANY/user", "苹果=苹果公司/ORG/user",
      ])
  }

  @Test(
    "a listed place that a standard with names of its own leaves unmarked counts less",
    arguments: [
      ("印度说", false, false, true), ("印度说", true, false, false), ("印度说", true, true, true),
      ("智谱说", true, false, true),
    ])
  func unmarkedPlaces(text: String, marksNames: Bool, isMarked: Bool, counts: Bool) throws {
    let dictionaries = try TestDictionaries.make()
    let document = Document(id: "1", text: text)
    var tokens = try Segmenter(dictionaries, engine: .lattice).tokens(in: document)
    if isMarked { tokens[0].nameTag = try #require(NameTag(.place)) }
    let mentions = EntityTagger(dictionaries, marksNames: marksNames)
      .mentions(in: document, tokens: tokens)
    #expect(mentions.count == 1)
    #expect(mentions.allSatisfy { ($0.score >= 0.5) == counts })
  }

  @Test(
    "what a standard with names of its own marks goes before a longer listed name",
    arguments: [
      (false, ["中国"], "中国科学院"), (true, [], "中国科学院"), (true, ["中国"], "中国"),
      (true, ["中国", "科学院"], "中国科学院"),
    ] as [(Bool, [String], String)])
  func markedNames(marksNames: Bool, marked: [String], found: String) throws {
    let document = Document(id: "1", text: "中国科学院说")
    var start: UInt32 = 0
    let tokens = ["中国", "科学院", "说"].map { word in
      defer { start += UInt32(word.utf8.count) }
      var token = Token(
        span: TextSpan(start: start, end: start + UInt32(word.utf8.count)), partOfSpeech: .noun,
        kind: .word)
      if let index = marked.firstIndex(of: word) {
        token.nameTag = NameTag(.place, isFirst: index == 0) ?? .none
      }
      return token
    }
    let mentions = EntityTagger(try TestDictionaries.make(), marksNames: marksNames)
      .mentions(in: document, tokens: tokens)
    #expect(mentions.map { String(document[$0.span]) } == [found])
  }

  @Test(
    "mentions keep to token boundaries and do not overlap", arguments: 0..<200 as Range<UInt64>)
  func invariants(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let dictionaries = try TestDictionaries.make()
    let document = Document(id: "1", text: generator.mixedText(pieces: 80))
    let tokens = try Segmenter(dictionaries, engine: .lattice).tokens(in: document)
    var end = 0
    for mention in EntityTagger(dictionaries).mentions(in: document, tokens: tokens) {
      #expect(Int(mention.span.start) >= end)
      #expect(mention.span.start == tokens[mention.tokens.lowerBound].span.start)
      #expect(mention.span.end == tokens[mention.tokens.upperBound - 1].span.end)
      end = Int(mention.span.end)
    }
  }
}
