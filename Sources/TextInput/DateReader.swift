public import TextModel

/// Reads the day out of the many ways in which news files write it.
///
/// The day is taken as it is written: a time zone does not shift it. Only a Unix time, which names
/// no day, is taken in China's time, UTC+8.
public enum DateReader {
  /// The day a text begins with, or nil if it is none.
  ///
  /// Read are `2026-01-08`, `2026/1/8`, `2026.1.8`, `20260108`, each also with a time after it;
  /// `2026年1月8日`, also in fullwidth and Chinese digits, and of the Republic (民國115年);
  /// `Thu, 08 Jan 2026 21:33:19 +0800` and `Jan 8, 2026`; `2026-W02-4`; Unix times of 10 digits
  /// (seconds), 13 and 16. A label (`发布时间：`), a weekday or a bracket may stand before it.
  /// Not read is `01/08/2026`, which may mean two days.
  ///
  /// - Parameter reference: A day near which the text was written. With it are read: `1月8日` and
  ///   `01-08`, in the year in which they lie nearest to it; `26年1月8日`; `昨天`, `3天前` and the like,
  ///   counted from it.
  /// - Complexity: O(*n*) in the length of the text; only its first 100 characters count.
  public static func date(in text: String, near reference: CalendarDate? = nil) -> CalendarDate? {
    var scalars = Array(
      text.unicodeScalars.lazy.map(halfwidth).drop { DateCharacters.isWhiteSpace($0) }.prefix(100))
    DateCharacters.dropLabel(of: &scalars)
    var characters = DateCharacters(scalars)
    if let date = chineseDate(characters) ?? separatedDate(characters) ?? compactDate(characters)
      ?? characters.weekDate() ?? englishDate(&characters)
    {
      return date
    }
    return reference.flatMap { characters.date(near: $0) }
  }

  /// The day of a JSON number: `20260108`, or a Unix time in seconds, milliseconds or microseconds.
  static func date(inNumber number: String) -> CalendarDate? {
    if number.utf8.count == 8, let date = date(in: number) { return date }
    guard let value = Double(number) else { return nil }
    // Each unit is good for the years 1973 to 5138, so that the ranges do not touch.
    let seconds: Double
    switch value {
    case 1e8..<1e11: seconds = value
    case 1e11..<1e14: seconds = value / 1e3
    case 1e14..<1e17: seconds = value / 1e6
    default: return nil
    }
    let chinaOffset = 8.0 * 3600
    return CalendarDate(daysSinceEpoch: Int(((seconds + chinaOffset) / 86_400).rounded(.down)))
  }

  /// The day a path tells: in the file's name, else in the nearest folder's, else in folders for
  /// year, month and day. Years from 1900 to 2099 only: other figures are no dates.
  static func date(inPath path: String) -> CalendarDate? {
    let parts = path.split(separator: "/")
    for part in parts.reversed() {
      if let found = firstDate(in: Array(part.unicodeScalars)) { return found.date }
    }
    // Portals have `/2026/0108/` in their addresses.
    for (year, day) in zip(parts, parts.dropFirst()).reversed() where year.utf8.count == 4 {
      let characters = DateCharacters(Array((year + day.prefix(4)).unicodeScalars))
      if day.utf8.count == 4, characters.digitCount(at: 0) == 8,
        let date = characters.compactDate(at: 0),
        (1900...2099).contains(date.year)
      {
        return date
      }
    }
    guard parts.count >= 3 else { return nil }
    for start in stride(from: parts.count - 3, through: 0, by: -1) {
      let joined = parts[start..<start + 3].joined(separator: "-")
      let characters = DateCharacters(joined.unicodeScalars.map(halfwidth))
      if let found = characters.separatedDate(at: 0), (1900...2099).contains(found.date.year) {
        return found.date
      }
    }
    return nil
  }

