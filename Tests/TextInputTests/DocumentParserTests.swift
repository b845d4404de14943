import Testing
import TextModel

@testable import TextInput

@Suite struct DocumentParserTests {
  @Test(
    "front matter",
    arguments: [
      ("---\ntitle: 标题\ndate: 2026-01-08\nsource: 新华社\nurl: http://a/b\nid: 7\n---\n正文", "正文"),
      (
        "---\r\ntitle: 标题\r\ndate: 2026/1/8\r\nsource: 新华社\r\nurl: http://a/b\r\n"
          + "id: 7\r\n---\r\n正文",
        "正文"
      ),
      ("---\rtitle: 标题\rdate: 2026年1月8日\rsource: 新华社\rurl: http://a/b\rid: 7\r---\r正文", "正文"),
      (
        "---\ntitle: \"标题\"\ndate: '20260108'\n\n# 注\nsource:  新华社 \nurl: http://a/b\nid: 7\n---",
        ""
      ),
    ])
  func frontMatter(text: String, body: String) {
    let parsed = parse(text, as: .text)
    #expect(parsed.problems.isEmpty)
    #expect(
      parsed.documents == [
        Document(
          id: "7", text: body, title: "标题", date: CalendarDate(year: 2026, month: 1, day: 8),
          source: "新华社", url: "http://a/b")
      ])
  }

  @Test("other keys of front matter are metadata, in order of their names")
  func frontMatterMetadata() {
    let parsed = parse("---\n作者: 张三\nTags: a: b\nempty:\n---\n正文", as: .text)
    #expect(
      parsed.documents[0].metadata == [
        MetadataField(name: "Tags", value: "a: b", isJSON: false),
        MetadataField(name: "empty", value: "", isJSON: false),
        MetadataField(name: "作者", value: "张三", isJSON: false),
      ])
  }

  @Test(
    "malformed front matter is text, with a warning",
    arguments: [
      ("---\ntitle: 无结尾\n正文", 3), ("---\ntags:\n - a\n---\n正文", 3), ("---\ntitle: a\n", 1),
      ("---\nhttp://a\n---\n", 2), ("---\n: a\n---\n", 2), ("---", 1), ("---\n", 1),
    ])
  func malformed(text: String, line: Int) {
    let parsed = parse(text, as: .text)
    #expect(parsed.documents.map(\.text) == [text])
    #expect(parsed.problems.map(\.line) == [line])
    #expect(parsed.problems.map(\.severity) == [.warning])
  }

  @Test(
    "not every dash begins front matter", arguments: ["----\na: b\n---\n", "-- -\n", "正文\n---\n"])
  func noFrontMatter(text: String) {
    let parsed = parse(text, as: .text)
    #expect(parsed.documents.map(\.text) == [text])
    #expect(parsed.problems.isEmpty)
  }

  @Test("front matter is text if it is not asked for")
  func frontMatterOff() {
    var options = DocumentParser.Options()
    options.readsFrontMatter = false
    let text = "---\ntitle: a\n---\n正文"
    #expect(parse(text, as: .text, options: options).documents.map(\.text) == [text])
  }

  @Test("a date that cannot be read costs the date only")
  func badDate() {
    let parsed = parse("---\ndate: 昨天\n---\n正文", as: .text)
    #expect(parsed.documents.map(\.date) == [nil])
    #expect(
      parsed.problems.map(\.description) == [
        "a.txt:2: not a date: \"昨天\"; the document is kept without it"
      ])
    #expect(parse("正文", as: .text, path: "2026/01/08/x.txt").documents[0].date?.day == 8)
  }

  @Test(
    "lines end with LF, CRLF or CR",
    arguments: ["甲\n\n乙\n 丙", "甲\r\n\r\n乙\r\n 丙\r\n", "甲\r\r乙\r 丙\r", "甲\n\r乙\r\n 丙\n\n\u{3000}\n"])
  func lines(text: String) {
    let parsed = parse(text, as: .lines)
    #expect(parsed.documents.map(\.text) == ["甲", "乙", " 丙"])
    #expect(parsed.documents.map(\.id) == ["a.txt#1", "a.txt#3", "a.txt#4"])
  }

  @Test("bad bytes are replaced, with line and offset")
  func badBytes() {
    let bytes = Array("甲\n乙".utf8) + [0xFF, 0xE4, 0xB8] + Array("\n丙".utf8)
    let parsed = parse(bytes, as: .lines)
    #expect(parsed.documents.map(\.text) == ["甲", "乙\u{FFFD}\u{FFFD}", "丙"])
    #expect(
      parsed.problems.map(\.description) == [
        "a.txt:2: byte 7: invalid UTF-8, replaced by U+FFFD (2 places)"
      ])
    let front = parse(Array("---\na: b\n---\n甲".utf8) + [0xFF], as: .text)
    #expect(
      front.problems.map(\.description) == [
        "a.txt: byte 16: invalid UTF-8, replaced by U+FFFD (1 place)"
      ])
  }

  @Test("zero bytes are kept")
  func zeros() {
    #expect(parse("a\0b", as: .text).documents.map(\.text) == ["a\0b"])
  }
}
