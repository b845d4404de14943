import Testing
import TextModel

@testable import TextInput

@Suite struct HTMLTests {
  @Test("takes the article and what the page says of itself")
  func page() {
    let html = """
      <!DOCTYPE html><html><head><meta charset="gb2312"><title>页面标题 - 网站</title>
      <meta property="og:title" content="智谱上市"><meta property="og:site_name" content="新华网">
      <meta property="article:published_time" content="2026-01-08T09:00:00+08:00">
      <link rel="canonical" href="http://a/b"><style>p { color: red }</style></head>
      <body><nav><a href="/">首页</a></nav><header>页眉</header>
      <article><h1>智谱上市</h1><p>第一段，<b>粗</b>体 &amp; <a href="x">链接</a>。</p>
      <p>第二段
      换行。<br>新行 two
      words</p><script>var a = "<p>不要</p>";</script><div>第三段<div>内层</div>末尾</div>
      <aside>相关</aside></article><p>文外</p><footer>页脚</footer></body></html>
      """
    var parsed = parse(html, as: .html, path: "a.html")
    #expect(parsed.problems.isEmpty)
    #expect(parsed.documents[0].cutLines.map(\.text) == ["首页", "页眉", "相关", "文外", "页脚"])
    parsed.documents[0].cutLines = []
    #expect(
      parsed.documents == [
        Document(
          id: "a.html",
          text: "智谱上市\n第一段，粗体 & 链接。\n第二段换行。\n新行 two words\n第三段\n内层\n末尾",
          title: "智谱上市", date: CalendarDate(year: 2026, month: 1, day: 8), source: "新华网",
          url: "http://a/b")
      ])
  }

  @Test(
    "text of a page",
    arguments: [
      ("<p>甲<p>乙", "甲\n乙"), ("甲", "甲"), ("<b>甲</b>乙", "甲乙"), ("", ""), ("<html></html>", ""),
      ("<form><p>只有表单</p></form>", "只有表单"), ("<p>正文</p><form><p>表单</p></form>", "正文"),
      ("<article></article><p>正文</p>", "正文"),
      ("<p>a&nbsp;&lt;b&gt; &#20013;&copy;</p>", "a <b> 中©"),
      ("<p>\u{3000}\u{3000}缩进</p>", "缩进"), ("<ul><li>一<li>二</ul>", "一\n二"),
      ("<table><tr><td>一</td><td>二</td></tr></table>", "一\n二"), ("<p>未完 <a href=", "未完"),
      ("<!-- 注 --><p>甲<!-- <p>乙 --></p>", "甲"),
      ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>甲</p>", "甲"),
      ("<noscript>请打开</noscript><p>甲</p>", "甲"),
    ])
  func texts(html: String, text: String) {
    let found = parse(html, as: .html).documents[0].text
    #expect(found == text || (html.hasPrefix("<!DOCTYPE a") && found.hasSuffix(text)))
    #expect(!found.contains("root:"))
  }

  @Test(
    "title and date",
    arguments: [
      ("<title>甲</title><h1>乙</h1>", "甲", nil), ("<h1>乙</h1>", "乙", nil),
      ("<body><header><h1> 乙\n丙 </h1></header>", "乙丙", nil), ("<title></title><p>x", nil, nil),
      ("<time datetime='2026-01-08'>昨天</time>", nil, "2026-01-08"),
      ("<p><time>2026年1月8日</time>", nil, "2026-01-08"),
      ("<meta name=pubdate content='2026/1/8 9:00'>", nil, "2026-01-08"),
      ("<svg><title>图</title></svg><title>页</title>", "页", nil),
    ] as [(String, String?, String?)])
  func metadata(html: String, title: String?, date: String?) {
    let document = parse(html, as: .html).documents[0]
    #expect(document.title == title)
    #expect(document.date?.description == date)
  }

  @Test("the date of the path stands in, and a wrong one is told")
  func dates() {
    let parsed = parse("<time>昨天</time><p>甲", as: .html, path: "20260108.html")
    #expect(parsed.documents[0].date?.description == "2026-01-08")
    #expect(parsed.problems.count == 1)
  }

  @Test(
    "any depth and any size of one element is safe",
    arguments: ["div", "b", "p", "table", "a", "font"])
  func depth(element: String) {
    let html = "<p>前</p>" + String(repeating: "<\(element)>", count: 20_000) + "后"
    let parsed = parse(html, as: .html)
    #expect(parsed.documents[0].text.hasPrefix("前"))
    let closing = String(repeating: "<i>", count: 4_000) + String(repeating: "</u>", count: 20_000)
    #expect(parse(closing + "后", as: .html).documents[0].text == "后")
  }

  @Test("zero bytes do not end a page")
  func zeros() {
    #expect(parse("<p>甲\0乙</p>", as: .html).documents[0].text == "甲\u{FFFD}乙")
  }
}
