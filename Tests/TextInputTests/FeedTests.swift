import Testing
import TextModel

@testable import TextInput

@Suite struct FeedTests {
  private static let rss = """
    <?xml version="1.0" encoding="gb2312"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>示例财经</title><link>http://example.com/</link>
    <item><title>智谱上市</title><link>http://example.com/1</link><guid>a-1</guid>
    <pubDate>Thu, 08 Jan 2026 21:33:19 +0800</pubDate>
    <description>摘要。</description>
    <content:encoded><![CDATA[<p>智谱在港交所上市。</p><p>股价上涨 &amp; 成交活跃。</p><script>x()</script>]]></content:encoded></item>
    <item><title>只有标题 &lt;快讯&gt;</title><description>&lt;p&gt;正文 &amp;amp; 其他。&lt;/p&gt;</description></item>
    <item><title>没有正文</title></item>
    </channel></rss>
    """

  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>示例</title>
    <entry><title type="html">上市</title><id>urn:1</id><updated>2026-01-09T00:00:00Z</updated>
    <published>2026-01-08T21:33:19+08:00</published>
    <link rel="edit" href="http://a/edit"/><link href="http://a/1"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>第一段。</p><p>第<b>二</b>段。</p></div></content>
    </entry></feed>
    """

  @Test("entries of RSS are documents")
  func rss() {
    let found = parse(Self.rss, as: .feed, path: "a.rss")
    #expect(found.problems.isEmpty)
    #expect(found.documents.map(\.id) == ["a-1", "a.rss#2", "a.rss#3"])
    #expect(found.documents.map(\.text) == ["智谱在港交所上市。\n股价上涨 & 成交活跃。", "正文 & 其他。", "没有正文"])
    #expect(found.documents[0].title == "智谱上市")
    #expect(found.documents[0].source == "示例财经")
    #expect(found.documents[0].url == "http://example.com/1")
    #expect(found.documents[0].date == CalendarDate(year: 2026, month: 1, day: 8))
  }

  @Test("entries of Atom are documents")
  func atom() {
    let found = parse(Self.atom, as: .feed, path: "a.atom")
    #expect(found.problems.isEmpty)
    #expect(found.documents.map(\.id) == ["urn:1"])
    #expect(found.documents.map(\.text) == ["第一段。\n第二段。"])
    #expect(found.documents[0].url == "http://a/1")
    #expect(found.documents[0].date == CalendarDate(year: 2026, month: 1, day: 8))
  }

  @Test("a feed is known by its name or its root", arguments: ["a.rss", "a.atom", "a.xml", "a"])
  func detection(name: String) throws {
    let folder = TemporaryFolder()
    let text = name == "a.atom" ? Self.atom : Self.rss
    let found = Outcome([folder.write(name, try encoded(text, as: .gb18030))])
    #expect(found.blocks.map(\.format) == [.feed])
    #expect(found.documents.count == (name == "a.atom" ? 1 : 3))
    #expect(found.problems.isEmpty)
    #expect(
      Outcome([folder.write("b.xml", "<?xml version=\"1.0\"?><!-- a --><html/>")]).blocks.map(
        \.format) == [.text])
  }

  @Test("no entity is expanded and nothing is loaded")
  func entities() throws {
    let folder = TemporaryFolder()
    let secret = folder.write("secret", "机密")
    var laughs = "<!ENTITY a0 \"ha\">"
    for level in 1...12 {
      laughs += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
    }
    let feed = """
      <!DOCTYPE rss [<!ENTITY file SYSTEM "file://\(secret)">\(laughs)
      <!ENTITY % remote SYSTEM "http://127.0.0.1:9/x.dtd"> %remote;]>
      <rss><channel><item><title>甲</title><guid>&a12;</guid><link a="&a12;">http://a</link>
      <description>始&file;&a12;&#x4e2d;&amp;终</description></item></channel></rss>
      """
    let found = parse(feed, as: .feed, path: "a.rss")
    let text = found.documents.map(\.text).joined()
    #expect(text.contains("始"))
    #expect(!text.contains("机密"))
    #expect(text.utf8.count < 200)
  }

  @Test(
    "damage is a warning, and what came before is kept",
    arguments: [
      "<rss><channel><item><title>甲</title><description>一</description></item><item><title>乙</ti",
      "<rss><channel><item><title>甲</title><description>一</description></item></channel>",
      "<rss><channel><item><title>甲</title><description>一</description></item><a b=c></channel></rss>",
    ])
  func damaged(feed: String) {
    let found = parse(feed, as: .feed, path: "a.rss")
    #expect(found.documents.first?.text == "一")
    #expect(found.problems.map(\.severity) == [.warning])
  }

  @Test("what is no feed is an error", arguments: ["", "中文", "<a>中</a>", "<html><p>x"])
  func noFeed(text: String) {
    let found = parse(text, as: .feed)
    #expect(found.documents.isEmpty)
    #expect(found.problems.map(\.message).first == "no RSS or Atom feed")
  }

  @Test("deep nesting ends the reading, not the program")
  func deep() {
    let found = parse(
      "<rss><item><title>甲</title></item>" + String(repeating: "<a>", count: 100_000), as: .feed)
    #expect(found.documents.count == 1)
    #expect(found.problems.count == 1)
  }

  @Test("strict looks for the article in entries too")
  func extraction() {
    let text = "上个月底，拐角装上了一盏新路灯，位置是居民投票选出来的，晚上下楼不用再开手电筒了，新灯后半夜会自动调暗，一年下来比旧灯省电六成以上。"
    let feed = """
      <rss><channel><title>示例</title><item><title>路灯</title><description>\(text)
      责任编辑：小满</description></item></channel></rss>
      """
    var options = DocumentParser.Options()
    #expect(parse(feed, as: .feed, options: options).documents[0].cutLines.isEmpty)
    options.extraction = .strict
    let found = parse(feed, as: .feed, options: options).documents[0]
    #expect(found.text == text)
    #expect(found.cutLines.map(\.reason) == [.editor])
  }
}
