import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct CoMentionTests {
  private let zhipu = Term("智谱", label: .organization)
  private let minimax = Term("MiniMax", label: .organization)

  /// Twelve months of ten documents; 智谱 is in five of each, and with it MiniMax in as many as half the month's
  /// number. 甲乙 is in every fifth document, with 智谱 or without.
  private func table(months: Int = 12) -> CoMentionTable {
    var table = CoMentionTable(of: [zhipu], unit: .month)
    for month in 1...months {
      for number in 0..<10 {
        var words = number < 5 ? ["[智谱|智谱|ORG]"] : ["发布"]
        if number < min(5, month / 2) { words.append("[MiniMax|MiniMax|ORG]") }
        if number % 5 == 0 { words.append("[甲乙|甲乙|PER]") }
        table.add(
          [analysis(words.joined(separator: " "))],
          on: CalendarDate(year: 2025, month: month, day: 3))
      }
    }
    table.add([analysis("[智谱|智谱|ORG] 没有 日期")], on: nil)
    return table
  }

  @Test func `what stands beside a name more often than elsewhere is found`() throws {
    let table = table()
    let found = try CoMentions(in: table)
    #expect(found.holdingCount == 60 && found.documentCount == 120)
    #expect(found.familySize == 2)
    #expect(found.rows.map(\.term) == [minimax])
    let row = found.rows[0]
    // min(5, month / 2): 0 1 1 2 2 3 3 4 4 5 5 5.
    #expect(row.together == 35 && row.documentFrequency == 35)
    #expect(row.firstTogether?.label == "2025-02")
    #expect(
      row.keyness.logLikelihood
        == LogLikelihood.signed(target: 35, targetWords: 60, reference: 0, referenceWords: 60))
    #expect(row.points.map(\.together) == [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5])
    #expect(row.points.allSatisfy { $0.documentCount == 5 })
    guard case .tested(let trend, _, _) = row.test else {
      Issue.record("twelve periods are enough")
      return
    }
    #expect(trend.score > 50 && trend.slope > 0)
  }

  @Test func `terms asked for are shown, sure or not, in their order`() throws {
    let people = Term("甲乙", label: .person)
    let found = try CoMentions(in: table(months: 3), terms: [people, Term("发布"), minimax])
    #expect(found.rows.map(\.term) == [people, Term("发布"), minimax])
    #expect(found.rows.map(\.together) == [3, 0, 2])
    #expect(found.rows[1].keyness.logLikelihood < 0)
    #expect(found.rows[0].test == .tooFewPeriods(count: 3))
    #expect(found.rows[1].firstTogether == nil)
  }

  @Test func `a period without the name is a gap`() throws {
    var table = CoMentionTable(of: [Term("算力")], unit: .month)
    for (month, text) in [(1, "算力 [甲乙|甲乙|PER]"), (2, "模型"), (3, "算力")] {
      table.add(
        [analysis("前言"), analysis(text)], on: CalendarDate(year: 2025, month: month, day: 1))
    }
    let row = try CoMentions(in: table, terms: [Term("甲乙", label: .person)]).rows[0]
    #expect(row.points.map(\.share) == [1, nil, 0])
    #expect(row.points[1].interval == nil)
    #expect(table.holding.total().documentCount == 2)
  }

  @Test func `a name that no document holds is an error`() {
    let table = CoMentionTable(of: [Term("无此名")], unit: .month)
    #expect(throws: StatisticsError.nameNotFound(name: "无此名")) { try CoMentions(in: table) }
  }

  @Test("tables add up in any order", arguments: 0..<10 as Range<UInt64>)
  func merging(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let analyses = (0..<12).map { _ in analysis(randomText(using: &generator)) }
    func table(_ range: Range<Int>) -> CoMentionTable {
      var table = CoMentionTable(of: [Term("模型")], unit: .month)
      for index in range {
        table.add([analyses[index]], on: CalendarDate(year: 2025, month: index % 4 + 1, day: 1))
      }
      return table
    }
    var sum = table(4..<12)
    sum.merge(table(0..<4))
    #expect(sum.all == table(0..<12).all && sum.holding == table(0..<12).holding)
  }

  /// Expected values: `statsmodels.stats.proportion.proportion_confint`, method `wilson`.
  @Test(
    "Wilson's interval",
    arguments: [
      (0, 10, 0.0, 0.277_532_799_862_889_26),
      (3, 40, 0.025_836_025_774_588_184, 0.198_642_335_243_110_5),
      (40, 40, 0.912_378_398_802_713_4, 1),
      (123, 4567, 0.022_620_022_313_028_024, 0.032_039_816_815_401_245),
    ])
  func wilson(count: Int, all: Int, lower: Double, upper: Double) {
    let interval = WilsonInterval.share(count, of: all)
    #expect(abs(interval.lowerBound - lower) < 1e-12 && abs(interval.upperBound - upper) < 1e-12)
  }
}
