import Lexicons
import Segmentation
import TestSupport
import Testing
import TextModel

/// The engines on the small dictionaries of `TestDictionaries`.
@Suite struct SegmenterTests {
  private func words(
    _ text: String, engine: TestEngines = .lattice, user: [String] = []
  ) async throws -> [String] {
    let dictionaries = try TestDictionaries.make(user: UserDictionary(words: user))
    let document = Document(id: "1", text: text)
    let tokens = try Segmenter(dictionaries, engine: await engine.engine()).tokens(in: document)
    return tokens.map { String(document[$0.span]) }
  }

  @Test(
    "takes the best path through the lattice",
    arguments: [
      ("我在北京大学读书", ["我", "在", "北京大学", "读书"]),
      ("研究生命起源", ["研究", "生命", "起源"]),
      ("研究生说", ["研究生", "说"]),
      ("我研究魑魅", ["我", "研究", "魑", "魅"]),
      ("智谱发布新模型。", ["智谱", "发布", "新", "模型", "。"]),
      ("埃隆·马斯克说", ["埃隆·马斯克", "说"]),
      ("", []), (" \n\t", []),
    ])
  func lattice(text: String, expected: [String]) async throws {
    #expect(try await words(text) == expected)
  }

  @Test(
    "looks Traditional and fullwidth text up folded, and shows it as it is",
    arguments: [
      ("電腦公司發布新模型", ["電腦", "公司", "發布", "新", "模型"]),
      ("智譜ＡＩ發布", ["智譜ＡＩ", "發布"]),
      ("後來", ["後來"]),
    ])
  func folding(text: String, expected: [String]) async throws {
    #expect(try await words(text) == expected)
  }

  @Test(
    "keeps what is not Chinese sensible, for every engine",
    arguments: [
      "GPT-4o", "DeepSeek-R1", "Qwen2.5-72B", "C++", "C#", "AT&T", "Node.js", "easy_install",
      "835.4%", "1,234,567", "3.5", "-26.95%", "09:30", "2026-01-08", "2026/1/8", "3:1", "H100",
      "https://example.com/a?b=1#c", "www.example.cn", "a.b-c@example.com", "——", "……", "😀",
      "👨‍👩‍👧", "🇨🇳", "Zürich", "５Ｇ",
    ], TestEngines.all)
  func atoms(atom: String, engine: TestEngines) async throws {
    #expect(try await words(atom, engine: engine) == [atom])
    #expect(try await words("的 \(atom) 的", engine: engine) == ["的", atom, "的"])
  }

  @Test(
    "knows where a number, a name or an address ends",
    arguments: [
      ("投入15.95亿元，", ["投入", "15.95亿元", "，"]),
      ("占835.4%的", ["占", "835.4%", "的"]),
      ("3500万美元", ["3500万美元"]),
      ("1-5", ["1", "-", "5"]), ("3%-5%", ["3%", "-", "5%"]),
      ("見https://a.cn/x。好", ["見", "https://a.cn/x", "。", "好"]),
      ("（www.a.cn）", ["（", "www.a.cn", "）"]),
      ("2026年", ["2026", "年"]), ("三十一元", ["三十一", "元"]), ("万一", ["万一"]),
      ("iPhone 15 Pro", ["iPhone", "15", "Pro"]), ("!!", ["!", "!"]), ("end.", ["end", "."]),
    ])
  func edges(text: String, expected: [String]) async throws {
    // 投入, 占 and 見 are in no dictionary of the test: their characters stand alone.
    let expected = expected.flatMap { $0 == "投入" ? ["投", "入"] : [$0] }
    #expect(try await words(text) == expected)
  }

  @Test(
    "the user's entry always wins, whatever its script",
    arguments: [
      ("GPT-4o", "用GPT-4o写", ["用", "GPT-4o", "写"]),
      ("B站", "在B站说", ["在", "B站", "说"]),
      ("冯·诺伊曼", "冯·诺伊曼说", ["冯·诺伊曼", "说"]),
      ("智谱 AI", "智谱 AI 发布", ["智谱 AI", "发布"]),
      ("Edu Trust认证", "的Edu Trust认证了", ["的", "Edu Trust认证", "了"]),
      ("-26.95%", "为-26.95%。", ["为", "-26.95%", "。"]),
      ("山东", "华山东边", ["华", "山东", "边"]),
      ("京大", "北京大学", ["北", "京大", "学"]),
      ("亿元", "15.95亿元", ["15.95", "亿元"]),
      ("a/d", "the a/d的", ["the", "a/d", "的"]),
      ("電腦公司", "电脑公司说", ["电脑公司", "说"]),
      ("ＡＩ手机", "ai手机", ["ai手机"]),
      ("😀了", "我😀了", ["我", "😀了"]),
    ], TestEngines.all)
  func userWins(
    _ item: (entry: String, text: String, expected: [String]), engine: TestEngines
  ) async throws {
    #expect(
      try await words(item.text, engine: engine, user: [item.entry]).contains(
        item.expected.first { item.expected.count == 1 || $0.count > 1 && item.text.contains($0) }
          ?? item.entry))
    if engine == .lattice {
      #expect(try await words(item.text, user: [item.entry]) == item.expected)
    }
  }

  @Test(
    "a user's entry never cuts a Latin word or a number open",
    arguments: [
      ("ces", "license", ["license"]), ("arni", "learning了", ["learning", "了"]),
      ("26", "1.26和26", ["1.26", "和", "26"]), ("GPT-4", "GPT-4o", ["GPT-4o"]),
      ("5", "15%", ["15%"]), ("4o了", "GPT-4o了", ["GPT-4o", "了"]),
    ], TestEngines.all)
  func neverCutsOpen(
    _ item: (entry: String, text: String, expected: [String]), engine: TestEngines
  ) async throws {
    let found = try await words(item.text, engine: engine, user: [item.entry])
    // A model may take more into the word, but never less.
    #expect(found == item.expected || engine.isModel && found.count < item.expected.count)
  }

  @Test func `the longest of the user's entries wins`() async throws {
    #expect(
      try await words("智谱清言发布", user: ["智谱", "智谱清言"]) == ["智谱清言", "发布"])
  }
}
