import Reports
import Statistics
import Testing
import TextModel

@Suite struct ReportBuilderTests {
  /// The fields of a TSV report: the header, then the rows.
  private func fields(_ report: Report) -> [[String]] {
    report.rendered(as: .tsv).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func days(_ count: Int) -> TrendTable {
    var table = TrendTable(unit: .day)
    for day in 1...count where day != 4 {
      let rising = Array(repeating: "[智谱]", count: day).joined(separator: " ")
      let falling = Array(repeating: "旧词", count: count - day + 1).joined(separator: " ")
      table.add(
        analysis(rising + " " + falling, date: CalendarDate(year: 2026, month: 1, day: day)))
    }
    table.add(analysis("旧词"))
    return table
  }

  @Test func `frequencies name the denominator and what was dropped`() {
    let report = Report.frequencies(
      of: table(["[智谱] 模型 模型 的", "模型 发布"]), filter: TermFilter(stopWords: ["发布"]), limit: 1,
      metadata: [MetadataField(name: "version", value: "1", isJSON: false)])
    #expect(report.introduction == ["2 documents, 6 words."])
    #expect(
      report.notes == [
        "1 of 2 terms shown.",
        "Rates are per million words; an entity is one word, punctuation and symbols are none.",
        "Left out: stop words (1 term, 1 occurrence); too short (1 term, 1 occurrence). "
          + "They stay in the denominator.",
      ])
    #expect(
      fields(report) == [
        [
          "rank", "term", "label", "partOfSpeech", "termFrequency", "perMillion",
          "documentFrequency", "documentShare",
        ],
        ["1", "模型", "", "NOUN", "3", "500000.0", "2", "1.0"],
      ])
    #expect(report.rendered(as: .table).contains("████████████████"))
  }

  @Test func `keywords, of one text and of each`() {
    let extractor = KeywordExtractor(
      background: BackgroundFrequencies(
        name: "news", version: "7", documentCount: 9, documentFrequencies: ["模型": 4]))
    let list = extractor.keywords(of: analysis("[智谱] 模型"))
    let report = Report.keywords(list)
    let rows = fields(report)
    #expect(rows[1][1...3] == ["智谱", "ORG", "PROPN"])
    #expect(rows[1].last == "" && rows[2].last == "4")
    #expect(report.notes.contains { $0.contains("news 7") })
    let each = fields(Report.keywords(ofEach: [("a.txt", list), ("b.txt", list)]))
    #expect(each.map(\.[0]) == ["document", "a.txt", "a.txt", "b.txt", "b.txt"])
  }

  private func group(_ name: String, _ texts: [String]) -> CorpusGroup {
    CorpusGroup(name: name, table: table(texts))
  }

  @Test func `a comparison of two lists both sides with m`() throws {
    let many = Array(repeating: "[智谱] [智谱] [智谱] 模型", count: 10)
    let few = Array(repeating: "旧词 旧词 旧词 模型", count: 10)
    let comparison = try Comparison(of: [group("2026", many), group("2025", few)])
    let report = Report.comparison(comparison)
    let rows = fields(report)
    #expect(rows[0][0] == "group" && rows[0].last == "adjustedPValue" && rows[0].count == 19)
    #expect(
      rows[1...].map { $0[0...2].joined(separator: " ") } == ["2026 2025 智谱", "2025 2026 旧词"])
    #expect(rows[1][5...10] == ["30", "0", "750000.0", "0.0", "10", "0"])
    #expect(report.notes[0].hasPrefix("3 terms tested, m = 3;"))
    #expect(
      report.introduction == ["2026: 10 documents, 40 words.", "2025: 10 documents, 40 words."])
  }

  @Test func `a comparison of three has a rate for each`() throws {
    let comparison = try Comparison(of: [
      group("a", Array(repeating: "[智谱] 模型", count: 20)),
      group("b", Array(repeating: "旧词 模型", count: 20)),
      group("c", Array(repeating: "新词 模型", count: 20)),
    ])
    let rows = fields(Report.comparison(comparison, limit: 1))
    #expect(rows[0].suffix(3) == ["perMillion:a", "perMillion:b", "perMillion:c"])
    #expect(rows[1].suffix(3) == ["500000.0", "0.0", "0.0"])
    #expect(rows[1...].map(\.[2]) == ["智谱", "旧词", "新词"])
    #expect(rows[1...].allSatisfy { $0[1] == "others" })
  }

  @Test func `trends in overview and by period`() throws {
    let table = days(10)
    let trends = try table.trends(of: [Term("智谱", label: .organization), Term("旧词")])
    let overview = Report.trends(trends, of: table, layout: .overview)
    #expect(overview.title == "Trends by day, 2026-01-01 … 2026-01-10")
    #expect(
      overview.introduction == [
        "9 documents, 99 words. 9 periods with words.", "1 gap without words: 2026-01-04.",
        "1 document without a date not counted.",
      ])
    #expect(overview.rendered(as: .table).contains("▁▂▃·▄▅▆▇██"))
    let rows = fields(overview)
    #expect(rows[1][0...3] == ["智谱", "ORG", "51", "9"])
    #expect(rows[1][4] == "2026-01-01" && rows[1][6] == "2026-01-10" && rows[1][9] == "36")
    let periods = fields(Report.trends(trends, of: table, layout: .periods))
    #expect(periods.count == 21)
    #expect(periods[4] == ["智谱", "ORG", "2026-01-04", "", "", "", "", "", "", ""])
    #expect(periods[1][2...5].joined(separator: " ").hasPrefix("2026-01-01 1 11 90909.09"))
  }

  @Test func `too few periods are said to be too few`() throws {
    let table = days(3)
    let trends = try table.trends(of: [Term("旧词")])
    for layout in TrendLayout.allCases {
      let report = Report.trends(trends, of: table, layout: layout)
      #expect(
        report.notes.contains { $0.contains("Too few periods to test a trend: 3, 8 are needed.") })
    }
    #expect(
      fields(Report.trends(trends, of: table, layout: .overview))[1].suffix(4) == ["", "", "", ""])
  }

  @Test func `no trends are an empty report`() {
    let report = Report.trends([], of: TrendTable(unit: .month), layout: .periods)
    #expect(report.title == "Trends by month")
    #expect(report.rows.isEmpty)
  }

  @Test func `risers come before fallers`() throws {
    let table = days(10)
    let report = Report.trendChanges(try TrendChanges(in: table), of: table)
    let rows = fields(report)
    #expect(rows[1][0...1] == ["rise", "智谱"] && rows[2][0...1] == ["fall", "旧词"])
    #expect(report.introduction[0].hasPrefix("Earlier half 2026-01-01…2026-01-05: 4 documents"))
    #expect(report.introduction[1].hasPrefix("Later half 2026-01-07…2026-01-10: 4 documents"))
    #expect(report.notes[0].hasPrefix("2 terms tested, m = 2;"))
    #expect(report.rendered(as: .table).contains("▁▂▃·▄▅▆▇██"))
  }
}
