import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct PeriodTests {
  @Test(
    "labels of a date's periods",
    arguments: [
      ((2026, 1, 8), ["2026-01-08", "2026-W02", "2026-01", "2026-Q1", "2026"]),
      // ISO 8601: these days belong to weeks of the neighbouring year.
      ((2021, 1, 3), ["2021-01-03", "2020-W53", "2021-01", "2021-Q1", "2021"]),
      ((2024, 12, 30), ["2024-12-30", "2025-W01", "2024-12", "2024-Q4", "2024"]),
      ((2000, 2, 29), ["2000-02-29", "2000-W09", "2000-02", "2000-Q1", "2000"]),
      ((1969, 12, 28), ["1969-12-28", "1969-W52", "1969-12", "1969-Q4", "1969"]),
      ((1, 1, 1), ["0001-01-01", "0001-W01", "0001-01", "0001-Q1", "0001"]),
    ])
  func labels(date: (Int, Int, Int), expected: [String]) throws {
    let date = try #require(CalendarDate(year: date.0, month: date.1, day: date.2))
    #expect(PeriodUnit.allCases.map { Period(containing: date, unit: $0).label } == expected)
  }

  @Test("a label gives back its period", arguments: 0..<200 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let days = Int.random(in: -719_162...2_932_896, using: &generator)
    let date = try #require(CalendarDate(daysSinceEpoch: days))
    for unit in PeriodUnit.allCases {
      let period = Period(containing: date, unit: unit)
      #expect(Period(label: period.label) == period)
      #expect(period.firstDay <= date)
      if let next = period.successor {
        #expect(next.firstDay > date)
        #expect(next > period)
        #expect(next.distance(from: period) == 1)
        let eve = try #require(CalendarDate(daysSinceEpoch: next.firstDay.daysSinceEpoch - 1))
        #expect(Period(containing: eve, unit: unit) == period)
      }
    }
  }

  @Test(
    "refuses what is no label",
    arguments: [
      "", "26", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026-W54", "2025-W53", "2026-W00",
      "2026-02-30", "2026-1-8", "2026-01-08-", "-2026", "2026-", "２０２６", "0000", "2026-W1",
    ])
  func wrongLabels(label: String) {
    #expect(Period(label: label) == nil)
  }

  @Test func `the calendar ends`() {
    for label in ["9999-12-31", "9999-W52", "9999-12", "9999-Q4", "9999"] {
      #expect(Period(label: label)?.successor == nil)
    }
  }
}
