import TestSupport
import Testing
import TextModel

@Suite struct CalendarDateTests {
  @Test(
    "counts days from 1970-01-01",
    arguments: [
      (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11016), (2026, 1, 8, 20461),
      (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
    ])
  func daysSinceEpoch(year: Int, month: Int, day: Int, expected: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(date.daysSinceEpoch == expected)
    #expect(CalendarDate(daysSinceEpoch: expected) == date)
  }

  @Test(
    "refuses days that no calendar has",
    arguments: [
      (2025, 2, 29), (1900, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (0, 1, 1),
    ])
  func invalid(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test("goes there and back for any day", arguments: 0..<50 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let days = Int.random(in: -719_162...2_932_896, using: &generator)
    let date = try #require(CalendarDate(daysSinceEpoch: days))
    #expect(date.daysSinceEpoch == days)
  }

  @Test func `is written as ISO 8601 says`() {
    #expect(CalendarDate(year: 987, month: 3, day: 4)?.description == "0987-03-04")
  }
}
