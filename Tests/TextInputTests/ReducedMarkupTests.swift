import TestSupport
import Testing

@testable import TextInput

/// The parser is spared what it need not see. What it makes of the page must be the same.
struct ReducedMarkupTests {
  @Test(arguments: [
    // Attributes that nobody reads, in all forms; such as hide or name what they stand on.
    "<body><div data-x=1 style='color:red' class=\"a b\"><p title='a > b' id=x>正文的第一段，写在这里。</p></div>",
    "<body><p style='DISPLAY : n one'>看不见的一段，写在这里。</p><p style=\"text-indent:2em\">看得见的一段，写在这里。</p>",
    "<body><p class=a class=related>第一个类名算数，第二个不算。</p><p class=related class=a>这一段算相关。</p>",
    "<body><p class=\"re&#108;ated\">名字里有实体的一段，写在这里。</p>",
    // White space beside blocks and between words.
    "<body> <h1> 长标题 <div> 第一行 </div> <div> 第二行 </div> </h1> <p> a <b> b </b> <i>c</i> d </p>\n<p>\n甲\n乙</p>",
    "<body><time> <b>2026-01-08</b> <div>21:33</div> </time><p>正文的第一段，写在这里，够长。</p>",
    // Links whole and broken.
    "<body><a href=x>一</a><a>二<a href=y>三</a>四</a><p>正文</p><a><div>五</a><a>六</a></div>七",
    "<body><a><div>一</p></a><a>二</a><p>三<a><p>四</a><a>五</a></p>六<a/>七<a>八</a>",
    "<body><A HREF=x>一</a><SPAN>二</span><b></b><i> </i><a> </a><a></a><a>&amp;</a><a>三&nbsp;四</a>",
    "<p>没有 body 的页面，<b>粗体</b>和<a>链接</a></p></body><b>后面的</b>",
    // What is no plain tag: from there on nothing is reduced.
    "<body><p>一</p><p 类=x>二</p><p>三 < 四 <五> &lt;六</p><a title=\"x\"y=z>七</a><a title=\"没有完",
    "<body><p>一</p><![endif]><p>二</p><!-- 注 --><p>三</p><?x y?><p>四</p><!x \"y><p>五\"</p>",
    // Characters that stand for themselves, for nothing or for texts.
    "<body><p>一些比较长的文字\u{1}里有控制字符</p><p>一些比较长的文字\u{100000}里有私用字符</p><p>一些比较长的文字</p>",
    "<body><p>一些比较长的文字，写在这里</p><p>&#x100000;&#1048576;</p><p>一些比较长的文字\u{FFFF}，写在这里</p>",
    "<body><p>一些&nbsp;比较长&nbsp的文字&#8220写在这里&unknown;再写&#x4E2D;文</p>",
  ])
  func sameResult(page: String) {
    expectSame(page)
  }

  /// Pages made of fragments in any order.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func sameResultOfAnyMarkup(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let fragments = [
      "<body>", "</body>", "<html>", "<head>", "<title>", "</title>", "<h1>", "</h1>", "<p>",
      "</p>",
      "<p class=\"related x\">", "<div id='content'>", "<div>", "</div>", "<a href=\"x\">", "<a>",
      "</a>", "<a class=share href=x>", "<b>", "</b>", "<span style=\"x\">", "</span>", "<i>",
      "</i>",
      "<br>", "<br/>", "<hr>", "<li>", "<ul>", "</ul>", "<table>", "<tr>", "<td>", "</td>",
      "</table>",
      "<img src=x alt='y'>", "<time>", "</time>", "<time datetime=\"2026-01-08\">", "<select>",
      "<option>", "</select>", "<font color=red>", "</font>", "<script>var a = '<p>'</script>",
      "<style>p{}</style>", "<!-- x -->", " ", "\n", "  \n ", "&nbsp;", "&amp;", "&lt;", "<", ">",
      "\"",
      "一二三四，五六七八。", "短", "这一段写得长一些，里面有逗号，也有句号。后面还有一句，写到这里为止。", "2026-01-08 21:33",
      "来源：示例网", "相关阅读", "a b", "<form>", "</form>", "<nav>", "</nav>", "<article>", "</article>",
      "<meta name=date content='2026-01-08'>", "<x-y z>", "<SPAN>", "</SPAN>",
    ]
    for _ in 0..<20 {
      var page = generator.next() % 4 == 0 ? "" : "<html><body>"
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        page += fragments.randomElement(using: &generator)!
      }
      expectSame(page)
    }
  }

  private func expectSame(_ page: String) {
    let reduced = HTMLExtractor.page(in: page)
    let whole = HTMLExtractor.page(in: page, reduces: false)
    #expect(String(describing: reduced) == String(describing: whole), "\(page)")
    #expect(
      HTMLExtractor.page(in: page, cuts: false).text
        == HTMLExtractor.page(in: page, cuts: false, reduces: false).text, "\(page)")
  }
}
