import Testing
import TextModel

@testable import TextInput

@Suite struct JSONLinesTests {
  @Test("reads all fields, and passes others through as they are written")
  func record() {
    let line = """
      {"zeta": [1.50, {"a": null}], "text": "正文", "id": "x1", "title": "题", "date": "2026-01-08", \
      "source": "新华社", "url": "http:\\/\\/a", "n": 1e400, "alpha": "\\u4e2d", "b": false, "c": null}
      """
    let parsed = parse(line, as: .jsonl, path: "a.jsonl")
    #expect(parsed.problems.isEmpty)
    #expect(
      parsed.documents == [
        Document(
          id: "x1", text: "正文", title: "题", date: CalendarDate(year: 2026, month: 1, day: 8),
          source: "新华社", url: "http://a",
          metadata: [
            MetadataField(name: "alpha", value: "\"\\u4e2d\"", isJSON: true),
            MetadataField(name: "b", value: "false", isJSON: true),
            MetadataField(name: "c", value: "null", isJSON: true),
            MetadataField(name: "n", value: "1e400", isJSON: true),
            MetadataField(name: "zeta", value: "[1.50, {\"a\": null}]", isJSON: true),
          ])
      ])
  }

  @Test(
    "escapes",
    arguments: [
      (#"\u4e2d\u6587"#, "中文"), (#"\ud83d\ude00"#, "😀"),
      (#"a\n\t\r\b\f\"\\\/b"#, "a\n\t\r\u{8}\u{C}\"\\/b"),
      ("直接", "直接"), ("", ""), (#"\u0000"#, "\0"), (#"\ufeff文"#, "文"), ("\u{FEFF}文", "文"),
    ])
  func escapes(written: String, expected: String) {
    let parsed = parse("{\"text\":\"\(written)\"}", as: .jsonl)
    #expect(parsed.problems.isEmpty)
    #expect(parsed.documents.map(\.text) == [expected])
    #expect(parsed.documents.map(\.id) == ["a.txt#1"])
  }

  @Test(
    "half a surrogate pair costs one character, not the record",
    arguments: [
      (#"a\ud800b"#, "a\u{FFFD}b", 1), (#"\udc00"#, "\u{FFFD}", 1),
      (#"\ud800\ud800"#, "\u{FFFD}\u{FFFD}", 2),
      (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀", 1), (#"\ud800\n"#, "\u{FFFD}\n", 1),
    ])
  func loneSurrogates(written: String, expected: String, count: Int) {
    let parsed = parse("{\"text\":\"\(written)\"}", as: .jsonl)
    #expect(parsed.documents.map(\.text) == [expected])
    #expect(parsed.problems.map(\.severity) == [.warning])
    #expect(parsed.problems[0].message.contains("(\(count) place"))
  }

  @Test(
    "a line that cannot be used is named, and the rest goes on",
    arguments: [
      (#"{"text":"甲"#, "not valid JSON: column 13: a string that does not end"),
      (#"{"text":"a","#, "not valid JSON: column 13: the line ends where \"\"\" is due"),
      (#"{"text":"a"} x"#, "not valid JSON: column 14: the end of the line is due here"),
      (#"{"text":tru}"#, "not valid JSON: column 9: a value is due here"),
      (#"{"text":"\x"}"#, "not valid JSON: column 11: an unknown escape"),
      (#"{"text":"\u12"}"#, "not valid JSON: column 14: \\u without four hexadecimal digits"),
      ("{\"text\":\"a\tb\"}", "not valid JSON: column 11: a control character"),
      (#"{'text':1}"#, "not valid JSON: column 2: \"\"\" is due here"),
      (#"{"text":"a",}"#, "not valid JSON: column 13: \"\"\" is due here"),
      (#"{"text":"a","b":01}"#, "not valid JSON: column 18: \"}\" is due here"),
      (#"{"text":"a","b":[1,]}"#, "not valid JSON: column 20: a value is due here"),
      (#"{"text":"a","b":NaN}"#, "not valid JSON: column 17: a value is due here"),
      ("plain text", "not valid JSON: column 1: an object is due here"),
      (#"["text"]"#, "not valid JSON: column 1: an object is due here"),
      ("{}", "no field \"text\""),
      (#"{"title":"a"}"#, "no field \"text\""),
      (#"{"text":1}"#, "\"text\" is not a string"),
      (#"{"text":null}"#, "\"text\" is not a string"),
      (#"{"text":["a"]}"#, "\"text\" is not a string"),
    ])
  func badLines(line: String, message: String) {
    let parsed = parse("{\"text\":\"一\"}\n\n\(line)\n{\"text\":\"四\"}", as: .jsonl)
    #expect(parsed.documents.map(\.id) == ["a.txt#1", "a.txt#4"])
    #expect(parsed.problems.map(\.description) == ["a.txt:3: \(message)"])
    #expect(parsed.problems.map(\.severity) == [.error])
  }

  @Test(
    "ids, dates and wrong types",
    arguments: [
      (#""id":12"#, "12", nil, 0), (#""id":12345678901234567890"#, "12345678901234567890", nil, 0),
      (#""id":null"#, "a.txt#1", nil, 0), (#""id":[1]"#, "a.txt#1", nil, 1),
      (#""date":1767879199"#, "a.txt#1", "2026-01-08", 0),
      (#""date":20260108"#, "a.txt#1", "2026-01-08", 0),
      (#""date":"昨天""#, "a.txt#1", nil, 1), (#""date":null"#, "a.txt#1", nil, 0),
      (#""date":"""#, "a.txt#1", nil, 0), (#""date":true"#, "a.txt#1", nil, 1),
      (#""title":{},"url":[]"#, "a.txt#1", nil, 2), (#""id":"a","id":"b""#, "b", nil, 0),
    ] as [(String, String, String?, Int)])
  func fields(written: String, id: String, date: String?, warnings: Int) {
    let parsed = parse("{\"text\":\"a\",\(written)}", as: .jsonl)
    #expect(parsed.documents.map(\.id) == [id])
    #expect(parsed.documents[0].date?.description == date)
    #expect(parsed.problems.count == warnings)
    #expect(parsed.problems.allSatisfy { $0.severity == .warning && $0.line == 1 })
  }

  @Test("of fields of one name the last counts")
  func duplicates() {
    let parsed = parse(#"{"text":"a","k":1,"text":"b","k":2}"#, as: .jsonl)
    #expect(parsed.documents[0].text == "b")
    #expect(parsed.documents[0].metadata == [MetadataField(name: "k", value: "2", isJSON: true)])
  }

  @Test("nesting is safe at any depth")
  func depth() {
    func record(_ depth: Int) -> String {
      let open = String(repeating: "[", count: depth)
      return "{\"text\":\"a\",\"k\":\(open)\(String(repeating: "]", count: depth))}"
    }
    #expect(parse(record(900), as: .jsonl).documents.count == 1)
    #expect(parse(record(1_000_000), as: .jsonl).problems.count == 1)
  }

  @Test("bad bytes in a string are replaced where they stand")
  func badBytes() {
    let bytes = Array("{\"text\":\"甲\\n".utf8) + [0xFF] + Array("\"}".utf8)
    let parsed = parse(bytes, as: .jsonl)
    #expect(parsed.documents.map(\.text) == ["甲\n\u{FFFD}"])
    #expect(parsed.problems.map(\.offset) == [14])
  }
}
