public import TextModel

/// Reads the day out of the many ways in which news files write it.
///
/// The day is taken as it is written: a time zone does not shift it. Only a Unix time, which names
/// no day, is taken in China's time, UTC+8.
public enum DateReader {
  /// The day a text begins with, or nil if it is none.
  ///
  /// Read are `2026-01-08`, `2026/1/8`, `2026.1.8`, `20260108`, each also with a time after it;
  /// `2026年1月8日`, also in fullwidth and Chinese digits; `Thu, 08 Jan 2026 21:33:19 +0800` and
  /// `Jan 8, 2026`; Unix times of 10 digits (seconds) and 13 (milliseconds). Not read are days
  /// without a year and `01/08/2026`, which may mean two days.
  ///
  /// - Complexity: O(*n*) in the length of the text; only its first 100 characters count.
  public static func date(in text: String) -> CalendarDate? {
    let scalars = text.unicodeScalars.lazy.map(halfwidth).drop { $0.properties.isWhitespace }
    var characters = DateCharacters(Array(scalars.prefix(100)))
    return chineseDate(characters) ?? separatedDate(characters) ?? compactDate(characters)
      ?? englishDate(&characters)
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
    case 10, 13: return characters.isEnd(length) ? date(inNumber: characters.digits(length)) : nil
    default: return nil
    }
  }

  /// A day with the English name of its month.
  private static func englishDate(_ characters: inout DateCharacters) -> CalendarDate? {
    let words = characters.words
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    func month(_ word: String) -> Int? {
      word.first?.isLetter == true
        ? months.firstIndex(of: String(word.prefix(3))).map { $0 + 1 } : nil
    }
    guard words.count >= 3, let place = words.prefix(3).firstIndex(where: { month($0) != nil }),
      let day = words.first(where: { $0.count <= 2 && Int($0) != nil }).flatMap({ Int($0) }),
      let year = words.first(where: { $0.count == 4 && Int($0) != nil }).flatMap({ Int($0) }),
      let month = month(words[place])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The halfwidth form of a fullwidth ASCII character; any other character as it is.
  private static func halfwidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
  }
}
