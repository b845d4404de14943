import TestSupport
import Testing
import TextModel

@testable import TextInput

/// What is furniture in live reports, tickers, galleries, official texts and pages saved in other ways.
@Suite struct PageFormsTests {
  private static let paragraphs = [
    "截至去年底，全市已有四十家企业接入，其中七成是中小企业，工人对新办法的看法并不一致。",
    "厂长说，排班表从两小时缩到十分钟，但老师傅们还是习惯在黑板上看自己的名字。",
    "市里计划在今年六月底以前把试点扩大到三个县，另外两家工厂已经报了名。",
    "工会提出，凡是新办法改了班次的，要提前两天告诉本人，并且留下申诉的办法。",
  ]

  private static func html(_ body: String, title: String = "") -> Document {
    parse("<html><head><title>\(title)</title></head><body>\(body)</body></html>", as: .html)
      .documents[0]
  }

  @Test(
    "what each entry has is cut, and the entries stay",
    arguments: [
      { "<div>1\($0):2\($0)</div><div>主持人小满</div>" },
      { "<b>0\($0):00:0\($0)</b><div>分享收藏详情</div>" },
      { "<div>\($0)/4</div>" }, { "<div>\($0 * 37)评论复制链接</div>" },
    ] as [@Sendable (Int) -> String])
  func entries(head: @Sendable (Int) -> String) {
    let body = Self.paragraphs.enumerated().map { "\(head($0 + 1))<p>\($1)</p>" }.joined()
    let document = Self.html("<h1>四家工厂的一天</h1><div>\(body)</div>")
    #expect(document.text == "四家工厂的一天\n" + Self.paragraphs.joined(separator: "\n"))
  }

