import Testing
import TextModel

@testable import TextInput

@Suite struct FurnitureTests {
  /// Articles of one site: each has a paragraph of its own, a slogan, a counter and a subheading that some share.
  private static func pile(_ count: Int) -> [Document] {
    (0..<count).map { number in
      let own = "第\(number)篇的正文写的是\(["桥", "路", "河", "树", "灯"][number % 5])，"
      let sentences = (0...number).map { "第\($0)句话" }.joined(separator: "，")
      return Document(
        id: "\(number)",
        text: "\(own)\(sentences)。\n　　点亮小城的每一天！\n"
          + (number < 4 ? "先说结论\n" : "") + "今日已有\(number * 37)人读过",
        title: "标题")
    }
  }

  private static func lines(
    of documents: [Document], minimum: Int
  ) -> [FurnitureCounter.Line] {
    var counter = FurnitureCounter(minimumArticles: minimum)
    for document in documents { counter.estimate(document) }
    for document in documents { counter.count(document) }
    return counter.lines
  }

  @Test("lines that stand in many articles are found, whatever their numbers")
  func finding() {
    let found = Self.lines(of: Self.pile(12), minimum: 5)
    #expect(found.map(\.text) == ["今日已有0人读过", "点亮小城的每一天！"])
    #expect(found.map(\.documentCount) == [12, 12])
    #expect(Self.lines(of: Self.pile(12), minimum: 4).map(\.text).contains("先说结论"))
    #expect(Self.lines(of: Self.pile(4), minimum: 5).isEmpty)
  }

  @Test("the order of the documents changes nothing", arguments: 0..<5)
  func order(seed: Int) {
    var generator = SplitMix(seed: seed)
    let pile = Self.pile(20)
    #expect(
      Self.lines(of: pile.shuffled(using: &generator), minimum: 3)
        == Self.lines(of: pile, minimum: 3))
  }

  @Test("an article that many sites print is one article, and a headline by itself is none")
  func reprints() {
    let article = "这一段是通稿的第一段，写得很长，长过文中任何别的一段话。\n这一段是第二段。\n这一段是第三段。"
    let reprints = (0..<30).map { Document(id: "\($0)", text: article + "\n站点\($0)") }
    #expect(Self.lines(of: reprints, minimum: 5).isEmpty)
    let headlines = (0..<30).map { Document(id: "\($0)", text: "每天都一样的标题") }
    #expect(Self.lines(of: headlines, minimum: 5).isEmpty)
  }

  @Test("a list cuts its lines and says where they stood")
  func cutting() {
    let list = FurnitureList("documents\tline\n12\t今日已有0人读过\n点亮小城的每一天！\nline\n")
    #expect(list.count == 3)
    var document = Document(
      id: "a", text: "第一段。\n今日已有370人读过\n\n第二段。\n　点亮小城的每一天！", title: "第一段。")
    document.cutLines = [
      CutLine(text: "首页", reason: .navigation, position: 0),
      CutLine(text: "责编", reason: .editor, position: document.text.utf8.count),
    ]
    list.cut(from: &document)
    #expect(document.text == "第一段。\n\n第二段。")
    #expect(document.cutLines.map(\.text) == ["首页", "今日已有370人读过", "点亮小城的每一天！", "责编"])
    #expect(document.cutLines.map(\.reason) == [.navigation, .repeated, .repeated, .editor])
    #expect(
      document.cutLines.map(\.position)
        == [0, 13, 27, 26].map { min($0, document.text.utf8.count) })
  }

  @Test("the title stays, and extraction that is off cuts nothing")
  func exceptions() {
    var options = DocumentParser.Options()
    options.furniture = FurnitureList("每日一问\n答案明天见")
    let text = "---\ntitle: 每日一问\n---\n每日一问\n今天的问题是什么？\n答案明天见\n"
    #expect(
      parse(text, as: .text, options: options).documents.map(\.text) == ["每日一问\n今天的问题是什么？"])
    options.extraction = .off
    #expect(parse(text, as: .text, options: options).documents[0].cutLines.isEmpty)
  }

  @Test(
    "what a line is known by",
    arguments: [
      ("评论(18)", "评论(0)"), ("　　评论(7) ", "评论(0)"), ("2026-01-08", nil), ("", nil), ("　", nil),
      ("a1b22", "a0b0"),
      ("甲\t乙", "甲 乙"),
    ] as [(String, String?)])
  func patterns(line: String, expected: String?) {
    #expect(LinePattern(line.utf8)?.text == expected)
  }

  @Test("a sketch never counts too little", arguments: 0..<3)
  func sketch(seed: Int) {
    var generator = SplitMix(seed: seed)
    var sketch = CountSketch()
    var counts: [UInt64: Int] = [:]
    for _ in 0..<3000 {
      let hash = TextFingerprint.mixed(UInt64.random(in: 0..<400, using: &generator))
      sketch.add(hash)
      counts[hash, default: 0] += 1
    }
    for (hash, count) in counts { #expect(Int(sketch.estimate(hash)) >= min(255, count)) }
  }
}
