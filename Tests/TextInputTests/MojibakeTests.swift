import ICU
import Testing

@testable import TextInput

private let news = """
  智谱与MiniMax先后登陆港交所，国产大模型开启资本竞赛。2026年1月8日，两家公司的股价都有上涨，市场对人工智能的发展前景表示看好。
  """
private let traditional = """
  台積電第四季營收創新高，外資看好明年半導體需求。這是因為人工智慧的發展，對於先進製程的需要還會增加，市場也都這樣認為。
  """

@Suite struct MojibakeTests {
  /// A text as it looks after its bytes were read in another charset.
  private func spoiled(_ text: String, _ truth: TextEncoding, readAs reading: String) throws
    -> String
  {
    var converter = try CharsetConverter(from: reading)
    var result: [UInt8] = []
    try converter.convert(try encoded(text, as: truth), appendingTo: &result, isLast: true)
    return String(decoding: result, as: UTF8.self)
  }

  @Test(
    "names what was read as what",
    arguments: [
      (news, TextEncoding.utf8, "GB18030", "UTF-8 that was read as GB18030"),
      (news, .utf8, "ISO-8859-1", "UTF-8 that was read as Latin-1"),
      (news, .utf8, "windows-1252", "UTF-8 that was read as Latin-1"),
      (traditional, .utf8, "Big5", "UTF-8 that was read as Big5"),
      (news, .gb18030, "ISO-8859-1", "GB18030 that was read as Latin-1"),
      (traditional, .big5, "ISO-8859-1", "Big5 that was read as Latin-1"),
      (traditional, .big5, "GB18030", "Big5 that was read as GB18030"),
      (news, .gb18030, "Big5", "GB18030 that was read as Big5"),
    ])
  func confusion(text: String, truth: TextEncoding, reading: String, message: String) throws {
    let finding = Mojibake.finding(in: try spoiled(text, truth, readAs: reading))
    #expect(
      finding?.hasPrefix("mojibake: \(message) before it was saved") == true, "\(finding ?? "-")")
    // In the midst of a long text that is well it is one sample of two.
    let long = try spoiled(String(repeating: text, count: 40), truth, readAs: reading)
    #expect(Mojibake.finding(in: long) != nil)
  }

  @Test("names 锟斤拷 and counts its places")
  func lost() {
    let found = parse("文件锟斤拷锟斤拷的内容。\n", as: .text)
    #expect(found.documents.count == 1)
    #expect(
      found.problems.map(\.description) == [
        "a.txt: mojibake: characters were lost before the text was saved (锟斤拷, 2 places)"
      ])
  }

  @Test(
    "finds nothing in text that is as it should be",
    arguments: [
      news, traditional, "", "plain English, “quoted” – with dashes — and café au lait, déjà vu",
      "魑魅魍魎，饕餮貔貅，囹圄缱绻，龃龉踟蹰，耄耋饕餮",
      "東京都は七日、新しい条例を発表しました。インターネットでの申請も可能になります。", "Привет, мир! Как дела сегодня?",
      "서울은 오늘 맑고 따뜻한 날씨가 이어지겠습니다", "佢哋話香港嘅市場有好多人，今日大家都係咁樣講", "★★★★★☆☆☆☆☆①②③④⑤⑥",
      "Größe, Äpfel, Übermut, naïve Œuvre, señor, façade, Ångström",
    ])
  func sound(text: String) {
    #expect(Mojibake.finding(in: text) == nil)
  }

  @Test("a record of many is named by its line")
  func record() throws {
    let bad = try spoiled(news, .utf8, readAs: "GB18030").filter { $0 != "\n" }
    let found = parse(
      "{\"text\":\"\(news)\"}\n{\"text\":\"\(bad)\"}\n", as: .jsonl, path: "a.jsonl")
    #expect(found.documents.count == 2)
    #expect(found.problems.count == 1)
    #expect(found.problems.first?.line == 2)
    #expect(found.problems.first?.severity == .warning)
  }
}
