import TextModel

extension Period: CustomStringConvertible {
  /// `2026-01-08`, `2026-W02`, `2026-01`, `2026-Q1` or `2026`.
  public var label: String {
    let first = firstDay
    let year = Self.padded(first.year, to: 4)
    switch unit {
    case .day: return first.description
    case .week:
      let (year, week) = Self.weekOfYear(index)
      return "\(Self.padded(year, to: 4))-W\(Self.padded(week, to: 2))"
    case .month: return "\(year)-\(Self.padded(first.month, to: 2))"
    case .quarter: return "\(year)-Q\((first.month - 1) / 3 + 1)"
    case .year: return year
    }
  }

  public var description: String { label }

  /// The period with a label, or nil if it is none or the calendar has no such period.
  public init?(label: some StringProtocol) {
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = Self.number(parts[0], digits: 4) else {
      return nil
    }
    if parts.count == 1 {
      self.init(year: year, month: 1, day: 1, unit: .year)
    } else if parts.count == 3 {
      guard let month = Self.number(parts[1], digits: 2), let day = Self.number(parts[2], digits: 2)
      else { return nil }
      self.init(year: year, month: month, day: day, unit: .day)
    } else if parts[1].first == "W" {
      guard let week = Self.number(parts[1].dropFirst(), digits: 2) else { return nil }
      self.init(year: year, week: week)
    } else if parts[1].first == "Q" {
      guard let quarter = Self.number(parts[1].dropFirst(), digits: 1), (1...4).contains(quarter)
      else { return nil }
      self.init(year: year, month: quarter * 3, day: 1, unit: .quarter)
    } else {
      guard let month = Self.number(parts[1], digits: 2) else { return nil }
      self.init(year: year, month: month, day: 1, unit: .month)
    }
  }

  private init?(year: Int, month: Int, day: Int, unit: PeriodUnit) {
    guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
    self.init(containing: date, unit: unit)
  }

  /// Week 1 of a year is the week of its 4 January (ISO 8601).
  private init?(year: Int, week: Int) {
    guard let fourth = CalendarDate(year: year, month: 1, day: 4),
      let date = CalendarDate(daysSinceEpoch: fourth.daysSinceEpoch + (week - 1) * 7)
    else { return nil }
    self.init(containing: date, unit: .week)
    // A year without week 53, or a week 0, would name a week of the next year, or of the last.
    guard Self.weekOfYear(index) == (year, week) else { return nil }
  }

  /// The year and number of a week: those of its Thursday.
  private static func weekOfYear(_ index: Int) -> (year: Int, week: Int) {
    guard let thursday = CalendarDate(daysSinceEpoch: index * 7),
      let newYear = CalendarDate(year: thursday.year, month: 1, day: 1)
    else { preconditionFailure("a period lies in the calendar") }
    let dayOfYear = thursday.daysSinceEpoch - newYear.daysSinceEpoch
    return (thursday.year, dayOfYear / 7 + 1)
  }

  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
