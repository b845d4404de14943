import Testing
import TextModel

@testable import TextInput

@Suite struct TableTests {
  private func read(
    _ text: String, name: String = "a.csv", fields: String? = nil, blockSize: Int = 256 << 10,
    format: InputFormat = .auto
  ) throws -> Outcome {
    let folder = TemporaryFolder()
    var parsing = DocumentParser.Options()
    if let fields { parsing.fieldNames = try FieldNames(mapping: fields) }
    return Outcome(
      [folder.write(name, text)], options: .init(format: format, blockSize: blockSize),
      parsing: parsing)
  }

  @Test("a row is a document; what Fenci does not use passes through")
  func rows() throws {
    let found = try read(
      """
      id,title,text,date,source,url,栏目
      7,上市,"智谱上市，股价""大涨""。
      第二段",2026-01-08,新华社,http://a/b,财经
      8,,MiniMax上市。,2026年1月9日,,,\n
      """)
    #expect(found.problems.isEmpty)
    #expect(found.documents.map(\.id) == ["7", "8"])
    #expect(found.texts == ["智谱上市，股价\"大涨\"。\n第二段", "MiniMax上市。"])
    #expect(found.documents[0].title == "上市")
    #expect(found.documents[0].source == "新华社")
    #expect(found.documents[0].url == "http://a/b")
    #expect(found.documents[0].metadata == [MetadataField(name: "栏目", value: "财经", isJSON: false)])
    #expect(found.documents[1].title == nil)
    #expect(found.documents[1].date == CalendarDate(year: 2026, month: 1, day: 9))
  }

  @Test(
    "delimiters, line ends and quotes",
    arguments: [
      ("text\n甲\n乙", "a.csv", ["甲", "乙"]), ("text\r\n甲\r\n乙\r\n", "a.csv", ["甲", "乙"]),
      ("text\r甲\r乙", "a.csv", ["甲", "乙"]), ("id;text\n1;甲,乙\n", "a.csv", ["甲,乙"]),
      ("id\ttext\n1\t甲\n", "a.tsv", ["甲"]), ("id\ttext\n1\t\"甲\n乙\"\n", "a.tsv", ["甲\n乙"]),
      ("\u{FEFF}text,id\n甲,1\n", "a.csv", ["甲"]), ("\"text\",id\n\"\",1\n", "a.csv", [""]),
      ("id,text\n1,5\" 屏\n2,乙\n", "a.csv", ["5\" 屏", "乙"]),
      ("id,text\n1,\"甲\"乙\n2,丙\n", "a.csv", ["甲乙", "丙"]),
      (" text , id \n甲,1\n", "a.csv", ["甲"]), ("text\n\n甲\n\n", "a.csv", ["甲"]),
      ("text\n", "a.csv", []), ("text", "a.csv", []),
      ("text\n\"甲\r\n乙\"\r\n丙", "a.csv", ["甲\r\n乙", "丙"]),
    ] as [(String, String, [String])])
  func forms(text: String, name: String, expected: [String]) throws {
    for blockSize in [1, 7, 1 << 18] {
      let found = try read(text, name: name, blockSize: blockSize)
      #expect(found.texts == expected)
      #expect(found.problems.isEmpty)
    }
  }

  @Test("rows do not depend on how the file is cut", arguments: 0..<100)
  func cutting(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let pieces = [
      "甲", "\"", "\"\"", ",", "\n", "\r\n", "\r", "乙丙", "\"丁,\n\"", "5\" 屏", ",\"", "\",",
    ]
    var text = "id,text\n"
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      text += pieces.randomElement(using: &random)!
    }
    let whole = try read(text)
    for blockSize in [1, 3, 10, 25] {
      let cut = try read(text, blockSize: blockSize)
      #expect(cut.texts == whole.texts)
      #expect(cut.documents.map(\.metadata) == whole.documents.map(\.metadata))
      #expect(cut.problems.map(\.line) == whole.problems.map(\.line))
      #expect(cut.problems.map(\.message) == whole.problems.map(\.message))
    }
  }

  @Test("lines of problems count the lines inside quotes")
  func lines() throws {
    let found = try read("text,date\n\"甲\n乙\",2026-01-08\n丙,foo\n丁,,庚\n\"戊", blockSize: 4)
    #expect(
      found.problems.map { ($0.line ?? 0) } == [4, 5, 6])
    #expect(found.problems.last?.severity == .error)
    #expect(found.texts == ["甲\n乙", "丙", "丁"])
  }

  @Test("a header without the text names its columns, once")
  func noText() throws {
    let found = try read("标题,内容\n甲,乙\n丙,丁\n", blockSize: 4)
    #expect(
      found.problems.map(\.message) == [
        "no column \"text\" in the header (标题, 内容); see --fields"
      ])
    #expect(found.documents.isEmpty)
    #expect(try read("标题,内容\n甲,乙\n", fields: "text=内容,title=标题").texts == ["乙"])
  }

  @Test("fields have other names, in JSON too")
  func fields() throws {
    let found = try read(
      #"{"content":"智谱上市","ctime":"2026-01-08","id":3,"text":"摘要","k":1}"#, name: "a.jsonl",
      fields: "text=content,date=ctime")
    #expect(found.texts == ["智谱上市"])
    #expect(found.documents[0].date == CalendarDate(year: 2026, month: 1, day: 8))
    #expect(found.documents[0].id == "3")
    #expect(found.documents[0].metadata.map(\.name) == ["k"])
    let title = try read(#"{"title":"甲","text":"乙"}"#, name: "a.jsonl", fields: "text=title")
    #expect(title.texts == ["甲"])
    #expect(title.documents[0].title == nil)
    let missing = try read(#"{"text":"乙"}"#, name: "a.jsonl", fields: "text=body")
    #expect(missing.problems.map(\.message) == ["no field \"body\""])
  }

  @Test("wrong fields are a clear error", arguments: ["", "text", "text=", "body=text", "text=a,"])
  func wrongFields(mapping: String) {
    #expect(throws: InputError.self) { try FieldNames(mapping: mapping) }
  }

  @Test("a table that is too large for its limit is left out")
  func limits() throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.csv", "text\n\"" + String(repeating: "甲\n", count: 4_000))
    let found = Outcome([path], options: .init(blockSize: 64, maximumDocumentSize: 1_000))
    #expect(
      found.problems.map(\.message) == [
        "the record is larger than 1000 bytes; left out (--max-document)"
      ])
    #expect(found.documents.isEmpty)
  }

  @Test("strict looks for the article in rows too")
  func extraction() {
    let page =
      "首页\n老街的路灯亮了\n上个月底，拐角装上了一盏新路灯，位置是居民投票选出来的，晚上下楼不用再开手电筒了，新灯后半夜会自动调暗，一年下来比旧灯省电六成以上。\n责任编辑：小满"
    let folder = TemporaryFolder()
    let path = folder.write("a.csv", "id,text\n1,\"\(page)\"\n")
    var parsing = DocumentParser.Options()
    #expect(Outcome([path], parsing: parsing).texts == [page])
    parsing.extraction = .strict
    let found = Outcome([path], parsing: parsing).documents[0]
    #expect(!found.text.contains("责任编辑") && found.text.contains("上个月底"))
    #expect(found.cutLines.map(\.reason).contains(.editor))
  }
}
