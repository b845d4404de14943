internal import TextModel

/// Days that a text does not name in full: their year, or all of them, comes from a day near which it was
/// written.
extension DateCharacters {
  private static let labels = [
    "发布时间", "发布日期", "发表时间", "发表日期", "更新时间", "更新日期", "修改时间", "出版日期", "發布時間", "更新時間", "发布于", "发表于",
    "更新于",
    "时间", "日期", "發布於", "发布", "更新", "published on", "published", "posted on", "updated", "date",
    "/date", "星期", "礼拜",
    "周", "週",
  ].map { Array($0.unicodeScalars) }

  /// Takes brackets, labels and weekdays away from the front.
  static func dropLabel(of scalars: inout [Unicode.Scalar]) {
    func isFiller(_ scalar: Unicode.Scalar) -> Bool {
      isWhiteSpace(scalar) || ":：([【（〔\"“'|".unicodeScalars.contains(scalar)
    }
    for _ in 0..<3 {
      // Nothing stands before most dates.
      if let first = scalars.first, ("0"..."9").contains(first) { return }
      var start = scalars.prefix { isFiller($0) }.count
      let rest = scalars[start...]
      for label in labels where start + label.count < scalars.count {
        let isHere = zip(rest, label).allSatisfy { $0.properties.lowercaseMapping == String($1) }
        guard isHere else { continue }
        start += label.count
        if label.first == "周" || label.first == "週" || label.first == "星" || label.first == "礼" {
          // The day of the week.
          guard "一二三四五六日天1234567".unicodeScalars.contains(scalars[start]) else { return }
          start += 1
          while start < scalars.count,
            isFiller(scalars[start]) || ",，".unicodeScalars.contains(scalars[start])
          {
            start += 1
          }
        }
        break
      }
      if start == 0 { return }
      scalars.removeFirst(min(start, scalars.count))
    }
  }

  /// `2026-W02-4`: a day by its week (ISO 8601), or `2026-008`, by its number in the year.
  func weekDate() -> CalendarDate? {
    guard digitCount(at: 0) == 4, scalars.count >= 8, scalars[4] == "-",
      let newYear = CalendarDate(year: number(0, 4), month: 1, day: 1)
    else { return nil }
    if digitCount(at: 5) == 3, mayEndDate(at: 8) {
      let day = number(5, 3)
      let date = CalendarDate(daysSinceEpoch: newYear.daysSinceEpoch + day - 1)
      return date?.year == newYear.year ? date : nil
    }
    guard scalars[5] == "W", digitCount(at: 6) == 2, scalars.count >= 10, scalars[8] == "-",
      digitCount(at: 9) == 1, mayEndDate(at: 10)
    else { return nil }
    let week = number(6, 2)
    let day = number(9, 1)
    guard (1...53).contains(week), (1...7).contains(day) else { return nil }
    // The first week is that of 4 January, and begins on Monday; 1970-01-01 was a Thursday.
    let fourth = newYear.daysSinceEpoch + 3
    let weekday = ((fourth + 3) % 7 + 7) % 7
    return CalendarDate(daysSinceEpoch: fourth - weekday + 7 * (week - 1) + day - 1)
  }

  func date(near reference: CalendarDate) -> CalendarDate? {
    shortYearDate(near: reference) ?? namedYearDate(near: reference) ?? monthAndDay(near: reference)
      ?? relativeDate(from: reference)
  }

  /// `26年1月8日`.
  private func shortYearDate(near reference: CalendarDate) -> CalendarDate? {
    var place = 0
    guard digitCount(at: 0) == 2, let year = chineseNumber(at: &place, before: "年", digits: 2...2),
      let month = chineseNumber(at: &place, before: "月", digits: 1...3),
      let day = chineseNumber(at: &place, before: "日", digits: 1...3)
    else { return nil }
    let century = reference.year / 100 * 100
    return nearest(
      [century - 100, century, century + 100].map { $0 + year }, month: month, day: day,
      to: reference)
  }

