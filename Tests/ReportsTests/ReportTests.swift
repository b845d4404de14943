import Reports
import Testing
import TextModel

@Suite struct ReportTests {
  private let report = Report(
    title: "Terms", introduction: ["2 documents."],
    columns: [
      .text("term", heading: "term"), .number("termFrequency", heading: "count"),
      .number("rate", heading: "rate", format: .decimals(1)),
      .text("bar", heading: "", audience: .people),
      .number("share", heading: "share", audience: .programs),
    ],
    rows: [
      [.text("智谱"), .integer(1234), .number(0.1 + 0.2), .text("██"), .number(0.5)],
      [.text("a\tb,\"c\"\\\nd"), .integer(5), .empty, .text(""), .number(.nan)],
    ],
    notes: ["Note."],
    metadata: [
      MetadataField(name: "version", value: "1.0", isJSON: false),
      MetadataField(name: "options", value: #"{"x":1}"#, isJSON: true),
    ])

  @Test func `a table is aligned by display width`() {
    #expect(
      report.rendered(as: .table) == """
        Terms
        2 documents.

        term        count  rate
        ──────────  ─────  ────  ──
        智谱        1,234   0.3  ██
        a b,"c"\\ d      5

        Note.

        """)
  }

  @Test func `TSV keeps a row on a line and loses nothing`() {
    #expect(
      report.rendered(as: .tsv)
        == "term\ttermFrequency\trate\tshare\n智谱\t1234\t0.30000000000000004\t0.5\n"
        + "a\\tb,\"c\"\\\\\\nd\t5\t\t\n")
  }

  @Test func `CSV follows RFC 4180`() {
    #expect(
      report.rendered(as: .csv)
        == "term,termFrequency,rate,share\r\n智谱,1234,0.30000000000000004,0.5\r\n"
        + "\"a\tb,\"\"c\"\"\\\nd\",5,,\r\n")
  }

  @Test func `JSON has everything, in order`() {
    #expect(
      report.rendered(as: .json) == #"""
        {"title":"Terms","metadata":{"version":"1.0","options":{"x":1}},"introduction":["2 documents."],"notes":["Note."],"columns":["term","termFrequency","rate","share"],"rows":[
        {"term":"智谱","termFrequency":1234,"rate":0.30000000000000004,"share":0.5},
        {"term":"a\tb,\"c\"\\\nd","termFrequency":5,"rate":null,"share":null}
        ]}

        """#)
  }

  @Test func `JSON Lines has a row a line`() {
    #expect(
      report.rendered(as: .jsonl) == #"""
        {"term":"智谱","termFrequency":1234,"rate":0.30000000000000004,"share":0.5}
        {"term":"a\tb,\"c\"\\\nd","termFrequency":5,"rate":null,"share":null}

        """#)
  }

  @Test func `a table without rows is a table`() {
    let empty = Report(title: "", columns: [.text("term", heading: "term")], rows: [])
    #expect(empty.rendered(as: .table) == "term\n────\n")
    #expect(empty.rendered(as: .tsv) == "term\n")
    #expect(empty.rendered(as: .jsonl) == "")
  }

  @Test func `long text is cut to the terminal, in table only`() {
    let long = Report(
      title: "", columns: [.text("term", heading: "词"), .number("n", heading: "n")],
      rows: [[.text("北京智谱华章科技股份有限公司"), .integer(12_345)], [.text("短"), .integer(1)]])
    #expect(
      long.rendered(as: .table, width: 20)
        == "词\(String(repeating: " ", count: 17))n\n────────────  ──────\n"
        + "北京智谱华…   12,345\n短\(String(repeating: " ", count: 17))1\n")
    #expect(long.rendered(as: .text, width: 20).contains("北京智谱华章科技股份有限公司"))
  }

  @Test func `a narrow terminal loses dispensable columns, the last first, and is told`() {
    let wide = Report(
      title: "",
      columns: [
        .text("term", heading: "term"), .number("a", heading: "aaaaaa").dispensable,
        .number("b", heading: "bbbbbb"), .number("c", heading: "cccccc").dispensable,
      ], rows: [[.text("智谱"), .integer(1), .integer(2), .integer(3)]])
    #expect(wide.rendered(as: .table, width: 30).hasPrefix("term  aaaaaa  bbbbbb  cccccc\n"))
    #expect(
      wide.rendered(as: .table, width: 25) == """
        term  aaaaaa  bbbbbb
        ────  ──────  ──────
        智谱       1       2

        Left out for want of room: cccccc. The format text has all columns.

        """)
    #expect(wide.rendered(as: .table, width: 5).hasPrefix("term  bbbbbb\n"))
    #expect(wide.rendered(as: .text, width: 5).hasPrefix("term  aaaaaa  bbbbbb  cccccc\n"))
  }

  @Test func `colour is off unless asked for`() {
    #expect(!report.rendered(as: .table).contains("\u{1B}"))
    let colored = report.rendered(as: .table, style: .colored)
    #expect(colored.hasPrefix("\u{1B}[1mTerms\u{1B}[0m\n"))
    #expect(!report.rendered(as: .tsv, style: .colored).contains("\u{1B}"))
  }

  @Test func `a table lets no control character through`() {
    let hostile = Report(
      title: "t\u{1B}[31m", columns: [.text("term", heading: "term")],
      rows: [[.text("a\u{1B}]0;x\u{7}b\u{202E}c\r\nd\u{9B}")]], notes: ["\u{0}"])
    let text = hostile.rendered(as: .table)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!text.unicodeScalars.contains { [0x9B, 0x202E].contains($0.value) })
    #expect(text.contains("a\u{FFFD}]0;x\u{FFFD}b\u{FFFD}c  d"))
  }
}
