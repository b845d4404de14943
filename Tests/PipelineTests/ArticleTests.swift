import Fenci
import TestSupport
import Testing

/// A document's title and text, analysed apart.
@Suite struct ArticleTests {
  private func article(
    _ text: String, title: String? = nil
  ) throws -> (title: String?, text: String) {
    let worker = try Analyzer(try TestDictionaries.make()).makeWorker()
    let article = try worker.article(of: Document(id: "1", text: text, title: title))
    return (article.title?.document.text, article.text.document.text)
  }

  @Test(
    "a short first line that is no sentence is the title",
    arguments: [
      ("智谱发布新模型\n智谱今日发布模型。", "智谱发布新模型"),
      ("\n  智谱发布新模型 \r\n\r\n智谱今日发布模型。", "智谱发布新模型"),
      ("首页 > 正文\n智谱发布新模型\n智谱今日发布模型。", "智谱发布新模型"), ("首页 > 正文\n公司说。", nil),
      ("智谱发布新模型。\n公司说。", nil), ("本报消息：\n公司说。", nil), ("智谱发布新模型", nil),
      ("智谱发布新模型\n \n", nil), ("", nil),
      (String(repeating: "模型", count: 21) + "\n公司说。", nil),
    ] as [(String, String?)])
  func headline(_ item: (text: String, title: String?)) throws {
    let found = try article(item.text)
    #expect(found.title == item.title)
    if item.title == nil { #expect(found.text == item.text) }
  }

  @Test func `a title of the document's own leaves the text as it is`() throws {
    let found = try article("公司\n智谱今日发布模型。", title: "智谱发布新模型")
    #expect(found.title == "智谱发布新模型")
    #expect(found.text == "公司\n智谱今日发布模型。")
  }

  @Test func `a first line that repeats the title is dropped`() throws {
    let found = try article("智谱发布新模型\n\n公司说。", title: "智谱发布新模型")
    #expect(found.title == "智谱发布新模型")
    #expect(found.text == "公司说。")
    #expect(try article("智谱发布新模型了。\n公司说。", title: "智谱发布新模型").text.hasPrefix("智谱"))
  }

  @Test func `an ambiguous name of the title is judged by the title`() throws {
    let worker = try Analyzer(try TestDictionaries.make()).makeWorker()
    let title = "小米发布手机"
    let article = try worker.article(of: Document(id: "1", text: "我喝小米粥。", title: title))
    let alone = try worker.analysis(of: Document(id: "2", text: title))
    #expect(article.title?.mentions == alone.mentions)
  }

  @Test func `the title comes with the first part of a very long text`() throws {
    let worker = try Analyzer(try TestDictionaries.make()).makeWorker()
    let text = String(repeating: "我在北京大学读书。\n", count: 60_000)
    var titles: [String?] = []
    var length = 0
    try worker.forEachPart(ofArticle: Document(id: "1", text: text, title: "公司")) { title, part in
      titles.append(title?.document.text)
      length += part.document.text.utf8.count
    }
    #expect(titles.count > 1 && titles[0] == "公司" && titles.dropFirst().allSatisfy { $0 == nil })
    #expect(length == text.utf8.count)
  }
}