  @Test("headings that differ, speakers with a colon and rows of tables stay")
  func noEntries() {
    for head in [{ "第\($0)集" }, { _ in "记者：" }, { "20\(20 + $0)年" }] as [(Int) -> String] {
      let lines = Self.paragraphs.enumerated().flatMap { [head($0), $1] }
      let body = lines.map { "<p>\($0)</p>" }.joined()
      #expect(
        Self.html("<div><p>\(Self.paragraphs[0])</p>\(body)</div>").text.hasSuffix(
          lines.dropFirst().joined(separator: "\n")))
    }
    let row = "<tr><td>甲</td><td>乙</td></tr>"
    let table =
      "<p>\(Self.paragraphs[0])</p><table>\(row)\(row)\(row)</table><p>\(Self.paragraphs[1])</p>"
    #expect(Self.html("<div>\(table)</div>").text.contains("甲 乙\n甲 乙\n甲 乙"))
  }

  @Test("an official text keeps its short first items, its attachments and its signature")
  func officialText() {
    let lines =
      ["一、项目编号：SL-31", "二、项目名称：检验设备采购"] + Self.paragraphs + [
        "附件：1.采购文件.pdf", "2.声明函.docx", "示例市交易中心", "2026年1月22日",
      ]
    let items = lines.map {
      $0.hasSuffix(".docx") || $0.hasSuffix(".pdf") ? "<p><a>\($0)</a></p>" : "<p>\($0)</p>"
    }.joined()
    let page =
      "<ul><li>首页</li><li>交易信息</li></ul><h3>设备采购项目中标公告</h3><p>2026/1/22 阅读次数：86</p><div>\(items)</div>"
      + "<div><h4>相关公告</h4><a>另一个公告</a></div>"
    let document = Self.html(page, title: "示例市交易中心-设备采购项目中标公告")
    #expect(document.title == "设备采购项目中标公告")
    #expect(document.text == (["设备采购项目中标公告"] + lines).joined(separator: "\n"))
  }

  @Test(
    "a title is told from the names of site, board and program, before or behind it",
    arguments: [
      ("青岭日报-果园里来了“数树的人”", "果园里来了“数树的人”"),
      ("停航十一年的轮渡，为什么又回来了 - 城事闲谈 - 江城论坛 - Powered by Discuz!", "停航十一年的轮渡，为什么又回来了"),
      ("示例市公共资源交易中心-检验设备采购项目中标公告", "检验设备采购项目中标公告"),
    ])
  func titles(written: String, title: String) {
    let shown = title.contains("轮渡") ? "[热议] \(title)" : title
    let page =
      "<div>示例市公共资源交易中心</div><h3>\(shown)</h3>" + Self.paragraphs.map { "<p>\($0)</p>" }.joined()
    #expect(Self.html(page, title: written).title == title)
  }

  @Test("the title that official sites state wins over a general one")
  func statedTitle() {
    let page =
      "<html><head><meta name='ArticleTitle' content='关于站台迁移的咨询'><title>来信选登</title></head><body>"
      + Self.paragraphs.map { "<p>\($0)</p>" }.joined()
    #expect(parse(page, as: .html).documents[0].title == "关于站台迁移的咨询")
  }

  @Test(
    "head and tail of pages that were copied, dumped or clipped",
    arguments: [
      ("#RSS 示例网\n[1]首页 [2]新闻 [3]评论\n", "\n[8]打印 [9]关闭\n相关新闻\n* [10]另一条新闻"),
      ("[logo] 示例网\n首页 >> 本地 >> 正文\n", "\n分享到：\n示例网\n上一篇：另一条新闻"),
      ("样本城市\n登录\n首页›城市›正文\n", "\n标签：\n养蜂\n0\n林秋\n写城市里的小事\n72 篇文章\n热门文章\n另一条新闻"),
      ("首页 > 正文\n", "\n—— 完 ——\n撰文 | 丛林\n样音社\n一个讲故事的地方\n公众号"),
      ("首页 > 正文\n", "\n喜欢此内容的人还喜欢\n另一条新闻\n不看的原因\n写下你的想法"),
      (
        "[首页](https://a.b/) [要闻](https://a.b/c)\n",
        "\n© 著作权归作者所有\n[上一篇](https://a.b/d) [下一篇](https://a.b/e)"
      ),
    ])
  func savedTexts(head: String, tail: String) {
    let body = Self.paragraphs.joined(separator: "\n")
    let title = "一座桥的体检报告出来了"
    let text = "\(head)\(title)\n2026-03-17 07:15 来源：示例晚报\n\(body)\(tail)"
    let document = parse(text, as: .text).documents[0]
    #expect(document.title == title)
    #expect(document.text == "\(title)\n\n\(body)")
  }

  @Test("Markdown: the heading without its mark, once; pictures and what is said of them are out")
  func markdown() {
    let text = """
      Title: 一座桥的体检报告出来了
      URL Source: https://www.example.com/a
      [首页](https://a.b/) [要闻](https://a.b/c)
      # 一座桥的体检报告出来了
      2026-03-17 07:15 来源：示例晚报
      \(Self.paragraphs[0])
      ![](assets/1.jpg)
      *桥上的检修车*
      \(Self.paragraphs[1])
      **\(Self.paragraphs[2])**
      """
    let document = parse(text, as: .text).documents[0]
    #expect(document.title == "一座桥的体检报告出来了")
    let kept = document.text.split(separator: "\n").map(String.init)
    #expect(kept == ["一座桥的体检报告出来了"] + Self.paragraphs[..<2] + ["**\(Self.paragraphs[2])**"])
  }

  @Test(
    "lines that say who made the text, or when, in few words",
    arguments: [
      ("文 林秋 图 白桦", "林秋", nil), ("26-01-08 10:24 来源：示例网", nil, "2026-01-08"),
      ("撰文 丛林 摄影 万象", "丛林", nil), ("文 采", nil, nil), ("26-13-08 10:24", nil, nil),
    ] as [(String, String?, String?)])
  func credits(line: String, author: String?, date: String?) {
    var line = line
    let byline = line.withUTF8 { Byline(PageLine($0)) }
    if author != nil || date != nil { #expect(byline.isWhole) }
    #expect(byline.author == (line == "文 采" ? "采" : author))
    #expect(byline.date?.description == date)
  }
}
