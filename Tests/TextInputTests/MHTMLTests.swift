import Testing
import TextModel

@testable import TextInput

@Suite struct MHTMLTests {
  private static let page = """
    <html><head><title>%@</title></head><body><div class="nav"><a href="/">首页</a></div><h1>老街的路灯亮了</h1>
    <p>昨天 18:30</p>
    <p>上个月底，南塘新村的拐角装上了一盏新路灯，位置是居民投票选出来的，晚上下楼不用再开手电筒。</p>
    <p>市城管局介绍，新灯后半夜会自动调暗，一年下来比旧灯省电六成以上。</p><div class="related"><a>别的新闻</a></div>
    </body></html>
    """
  private static let untitledPage = page.replacing("%@", with: "")
  private static let body = """
    老街的路灯亮了
    上个月底，南塘新村的拐角装上了一盏新路灯，位置是居民投票选出来的，晚上下楼不用再开手电筒。
    市城管局介绍，新灯后半夜会自动调暗，一年下来比旧灯省电六成以上。
    """

  /// An archive as Chrome writes it.
  private static func archive(
    _ page: [UInt8], charset: String = "utf-8", way: String, lineEnd: String = "\r\n",
    ending: String = "------B------"
  ) -> [UInt8] {
    let head = """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://www.example.com/local/1.html
      Subject: =?utf-8?Q?=E8=80=81=E8=A1=97=E7=9A=84?= =?utf-8?Q?=E8=B7=AF=E7=81=AF?=
      Date: Fri, 9 Jan 2026 09:12:44 +0800
      MIME-Version: 1.0
      Content-Type: multipart/related;
      \ttype="text/html";
      \tboundary="----B--"


      ------B--
      Content-Type: text/html; charset="\(charset)"
      Content-ID: <frame-1@mhtml.blink>
      Content-Transfer-Encoding: \(way)
      Content-Location: https://www.example.com/local/1.html


      """
    let tail = """

      ------B--
      Content-Type: text/html
      Content-ID: <frame-2@mhtml.blink>

      <p>框架里的广告，不是这一页的正文，不应当读进来，一个字也不应当读进来。</p>
      \(ending)

      """
    func bytes(_ text: String) -> [UInt8] {
      Array(
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
          .utf8)
    }
    return bytes(head) + page + bytes(tail)
  }

