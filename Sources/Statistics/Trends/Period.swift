import TextModel

/// A day, week, month, quarter or year of the calendar.
///
/// Its label is ISO 8601 as far as that goes: `2026-01-08`, `2026-W02`, `2026-01`, `2026-Q1`, `2026`.
public struct Period: Sendable, Hashable {
  public let unit: PeriodUnit
  /// The number of the period among those of its unit; successive periods have successive numbers.
  let index: Int

  /// The period of that length that holds a day.
  public init(containing date: CalendarDate, unit: PeriodUnit) {
    self.unit = unit
    switch unit {
    case .day: index = date.daysSinceEpoch
    // 1970-01-01 was a Thursday: week 0 began on the Monday three days before.
    case .week: index = Self.floorDivision(date.daysSinceEpoch + 3, by: 7)
    case .month: index = date.year * 12 + date.month - 1
    case .quarter: index = date.year * 4 + (date.month - 1) / 3
    case .year: index = date.year
    }
  }

  /// The first day of the period.
  public var firstDay: CalendarDate {
    switch unit {
    case .day: Self.day(index)
    case .week: Self.day(index * 7 - 3)
    case .month: Self.day(year: index / 12, month: index % 12 + 1)
    case .quarter: Self.day(year: index / 4, month: index % 4 * 3 + 1)
    case .year: Self.day(year: index, month: 1)
    }
  }

  /// The period that follows; nil at the end of the calendar (the year 9999).
  public var successor: Period? {
    let next = Period(unit: unit, index: index + 1)
    let isInCalendar =
      switch unit {
      case .day: CalendarDate(daysSinceEpoch: index + 1) != nil
      case .week: CalendarDate(daysSinceEpoch: index * 7 + 4) != nil
      case .month: index + 1 < 10_000 * 12
      case .quarter: index + 1 < 10_000 * 4
      case .year: index + 1 < 10_000
      }
    return isInCalendar ? next : nil
  }

  /// How many periods later this one is than another of the same unit; negative if it is earlier.
  ///
  /// - Precondition: both have the same unit.
  public func distance(from other: Period) -> Int {
    precondition(unit == other.unit, "periods of different lengths have no distance")
    return index - other.index
  }

  private init(unit: PeriodUnit, index: Int) {
    self.unit = unit
    self.index = index
  }

  private static func floorDivision(_ number: Int, by divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }

  private static func day(_ days: Int) -> CalendarDate {
    guard let date = CalendarDate(daysSinceEpoch: days) else {
      preconditionFailure("a period lies in the calendar")
    }
    return date
  }

  private static func day(year: Int, month: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: 1) else {
      preconditionFailure("a period lies in the calendar")
    }
    return date
  }
}

extension Period: Comparable {
  /// Orders by first day; of two that begin together, the shorter comes first.
  public static func < (left: Period, right: Period) -> Bool {
    if left.unit == right.unit { return left.index < right.index }
    let days = (left.firstDay, right.firstDay)
    return days.0 == days.1 ? left.unit.rank < right.unit.rank : days.0 < days.1
  }
}
