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
      ("<table><tr><td>一</td><td>二</td></tr></table>", "一 二"), ("<p>未完 <a href=", "未完"),
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
    let parsed = parse("<time>近日</time><p>甲", as: .html, path: "20260108.html")
    #expect(parsed.documents[0].date?.description == "2026-01-08")
    #expect(parsed.problems.count == 1)
    let near = parse("<time>昨天 08:12</time><p>甲", as: .html, path: "20260108.html")
    #expect(near.documents[0].date?.description == "2026-01-07")
    #expect(near.problems.isEmpty)
  }

  /// An article long enough to be found.
  private static let body = """
    <p>示例市昨天宣布，今年将新建二十所小学，新增学位两万个，重点放在人口流入多的城区。</p>
    <p>教育局负责人表示，2019年3月4日的规划已经列入预算，首批六所学校明年秋天开学。</p>
    """

  @Test(
    "the day of publication, and not the first in the text",
    arguments: [
      ("<h1>学位要建多少才够</h1><div>2026-01-08 21:33:19　来源: 示例日报</div>§", "2026-01-08", "示例日报"),
      ("<h1>学位要建多少才够</h1><div>2026年1月8日09:15 | 来源：<a href='x'>示例网</a></div>§", "2026-01-08", "示例网"),
      (
        "<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2026-01-08T01:02:03Z\","
          + "\"publisher\":{\"@type\":\"x\",\"name\":\"示例社\"}}]}</script>§",
        "2026-01-08", "示例社"
      ),
      ("<script>var ct = \"1767879199\";</script>§", "2026-01-08", nil),
      ("<script>var d={\"publishTime\":\"2026-01-08 21:33\"}</script>§", "2026-01-08", nil),
      ("<meta name='weibo:article:create_at' content='2026-01-08 21:33:19'>§", "2026-01-08", nil),
      ("<link rel=canonical href='http://a/n1/2026/0108/c1004-1.html'>§", "2026-01-08", nil),
      ("<link rel=canonical href='http://a/20260108/1.html'>§", "2026-01-08", nil),
      ("§<ul class=related><li><time>2025-02-03</time></ul>", nil, nil),
      (
        "<h1>学位要建多少才够</h1><div>01-08 21:33　示例号</div>§<p>相关阅读</p><p>别的标题</p><p>2026-01-09 08:00:00</p>",
        "2026-01-08", "示例号"
      ),
      ("<meta name=date content='不详'><h1>学位要建多少才够</h1><p>2026-01-08</p>§", "2026-01-08", nil),
      ("§", nil, nil),
    ] as [(String, String?, String?)])
  func publication(html: String, date: String?, source: String?) {
    let page = html.replacing("§", with: "<div>\(Self.body)</div>")
    let document = parse(page, as: .html).documents[0]
    #expect(document.date?.description == date)
    #expect(document.source == source)
    #expect(document.text.contains("新增学位两万个") && document.text.contains("列入预算"))
    #expect(!document.text.contains("来源"))
  }

  @Test("off keeps all that can be seen")
  func off() {
    var options = DocumentParser.Options()
    options.extraction = .off
    let html = "<nav>首页</nav>\(Self.body)<p>责任编辑：张三</p><script>x</script>"
    let document = parse(html, as: .html, options: options).documents[0]
    #expect(document.text.hasPrefix("首页\n示例市"))
    #expect(document.text.hasSuffix("责任编辑：张三"))
    #expect(document.cutLines.isEmpty)
    let cut = parse(html, as: .html).documents[0]
    #expect(cut.cutLines.map(\.reason) == [.navigation, .editor])
  }

  @Test(
    "the names of elements tell what is no part of the article",
    arguments: [
      "<div class='post_comment-list'>@</div>", "<section id=relatedNews>@</section>",
      "<aside>@</aside>",
      "<div style='display: none'>@</div>", "<div class=copyright>@</div>", "<footer>@</footer>",
    ])
  func hints(html: String) {
    let other = "<p>别人写的话也可以很长，里面同样有逗号，也有句号。这一段不该算进正文里去。</p>"
    let page = Self.body + Self.body.replacing("示例市", with: "邻市") + html.replacing("@", with: other)
    let document = parse(page, as: .html).documents[0]
    #expect(document.text.contains("邻市"))
    #expect(!document.text.contains("别人写的话"))
    #expect(document.cutLines.count == 1)
  }

  @Test(
    "the whole page may be called what others call their furniture",
    arguments: ["sidebar", "tag-list", "header", "ad", "__next related"])
  func wrongHints(name: String) {
    let document = parse("<div class='\(name)'>\(Self.body)</div>", as: .html).documents[0]
    #expect(document.text.contains("新增学位") && document.text.contains("列入预算"))
  }

  @Test("a page of frames says that it has no text")
  func frames() {
    let parsed = parse(
      "<frameset cols='20%,80%'><frame src='a.html'><frame src='b.html'></frameset>", as: .html)
    #expect(parsed.documents[0].text == "")
    #expect(parsed.problems.map(\.severity) == [.warning])
  }

  @Test("what a page says of its encoding is not listened to")
  func charset() {
    let html =
      "<meta charset=gbk><meta http-equiv=content-type content='text/html;charset=big5'>\(Self.body)"
    #expect(parse(html, as: .html).documents[0].text.contains("新增学位两万个"))
  }

  @Test(
    "markup that breaks off anywhere, or is mixed up, gives a result", arguments: 0..<150)
  func broken(seed: Int) {
    var generator = SplitMix(seed: seed)
    var bytes = Array(
      """
      <!DOCTYPE html><html><head><title>甲</title><style>p{}</style><script>if (a<b) "</scr" </script>
      <script type='application/ld+json'>{"datePublished": ["2026", {"name": "\\u00"}]}</script></head><body class='a-b C'>
      <table><tr><td><table><tr><td>\(Self.body)</table></table><!-- 注 --><div style='display:none'>&nbsp;&#x4e2d;&bogus;</div>
      <form><select><option>一</select></form><time datetime=x></time><img><p>图为会场。</body></html>
      """.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 1...40, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end].reversed(), at: 0)
      case 2: bytes = Array(bytes[..<end])
      default: bytes[start] = UInt8.random(in: 0...255, using: &generator)
      }
      if bytes.count < 50 { break }
    }
    let parsed = parse(bytes, as: .html)
    #expect(parsed.documents.count == 1)
    let cutBytes = parsed.documents[0].cutLines.reduce(0) { $0 + $1.text.utf8.count }
    #expect(parsed.documents[0].text.utf8.count + cutBytes < 3 * bytes.count + 100)
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
    // Type that nobody sets back is no reason to leave anything out.
    let unclosed = String(repeating: "<p><FONT size=2><b>段落。", count: 3_000) + "<p>末段。"
    #expect(parse(unclosed, as: .html).documents[0].text.hasSuffix("\n末段。"))
    #expect(parse(unclosed, as: .html).problems.isEmpty)
  }

  /// Each takes minutes where time grows with the square of the size.
  @Test(
    "pages made to be slow are read like others",
    arguments: [
      String(repeating: "<!-- x ", count: 300_000),
      "<div " + (0..<40_000).map { "a\($0)='1'" }.joined(separator: " ") + ">",
      String(repeating: "<script>", count: 200_000) + "</script>",
      String(repeating: "<", count: 500_000), String(repeating: "<table><tr><td>", count: 300),
      String(repeating: "&bogus;&#x110000;", count: 50_000),
      "<title>" + String(repeating: "甲_", count: 100_000) + "</title>",
      "<script>" + String(repeating: #""content":""#, count: 100_000) + "</script>",
      "<table>" + String(repeating: "<tr><td>一<td>二", count: 100_000) + "</table>",
      String(repeating: "<p>\(String(repeating: "长", count: 20))...", count: 50_000),
    ])
  func slow(html: String) {
    #expect(parse(html + Self.body, as: .html).documents[0].text.contains("列入预算"))
  }

  private static let table =
    "<table>"
    + ["品种 上周 前周", "鸡蛋 4.92 5.01", "菠菜 5.60 4.95"].map { row in
      "<tr>" + row.split(separator: " ").map { "<td>\($0)</td>" }.joined() + "</tr>"
    }.joined() + "</table>"

  @Test("a table in the article is part of it, a row a line")
  func tables() {
    let page = "<div>\(Self.body)\(Self.table)\(Self.body)</div><p><a href=a>别的一页</a></p>"
    let text = parse(page, as: .html).documents[0].text
    #expect(text.contains("\n鸡蛋 4.92 5.01\n菠菜 5.60 4.95\n"))
    // A table that lays out the page is none.
    let layout = "<table><tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr></table>"
    #expect(parse(layout, as: .html).documents[0].text == "甲\n乙\n丙")
  }

  @Test(
    "of a page that is made of data the article is taken from these",
    arguments: [
      #"window.__INITIAL_STATE__={"news":{"title":"标题","content":"%@"},"hot":[{"text":"短"}]};"#,
      #"{"props":{"body" : "%@"}}"#, #"var data={articleBody:"%@"}"#,
    ])
  func state(script: String) {
    let written = Self.body.replacing("\"", with: "\\\"").replacing("</", with: "<\\/")
      .replacing("\n", with: "\\n")
    let page = "<div id=app>加载中...</div><script>\(script.replacing("%@", with: written))</script>"
    let document = parse(page, as: .html).documents[0]
    #expect(document.text == parse(Self.body, as: .html).documents[0].text)
    #expect(document.cutLines.map(\.text) == ["加载中..."])
    // Where the page has the article itself, the data are not looked at.
    let both =
      "<p>这一页自己有正文，一共是两句话，前一句长一些，后一句也不短，加起来足够成为一篇文章，所以不必再看别处。</p>"
      + "<p>第二段也在这里，写的是同一件事，还要再多说几个字。</p>" + page
    #expect(parse(both, as: .html).documents[0].text.hasPrefix("这一页自己有正文"))
  }

  @Test("what others write below the article is no part of it")
  func posts() {
    let replies = (1...3).map {
      "<div>看客\($0) 发表于 2026-1-9 0\($0):11:02</div><p>那年我也在，路灯坏了半年没人修，报了三次才来，来了又说不归他们管。</p>"
    }
    let page = "<div><p>阿梨 发表于 2026-1-8 20:18:44</p>\(Self.body)\(replies.joined())</div>"
    let document = parse(page, as: .html).documents[0]
    #expect(!document.text.contains("那年我也在"))
    #expect(document.date == CalendarDate(year: 2026, month: 1, day: 8))
  }

  @Test("whom an official text is for, who signed it and when stay with it")
  func signature() {
    let page = """
      <h1>关于春耕的通知</h1><div id=b><p>各乡镇人民政府：</p>\(Self.body)<p>附件：任务表</p><p>示例县人民政府</p>
      <p>2026年1月8日</p></div><ul><li>别的一页</li></ul>
      """
    let text = parse(page, as: .html).documents[0].text
    #expect(text.contains("各乡镇人民政府："))
    #expect(text.hasSuffix("附件：任务表\n示例县人民政府\n2026年1月8日"))
  }

  @Test(
    "the title is what the page shows",
    arguments: [
      ("长长的标题说的是路灯 - 时事新闻 - 某某广播网 - Powered by Board", "<h3>长长的标题说的是路灯</h3>", "长长的标题说的是路灯"),
      ("打印文章", "<h2>长长的标题说的是路灯</h2>", "长长的标题说的是路灯"),
      ("标题里有 - 的一页 | 要闻", "<div>标题里有 - 的一页</div>", "标题里有 - 的一页"),
    ])
  func shownTitle(title: String, heading: String, expected: String) {
    let page = "<title>\(title)</title>\(heading)\(Self.body)"
    #expect(parse(page, as: .html).documents[0].title == expected)
  }

  @Test("the beginning of a paragraph that is shown above it is no part of the article")
  func excerpt() {
    let page =
      "<div>新的国家标准实施一周以来，记者走访了三家建材市场...</div><div>\(Self.body)\(Self.body)"
      + "<p>新的国家标准实施一周以来，记者走访了三家建材市场，发现大品牌大多已经换上新的检测报告。</p></div>"
    let document = parse(page, as: .html).documents[0]
    #expect(document.cutLines.isEmpty)
    let near = page.replacing("<div>\(Self.body)\(Self.body)", with: "<div>")
      .replacing("</p></div>", with: "</p>\(Self.body)</div>")
    #expect(parse(near, as: .html).documents[0].cutLines.map(\.reason) == [.outside])
  }

  @Test("zero bytes do not end a page")
  func zeros() {
    #expect(parse("<p>甲\0乙</p>", as: .html).documents[0].text == "甲\u{FFFD}乙")
  }
}
