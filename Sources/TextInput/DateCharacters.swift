internal import TextModel

/// The characters of a text that may hold a date, fullwidth forms made halfwidth.
struct DateCharacters {
  let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  func isEnd(_ index: Int) -> Bool {
    scalars[min(index, scalars.count)...].allSatisfy(Self.isWhiteSpace)
  }

  /// Whether a character has Unicode's property White_Space, of which the standard library's table takes longer to
  /// tell.
  static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  func isDigit(_ index: Int) -> Bool {
    index < scalars.count && ("0"..."9").contains(scalars[index])
  }

  func digitCount(at start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end - start
  }

  func digits(_ count: Int) -> String {
    String(String.UnicodeScalarView(scalars[..<count]))
  }

  /// Whether a written day may end there: at the end, or before a time, a weekday or a remark.
  func mayEndDate(at index: Int) -> Bool {
    guard index < scalars.count else { return true }
    let next = scalars[index]
    if next == "T" || next == "t" { return isDigit(index + 1) }
    return Self.isWhiteSpace(next) || Self.endMarks.contains(next)
  }

  private static let endMarks = Set("Z(（)）]】”\"[星周礼禮,，。.|｜丨·_上下早晚中凌清傍夜来來更发發".unicodeScalars)

  /// Whether `)/` ends the text there, as in `/Date(1767879199000)/`.
  func closes(at index: Int) -> Bool { scalars[index...].elementsEqual(")/".unicodeScalars) }

  /// Whether a fraction of a second stands there, and nothing else.
  func isFraction(at index: Int) -> Bool {
    guard index < scalars.count, scalars[index] == "." else { return false }
    let count = digitCount(at: index + 1)
    return count > 0 && isEnd(index + 1 + count)
  }

  /// `2026-01-08`, with one of `-`, `/`, `.`, `_`, `·` twice.
  func separatedDate(at start: Int) -> (date: CalendarDate, end: Int)? {
    guard digitCount(at: start) == 4, start + 4 < scalars.count else { return nil }
    let separator = scalars[start + 4]
    guard "-/._·".unicodeScalars.contains(separator) else { return nil }
    let month = start + 5
    let monthLength = digitCount(at: month)
    let day = month + monthLength + 1
    guard (1...2).contains(monthLength), day < scalars.count, scalars[day - 1] == separator else {
      return nil
    }
    let dayLength = digitCount(at: day)
    guard (1...2).contains(dayLength) else { return nil }
    return date(start, 4, month, monthLength, day, dayLength).map { ($0, day + dayLength) }
  }

  /// `20260108`, also as the beginning of 12 or 14 digits.
  func compactDate(at start: Int) -> CalendarDate? {
    guard digitCount(at: start) >= 8 else { return nil }
    return date(start, 4, start + 4, 2, start + 6, 2)
  }

  /// `2026年1月8日` or `二〇二六年一月八日`, with or without spaces.
  func chineseDate(at start: Int) -> (date: CalendarDate, end: Int)? {
    var place = start
    let isRepublic = skipRepublic(at: &place)
    guard let written = chineseNumber(at: &place, before: "年", digits: isRepublic ? 1...4 : 4...4)
    else { return nil }
    let year = isRepublic ? written + 1911 : written
    guard let month = chineseNumber(at: &place, before: "月", digits: 1...3),
      let day = chineseNumber(at: &place, before: "日", digits: 1...3)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { ($0, place) }
  }

  /// Passes over 民國 or 中華民國, whose first year is 1912.
  private func skipRepublic(at place: inout Int) -> Bool {
    for era in ["民国", "民國", "中华民国", "中華民國"] where has(era, at: place) {
      place += era.unicodeScalars.count
      return true
    }
    return false
  }

  /// Whether a text stands there; Latin letters may be capital ones.
  func has(_ text: String, at start: Int) -> Bool {
    var index = start
    for scalar in text.unicodeScalars {
      guard index < scalars.count else { return false }
      let own = scalars[index].value
      guard own == scalar.value || (0x41...0x5A).contains(own) && own + 0x20 == scalar.value else {
        return false
      }
      index += 1
    }
    return true
  }

  /// Words in small letters: runs of letters, or of digits with their marks.
  var words: [String] {
    scalars.split { Self.isWhiteSpace($0) || ",.-/".unicodeScalars.contains($0) }.map {
      String(String.UnicodeScalarView($0)).lowercased()
    }
  }

  private func date(
    _ year: Int, _ yearLength: Int, _ month: Int, _ monthLength: Int, _ day: Int, _ dayLength: Int
  ) -> CalendarDate? {
    CalendarDate(
      year: number(year, yearLength), month: number(month, monthLength),
      day: number(day, dayLength))
  }

  func number(_ start: Int, _ length: Int) -> Int {
    scalars[start..<start + length].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  /// The number before a unit, and moves behind the unit; 号 is as good as 日, 元 is the first month, or the
  /// first year of the Republic.
  func chineseNumber(
    at place: inout Int, before unit: Unicode.Scalar, digits allowed: ClosedRange<Int>
  ) -> Int? {
    let start = place
    var count = 0
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar == unit || (unit == "日" && (scalar == "号" || scalar == "號")) {
        let digits = scalars[start..<place - 1].filter { !Self.isWhiteSpace($0) }
        if unit != "日", digits == ["元"], allowed.contains(1) { return 1 }
        return allowed.contains(count) ? Self.value(of: digits) : nil
      }
      if Self.isWhiteSpace(scalar) { continue }
      count += 1
      if count > 4 { return nil }
    }
    return nil
  }

  /// The value of figures (`2026`, `二〇二六`) or of a number below 40 with 十, 廿 or 卅 in it.
  private static func value(of digits: [Unicode.Scalar]) -> Int? {
    if let tens = digits.first.flatMap({ $0 == "廿" ? 20 : $0 == "卅" ? 30 : nil }) {
      guard digits.count <= 2 else { return nil }
      return digits.count == 1 ? tens : digit(digits[1]).map { tens + $0 }
    }
    guard let ten = digits.firstIndex(of: "十") else {
      var value = 0
      for scalar in digits {
        guard let digit = digit(scalar) else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    let after = digits[(ten + 1)...]
    guard ten <= 1, after.count <= 1 else { return nil }
    let tens = ten == 0 ? 1 : digit(digits[0])
    let ones = after.first.map(digit) ?? 0
    guard let tens, let ones else { return nil }
    return tens * 10 + ones
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if ("0"..."9").contains(scalar) { return Int(scalar.value - 0x30) }
    if scalar == "○" || scalar == "零" || scalar == "O" { return 0 }
    return Array("〇一二三四五六七八九".unicodeScalars).firstIndex(of: scalar)
  }
}