  /// The first day in a text, and where it stands. Years from 1900 to 2099 only.
  static func firstDate(
    in text: [Unicode.Scalar]
  ) -> (date: CalendarDate, range: Range<Int>)? {
    let characters = DateCharacters(text.map(halfwidth))
    for start in text.indices where start == 0 || !characters.isDigit(start - 1) {
      guard characters.isDigit(start) else { continue }
      let length = characters.digitCount(at: start)
      let found =
        length == 8 || length == 12 || length == 14
        ? characters.compactDate(at: start).map { ($0, start + length) }
        : characters.separatedDate(at: start) ?? characters.chineseDate(at: start)
      if let found, (1900...2099).contains(found.0.year) { return (found.0, start..<found.1) }
    }
    return nil
  }

  /// The first day in a text whose year has two figures, with a time behind it: `26-01-08 10:24`.
  static func shortDate(in text: [Unicode.Scalar]) -> (date: CalendarDate, range: Range<Int>)? {
    let characters = DateCharacters(text.map(halfwidth))
    for start in text.indices.dropLast(12) where start == 0 || !characters.isDigit(start - 1) {
      guard characters.digitCount(at: start) == 2, characters.digitCount(at: start + 3) == 2,
        characters.digitCount(at: start + 6) == 2, text[start + 8] == " ",
        text[start + 2] == "-" && text[start + 5] == "-"
          || text[start + 2] == "/" && text[start + 5] == "/",
        (1...2).contains(characters.digitCount(at: start + 9))
      else { continue }
      let hourEnd = start + 9 + characters.digitCount(at: start + 9)
      guard hourEnd < text.count, text[hourEnd] == ":",
        let date = CalendarDate(
          year: 2000 + characters.number(start, 2), month: characters.number(start + 3, 2),
          day: characters.number(start + 6, 2))
      else { continue }
      return (date, start..<start + 8)
    }
    return nil
  }

  private static func chineseDate(_ characters: DateCharacters) -> CalendarDate? {
    characters.chineseDate(at: 0)?.date
  }

  private static func separatedDate(_ characters: DateCharacters) -> CalendarDate? {
    guard let found = characters.separatedDate(at: 0), characters.mayEndDate(at: found.end)
    else { return nil }
    return found.date
  }

  private static func compactDate(_ characters: DateCharacters) -> CalendarDate? {
    let length = characters.digitCount(at: 0)
    guard characters.mayEndDate(at: length) else { return nil }
    switch length {
    case 8, 12, 14: return characters.compactDate(at: 0)
    case 10, 13, 16:
      let isWhole =
        characters.isEnd(length) || characters.isFraction(at: length)
        || characters.closes(at: length)
      return isWhole ? date(inNumber: characters.digits(length)) : nil
    default: return nil
    }
  }

  /// A day with the English name of its month.
  private static func englishDate(_ characters: inout DateCharacters) -> CalendarDate? {
    let words = characters.words
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    func month(_ word: String) -> Int? {
      if word == "sept" { return 9 }
      return word.count >= 3 ? months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 } : nil
    }
    guard words.count >= 3, let place = words.prefix(3).firstIndex(where: { month($0) != nil }),
      let month = month(words[place])
    else { return nil }
    func number(_ word: String, digits: ClosedRange<Int>) -> Int? {
      // `08/Jan/2026:21:33:19`, as in the logs of servers.
      var word = digits == 4...4 ? word.prefix { $0 != ":" } : word[...]
      for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) {
        word = word.dropLast(2)
      }
      return digits.contains(word.utf8.count) ? Int(word) : nil
    }
    let near = words.indices.filter { $0 != place }
    guard let dayPlace = near.first(where: { number(words[$0], digits: 1...2) != nil }),
      let day = number(words[dayPlace], digits: 1...2)
    else { return nil }
    if let year = words.lazy.compactMap({ number($0, digits: 4...4) }).first {
      return CalendarDate(year: year, month: month, day: day)
    }
    // `08-Jan-26`, as RFC 850 has it.
    guard dayPlace + 1 == place, place + 1 < words.count, words[place + 1].utf8.count == 2,
      let year = Int(words[place + 1])
    else { return nil }
    return CalendarDate(year: year < 70 ? 2000 + year : 1900 + year, month: month, day: day)
  }

  /// The halfwidth form of a fullwidth ASCII character, a hyphen for any dash, `·` for any dot like it; any other
  /// character as it is.
  private static func halfwidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)!
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2027, 0x30FB: "·"
    default: scalar
    }
  }
}
