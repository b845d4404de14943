import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct TrendTests {
  private func date(_ year: Int, _ month: Int, _ day: Int = 1) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: day)
  }

  /// Ten months of 2025 in which 智谱 occurs as often as its place, among other words; no June.
  private func risingTable() -> TrendTable {
    var table = TrendTable(unit: .month)
    for month in 1...10 where month != 6 {
      for _ in 0..<3 {
        let words =
          Array(repeating: "智谱", count: month) + Array(repeating: "模型", count: 20 - month)
        table.add(analysis(words.joined(separator: " "), date: date(2025, month, 15)))
      }
    }
    table.add(analysis("模型 没有 日期"))
    return table
  }

  @Test func `a period without documents is a gap, not a zero`() throws {
    let trends = try risingTable().trends(of: [Term("智谱"), Term("没有")])
    #expect(trends[0].points.count == 10)
    #expect(trends[0].points[5].observation == nil)
    let march = try #require(trends[0].points[2].observation)
    #expect(march.termFrequency == 9)
    #expect(march.documentFrequency == 3)
    #expect(march.wordCount == 60)
    #expect(march.documentCount == 3)
    #expect(march.perMillion == 150_000)
    #expect(march.interval.contains(150_000))
    #expect(trends[1].points[0].observation?.termFrequency == 0)
    #expect(trends[0].termFrequency == 147)
  }

  @Test func `documents without a date are counted apart`() {
    #expect(risingTable().undated.documentCount == 1)
    #expect(risingTable().total().documentCount == 27)
  }

  @Test func `a steady rise is found`() throws {
    let trends = try risingTable().trends(of: [Term("智谱"), Term("模型"), Term("没有")])
    guard case .tested(let rise, let adjusted, let serial) = trends[0].test,
      case .tested(let fall, _, _) = trends[1].test, case .tested(let flat, _, _) = trends[2].test
    else {
      Issue.record("nine periods are enough")
      return
    }
    // n = 9, no ties: S = 36, variance 9 · 8 · 23/18 = 92, z = 35/√92.
    #expect(rise.score == 36)
    #expect(rise.variance == 92)
    #expect(abs(rise.z - 3.649_0) < 1e-4)
    #expect(abs(rise.pValue - 2.633e-4) < 1e-6)
    #expect(abs(adjusted - 3 * rise.pValue) < 1e-12)
    #expect(abs(rise.slope - 50_000) < 1e-6)
    #expect(serial >= adjusted)
    #expect(trends[0].firstSeen?.label == "2025-01" && trends[2].firstSeen == nil)
    #expect(try #require(trends[0].growth).rateRatio > 1.1)
    #expect(trends[2].growth == nil)
    #expect(fall.score == -36)
    #expect(flat.score == 0 && flat.z == 0 && flat.pValue == 1 && flat.slope == 0)
  }

  @Test func `few periods are not tested`() throws {
    let last = try #require(Period(label: "2025-08"))
    let trend = try risingTable().trends(of: [Term("智谱")], through: last)[0]
    #expect(trend.test == .tooFewPeriods(count: 7))
  }

  /// Rates 1, 1, 2, 2, 2, 3, 1, 4, 5, worked out by hand: S = 22 and
  /// variance = [9·8·23 − (3·2·11 + 3·2·11)]/18 = 84.667.
  @Test func `ties correct the variance`() throws {
    let test = try #require(MannKendall(rates: [1, 1, 2, 2, 2, 3, 1, 4, 5]))
    #expect(test.score == 22)
    #expect(abs(test.variance - (1656.0 - 132) / 18) < 1e-9)
    #expect(abs(test.z - 21 / test.variance.squareRoot()) < 1e-12)
  }

  @Test func `gaps take part in the slope's distances`() throws {
    let rates: [Double?] = [0, 1, nil, 3, 4, nil, nil, 7, 8, 9, 10]
    #expect(try #require(MannKendall(rates: rates)).slope == 1)
  }

  @Test("trend tables add up in any order", arguments: 0..<20 as Range<UInt64>)
  func merging(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let analyses = (0..<12).map { _ in
      let month = Int.random(in: 0...12, using: &generator)
      return analysis(randomText(using: &generator), date: date(2025, month))
    }
    func table(_ analyses: some Sequence<Analysis>) -> TrendTable {
      var table = TrendTable(unit: .quarter)
      for analysis in analyses { table.add(analysis) }
      return table
    }
    let whole = table(analyses)
    #expect(table(analyses[7...]).merging(table(analyses[..<7])) == whole)
    #expect(table(analyses.shuffled(using: &generator)) == whole)
  }

  @Test func `a document in parts is one document`() {
    var parts = TrendTable(unit: .year)
    parts.beginDocument(on: date(2025, 3))
    parts.add(part: analysis("模型"), on: date(2025, 3))
    parts.add(part: analysis("模型 算力"), on: date(2025, 3))
    parts.endDocument(on: date(2025, 3))
    var whole = TrendTable(unit: .year)
    whole.add(analysis("模型 模型 算力", date: date(2025, 3)))
    #expect(parts == whole)
  }

  @Test func `a wrong date does not make a million periods`() {
    var table = TrendTable(unit: .day)
    table.add(analysis("模型", date: date(206, 1)))
    table.add(analysis("模型", date: date(2026, 1)))
    #expect(
      throws: StatisticsError.tooManyPeriods(first: "0206-01-01", last: "2026-01-01", limit: 4000)
    ) { try table.periods() }
    #expect(throws: Never.self) { try table.periods(from: Period(label: "2025-12-01")) }
  }

  @Test func `an empty table has no periods`() throws {
    let trend = try TrendTable(unit: .day).trends(of: [Term("模型")])[0]
    #expect(trend.points.isEmpty && trend.test == .tooFewPeriods(count: 0))
  }

  @Test func `risers and fallers come by size of change`() throws {
    let changes = try TrendChanges(in: risingTable())
    // Nine periods: January to April against July to October; May is left out.
    #expect(changes.earlier.map(\.label) == ["2025-01", "2025-02", "2025-03", "2025-04"])
    #expect(changes.later.map(\.label) == ["2025-07", "2025-08", "2025-09", "2025-10"])
    #expect(changes.risers.map(\.term.text) == ["智谱"])
    #expect(changes.fallers.map(\.term.text) == ["模型"])
    let cells = try #require(changes.risers.first).cells
    #expect(cells[0].termFrequency == 102 && cells[1].termFrequency == 30)
    #expect(changes.comparison.familySize == 2)
  }

  @Test func `one period has no halves`() throws {
    let only = try #require(Period(label: "2025-01"))
    #expect(throws: StatisticsError.tooFewPeriods(count: 1, needed: 2)) {
      try TrendChanges(in: risingTable(), through: only)
    }
  }

  @Test func `finds terms by name in any period`() {
    #expect(risingTable().terms(withText: "智谱") == [Term("智谱")])
  }
}