  /// `去年12月8日`.
  private func namedYearDate(near reference: CalendarDate) -> CalendarDate? {
    for (word, offset) in [("今年", 0), ("本年", 0), ("去年", -1), ("前年", -2), ("明年", 1)]
    where has(word, at: 0) {
      var place = 2
      guard let month = chineseNumber(at: &place, before: "月", digits: 1...3),
        let day = chineseNumber(at: &place, before: "日", digits: 1...3)
      else { return nil }
      return CalendarDate(year: reference.year + offset, month: month, day: day)
    }
    return nil
  }

  private func nearest(
    _ years: [Int], month: Int, day: Int, to reference: CalendarDate
  ) -> CalendarDate? {
    func distance(_ date: CalendarDate) -> Int {
      abs(date.daysSinceEpoch - reference.daysSinceEpoch)
    }
    return years.compactMap { CalendarDate(year: $0, month: month, day: day) }
      .min { distance($0) < distance($1) }
  }

  /// `1月8日`, `01-08 21:33`, `01/19`: in the year in which it lies nearest to the reference.
  private func monthAndDay(near reference: CalendarDate) -> CalendarDate? {
    var place = 0
    var month = 0
    var day = 0
    let length = digitCount(at: 0)
    if (1...2).contains(length), length < scalars.count,
      scalars[length] == "-" || scalars[length] == "/"
    {
      let second = digitCount(at: length + 1)
      guard (1...2).contains(second), mayEndDate(at: length + 1 + second) else { return nil }
      month = number(0, length)
      day = number(length + 1, second)
    } else if let first = chineseNumber(at: &place, before: "月", digits: 1...3),
      let second = chineseNumber(at: &place, before: "日", digits: 1...3)
    {
      month = first
      day = second
    }
    return nearest(
      [reference.year - 1, reference.year, reference.year + 1], month: month, day: day,
      to: reference)
  }

  /// `昨天 21:33`, `3天前`, `两周前`, `2 hours ago`.
  private func relativeDate(from reference: CalendarDate) -> CalendarDate? {
    func back(_ days: Int) -> CalendarDate? {
      CalendarDate(daysSinceEpoch: reference.daysSinceEpoch - days)
    }
    let text = String(String.UnicodeScalarView(scalars))
    let words = [
      ("大前天", 3), ("前天", 2), ("前日", 2), ("昨天", 1), ("昨日", 1), ("昨晚", 1), ("昨夜", 1), ("今天", 0),
      ("今日", 0),
      ("今晨", 0), ("今早", 0), ("今晚", 0), ("刚刚", 0), ("剛剛", 0), ("明天", -1), ("明日", -1),
      ("yesterday", 1), ("today", 0),
    ]
    for (word, days) in words where has(word, at: 0) {
      let next = word.unicodeScalars.count
      return mayEndDate(at: next) || isDigit(next) ? back(days) : nil
    }
    let length = max(1, digitCount(at: 0))
    guard length <= 4, let first = scalars.first else { return nil }
    let rest = text.lowercased().dropFirst(length).drop { $0.isWhitespace }
    guard let count = isDigit(0) ? number(0, length) : Self.smallNumber(first) else { return nil }
    for unit in ["天前", "日前", "days ago", "day ago"] where rest.hasPrefix(unit) {
      return back(count)
    }
    for unit in ["周前", "星期前", "个星期前", "weeks ago", "week ago"] where rest.hasPrefix(unit) {
      return back(7 * count)
    }
    for unit in ["小时前", "小時前", "个小时前", "分钟前", "分鐘前", "分前", "hours ago", "hour ago", "minutes ago"]
    where rest.hasPrefix(unit) {
      // Without the hour of the reference a few hours are the same day.
      let isHours = unit.contains("时") || unit.contains("時") || unit.contains("hour")
      return back(isHours ? count / 24 : count / 1440)
    }
    for unit in ["秒前", "秒钟前"] where rest.hasPrefix(unit) { return reference }
    return nil
  }

  private static func smallNumber(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "半": 0
    case "两", "兩": 2
    case "十": 10
    default: Array("一二三四五六七八九".unicodeScalars).firstIndex(of: scalar).map { $0 + 1 }
    }
  }
}