  private static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var text = ""
    var column = 0
    for byte in bytes {
      let isPlain =
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "=") || byte == ASCII.lineFeed
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      let piece =
        isPlain
        ? String(UnicodeScalar(byte)) : "=" + (hexadecimal.count < 2 ? "0" : "") + hexadecimal
      if column + piece.utf8.count > 75 {
        text += "=\r\n"
        column = 0
      }
      text += piece
      column = byte == ASCII.lineFeed ? 0 : column + piece.utf8.count
    }
    return Array(text.utf8)
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      let bits = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
      for index in 0..<4 {
        text.append(
          index > three.count ? UInt8(ascii: "=") : letters[bits >> (18 - 6 * index) & 63])
      }
      if start % 57 == 54 { text += [ASCII.carriageReturn, ASCII.lineFeed] }
    }
    return text
  }

  @Test(
    "a page is read from its archive, whatever its encoding",
    arguments: ["utf-8", "gb18030", "big5", "utf-16le"], ["quoted-printable", "base64", "binary"])
  func encodings(charset: String, way: String) throws {
    let encoding = try TextEncoding(label: charset)
    // Big5 has no simplified characters.
    let written =
      charset == "big5"
      ? "<p>記者從市政府獲悉，新裝的路燈位置由居民投票決定，後半夜會自動調暗。</p>" : Self.untitledPage
    let raw = encoding == .utf8 ? Array(written.utf8) : try encoded(written, as: encoding)
    let bytes =
      switch way {
      case "base64": Self.base64(raw)
      case "binary": raw
      default: Self.quotedPrintable(raw)
      }
    let folder = TemporaryFolder()
    let found = Outcome([folder.write("a.mhtml", Self.archive(bytes, charset: charset, way: way))])
    #expect(found.problems.isEmpty)
    #expect(found.blocks.map(\.format) == [.html])
    #expect(found.blocks[0].encoding.encoding == encoding)
    #expect(
      found.texts == [
        charset == "big5" ? "記者從市政府獲悉，新裝的路燈位置由居民投票決定，後半夜會自動調暗。" : Self.body
      ])
  }

  @Test("the archive tells what the page does not", arguments: ["\n", "\r\n"])
  func envelope(lineEnd: String) {
    let folder = TemporaryFolder()
    let bare = Array("<p>一段没有标题也没有日期的话，后面还有一句。</p>".utf8)
    let found = Outcome([
      folder.write("a.mht", Self.archive(bare, way: "8bit", lineEnd: lineEnd))
    ])
    #expect(found.documents.map(\.title) == ["老街的路灯"])
    #expect(found.documents.map(\.url) == ["https://www.example.com/local/1.html"])
    #expect(found.documents.map(\.date) == [CalendarDate(year: 2026, month: 1, day: 9)])
  }

  @Test("a page's own date and title win, and a day without a year is near that of saving")
  func ownDate() {
    let folder = TemporaryFolder()
    let page = Array(Self.page.replacing("%@", with: "老街的路灯亮了").utf8)
    let found = Outcome([folder.write("a.mht", Self.archive(page, way: "8bit"))])
    #expect(found.documents.map(\.title) == ["老街的路灯亮了"])
    #expect(found.documents.map(\.date) == [CalendarDate(year: 2026, month: 1, day: 8)])
  }

  @Test("a message of one part, and parts in parts, as old Internet Explorer writes them")
  func oldForms() throws {
    let html = String(
      decoding: Self.base64(try encoded(Self.untitledPage, as: .gb18030)), as: UTF8.self)
    let part =
      "Content-Type: text/html;\r\n\tcharset=\"gb2312\"\r\nContent-Transfer-Encoding: base64\r\n\r\n\(html)\r\n"
    let single = "From: <Saved by Windows Internet Explorer 8>\r\nMIME-Version: 1.0\r\n\(part)"
    let nested = """
      MIME-Version: 1.0\r
      Content-Type: multipart/related; boundary="=_a"\r
      \r
      This is a multi-part message in MIME format.\r
      --=_a\r
      Content-Type: multipart/alternative; boundary="=_ab"\r
      \r
      --=_ab\r
      Content-Type: text/plain\r
      \r
      不是这个\r
      --=_ab\r
      \(part)--=_ab--\r
      --=_a--\r

      """
    for text in [single, nested] {
      let folder = TemporaryFolder()
      #expect(Outcome([folder.write("a.mht", text)]).texts == [Self.body])
    }
  }

  @Test(
    "an archive without a name is known by its header, and one that is named binary is no fault")
  func detection() {
    let archive = Self.archive(Array(Self.untitledPage.utf8), way: "8bit")
    #expect(InputFormat.implied(byContent: archive) == .mhtml)
    #expect(InputFormat.implied(byContent: Array("MIME-Version: 1.0\n\n正文。".utf8)) == .text)
    let folder = TemporaryFolder()
    let found = Outcome([
      folder.write(
        "a.mhtml", Self.archive(Array(Self.untitledPage.utf8), way: "8bit", ending: "\0\0"))
    ])
    #expect(found.texts == [Self.body])
  }

  @Test("a part that is named as the start is the page")
  func start() {
    let part = { (name: String, text: String) in
      "--b\nContent-Type: text/html\nContent-ID: <\(name)>\n\n<p>\(text)</p>\n"
    }
    let text =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; start=\"<2>\"\n\n"
      + part("1", "第一部分。") + part("2", "第二部分。") + "--b--\n"
    let folder = TemporaryFolder()
    #expect(Outcome([folder.write("a.mht", text)]).texts == ["第二部分。"])
  }

  @Test(
    "what is no archive is an error, what is cut off is a warning",
    arguments: [
      ("", "an empty file: no document"),
      ("<html><p>网页。</p>", "no page in the archive (no part of HTML)"),
      ("Content-Type: multipart/related\n\n--b\n", "no page in the archive (no part of HTML)"),
      (
        "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>正文。",
        "the archive ends within the page"
      ),
    ])
  func broken(text: String, message: String) {
    let folder = TemporaryFolder()
    let found = Outcome([folder.write("a.mht", text)])
    #expect(found.problems.map(\.message) == [message])
    #expect(found.texts == (text.contains("正文") ? ["正文。"] : []))
  }

  @Test(
    "quoted-printable and base64 pass over what is wrong",
    arguments: [
      ("q", "a=3Db", "a=b"), ("q", "a= \t\r\nb=\nc=", "abc"), ("q", "100%=zz=4", "100%=zz=4"),
      ("b", "5p m6\r\n6LC x", "智谱"), ("b", "5pm6=6Lx", "智\u{FFFD}"), ("b", "", ""),
      ("7bit", "=3D", "=3D"),
    ])
  func transferEncodings(name: String, text: String, expected: String) {
    let bytes = Array(text.utf8).withUnsafeBufferPointer { TransferEncoding(name).decoded($0) }
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test("messages in messages are read in linear time, and not too deep")
  func nesting() {
    let page = "Content-Type: text/html\n\n<p>最里面的一页。</p>\n"
    func nested(_ depth: Int) -> String {
      (0..<depth).reduce(page) { inner, level in
        "Content-Type: multipart/related; boundary=b\(level)x; start=\"<1>\"\nContent-ID: <1>\n\n--b\(level)x\n"
          + inner + "--b\(level)x--\n"
      }
    }
    let folder = TemporaryFolder()
    #expect(Outcome([folder.write("a.mht", nested(8))]).texts == ["最里面的一页。"])
    #expect(Outcome([folder.write("b.mht", nested(9))]).problems.count == 1)
    let parts = String(repeating: "--b0x\n\n", count: 100_000)
    let many = "Content-Type: multipart/related; boundary=b0x\n\n\(parts)--b0x\n\(page)"
    #expect(Outcome([folder.write("c.mht", many)]).texts == ["最里面的一页。"])
    let folded = "Subject: a\n" + String(repeating: " b\n", count: 100_000) + page
    #expect(Outcome([folder.write("d.mht", folded)]).texts == ["最里面的一页。"])
  }

  @Test(
    "words of a header are decoded",
    arguments: [
      ("plain text", "plain text"), ("=?gb2312?B?1sfG1w==?=", "智谱"),
      ("=?utf-8?Q?=E6=99?= =?utf-8?Q?=BA?= AI", "智 AI"), ("a =?utf-8?q?b_c?= =?x", "a b c =?x"),
      ("=?nothing?Q?=41?=", "A"),
    ])
  func words(value: String, expected: String) {
    #expect(MailHeader.decodingWords(value) == expected)
  }
}
