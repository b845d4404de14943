internal import ICU
internal import Lexicons
internal import TextModel

/// Finds what is not Chinese: Latin words, names of models, numbers with their units, dates, times,
/// web and mail addresses. The layer under all engines.
///
/// Works on a decoded text whose characters of letters and digits are few: a pass over Chinese text
/// costs one test a character.
struct AtomScanner {
  private let entries: UnsafeMutablePointer<UInt32>
  private let offsets: UnsafeMutablePointer<UInt32>
  private let count: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether a number takes the magnitudes and the currency behind it.
  private let joinsQuantities: Bool

  init(_ text: ScalarText, bytes: UnsafeBufferPointer<UInt8>, joinsQuantities: Bool) {
    self.joinsQuantities = joinsQuantities
    entries = text.entries
    offsets = text.offsets
    count = text.count
    self.bytes = bytes
  }

  /// Appends the atoms of the whole text, in order.
  func scan(into atoms: inout [Atom]) {
    var position = 0
    while position < count {
      let value = classValue(position)
      if value == CharacterClass.letter.rawValue || value == CharacterClass.digit.rawValue {
        let atom = atom(at: position)
        atoms.append(atom)
        position = atom.end
      } else {
        position += 1
      }
    }
  }

  private func classValue(_ position: Int) -> UInt8 {
    CharacterTable.classValue(of: entries[position])
  }

  private func mark(_ position: Int) -> UInt8 {
    position < count ? CharacterTable.mark(of: entries[position]) : 0
  }

  private func isDigit(_ position: Int) -> Bool {
    position >= 0 && position < count && classValue(position) == CharacterClass.digit.rawValue
  }

  private func isAlphanumeric(_ position: Int) -> Bool {
    guard position < count else { return false }
    let value = classValue(position)
    return value == CharacterClass.letter.rawValue || value == CharacterClass.digit.rawValue
  }

  private func isHan(_ position: Int) -> Bool {
    position >= 0 && position < count && classValue(position) == CharacterClass.han.rawValue
  }

  /// The end of the run of digits that begins at a position.
  private func digitsEnd(_ start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }

  /// The end of the run of letters, digits and their marks that begins at a position.
  private func wordEnd(_ start: Int) -> Int {
    var end = start
    while end < count {
      let value = classValue(end)
      guard
        value == CharacterClass.letter.rawValue || value == CharacterClass.digit.rawValue
          || value == CharacterClass.extend.rawValue
      else { break }
      end += 1
    }
    return end
  }

  private func atom(at start: Int) -> Atom {
    if let end = addressEnd(start) {
      return Atom(
        start: start, end: end, coreEnd: end, kind: .address, partOfSpeech: .other)
    }
    let digits = digitsEnd(start)
    if digits > start, digits == wordEnd(start) {
      let number = number(start, digits)
      // A digit may begin a name: 3D-Fan, 360.cn, 4-bit.
      if number.end == wordEnd(number.end), !joinsWord(at: number.end) { return number }
    }
    let end = latinEnd(start)
    let first = bytes[Int(offsets[start])]
    let isName = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(mark(start)) || first >= 0xC3
    return Atom(
      start: start, end: end, coreEnd: end, kind: .latin,
      partOfSpeech: isName ? .properNoun : .other)
  }

  // MARK: Latin words

  /// Whether a hyphen or an underscore at `position` joins what is before it to a word with letters.
  private func joinsWord(at position: Int) -> Bool {
    let joint = mark(position)
    guard
      joint == UInt8(ascii: "-") || joint == UInt8(ascii: "_") || joint == UInt8(ascii: "."),
      isAlphanumeric(position + 1)
    else { return false }
    return digitsEnd(position + 1) != wordEnd(position + 1)
  }

  /// The end of a Latin word or name: runs of letters and digits joined by single marks
  /// (`GPT-4o`, `Qwen2.5-72B`, `Node.js`, `AT&T`, `easy_install`, `O'Reilly`), `C++`, `C#`.
  private func latinEnd(_ start: Int) -> Int {
    var end = wordEnd(start)
    joints: while isAlphanumeric(end + 1) {
      switch mark(end) {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "&"),
        UInt8(ascii: "'"):
        end = wordEnd(end + 1)
      default:
        break joints
      }
    }
    if mark(end) == UInt8(ascii: "+"), mark(end + 1) == UInt8(ascii: "+") { return end + 2 }
    if mark(end) == UInt8(ascii: "#"), end == start + 1, !isAlphanumeric(end + 1) { return end + 1 }
    return end
  }

  // MARK: Addresses

  /// The end of a web or mail address that begins at a position; nil if none does.
  private func addressEnd(_ start: Int) -> Int? {
    // Most words begin with neither h nor w.
    if mark(start) | 0x20 == UInt8(ascii: "h") || mark(start) | 0x20 == UInt8(ascii: "w") {
      for prefix: StaticString in ["https://", "http://", "www."] where hasPrefix(prefix, start) {
        let end = addressRun(start)
        return end > start + prefix.utf8CodeUnitCount ? end : nil
      }
    }
    // local@domain.tld
    var at = start
    while at < count, isAddressMark(mark(at)), mark(at) != UInt8(ascii: "@") { at += 1 }
    guard at > start, mark(at) == UInt8(ascii: "@"), isAlphanumeric(at + 1) else { return nil }
    var end = wordEnd(at + 1)
    var hasDot = false
    while mark(end) == UInt8(ascii: ".") || mark(end) == UInt8(ascii: "-"),
      isAlphanumeric(end + 1)
    {
      hasDot = hasDot || mark(end) == UInt8(ascii: ".")
      end = wordEnd(end + 1)
    }
    return hasDot ? end : nil
  }

  private func hasPrefix(_ prefix: StaticString, _ start: Int) -> Bool {
    guard start + prefix.utf8CodeUnitCount <= count else { return false }
    return prefix.withUTF8Buffer { buffer in
      for (index, byte) in buffer.enumerated() where mark(start + index) | 0x20 != byte | 0x20 {
        return false
      }
      return true
    }
  }

  /// The end of a run of characters that may stand in a web address, without closing punctuation.
  private func addressRun(_ start: Int) -> Int {
    var end = start
    while end < count, bytes[Int(offsets[end])] < 0x80,
      bytes[Int(offsets[end])] > 0x20, !#""<>\^`{|}"#.utf8.contains(mark(end))
    {
      end += 1
    }
    while end > start, ".,;:!?)]'".utf8.contains(mark(end - 1)) { end -= 1 }
    return end
  }

  private func isAddressMark(_ mark: UInt8) -> Bool {
    switch mark {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "+"):
      true
    default:
      false
    }
  }

  // MARK: Numbers

  /// The number, date or time that begins with the digits from `start` to `digits`.
  private func number(_ start: Int, _ digits: Int) -> Atom {
    if let end = dateEnd(start, digits) {
      return Atom(start: start, end: end, coreEnd: end, kind: .date, partOfSpeech: .noun)
    }
    var end = digits
    var isTime = false
    while isDigit(end + 1) {
      let next = digitsEnd(end + 1)
      switch mark(end) {
      case UInt8(ascii: "."):
        break
      case UInt8(ascii: ",") where next - end == 4 && next == wordEnd(end + 1):
        break
      case UInt8(ascii: ":"), UInt8(ascii: "/"):
        isTime = isTime || mark(end) == UInt8(ascii: ":") && next - end == 3
      default:
        return finished(start, end, isTime: isTime)
      }
      end = next
    }
    return finished(start, end, isTime: isTime)
  }

  private func finished(_ start: Int, _ end: Int, isTime: Bool) -> Atom {
    var atom = Atom(
      start: start, end: end, coreEnd: end, kind: isTime ? .date : .number,
      partOfSpeech: isTime ? .noun : .numeral)
    if isTime { return atom }
    if mark(end) == UInt8(ascii: "%") {
      atom.end += 1
    } else {
      if joinsQuantities { atom.end = quantityEnd(end) }
      return atom
    }
    atom.coreEnd = atom.end
    return atom
  }

  /// The end of a numeric date: `2026-01-08`, `2026/1/8`, `2026.01.08`.
  private func dateEnd(_ start: Int, _ digits: Int) -> Int? {
    let joint = mark(digits)
    guard digits - start == 4,
      [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")]
        .contains(joint)
    else { return nil }
    let month = digitsEnd(digits + 1)
    guard (1...2).contains(month - digits - 1), mark(month) == joint else { return nil }
    let day = digitsEnd(month + 1)
    return (1...2).contains(day - month - 1) && day == wordEnd(month + 1) ? day : nil
  }

  /// The end of what makes a number a quantity: Chinese magnitudes, then a currency (15.95亿元).
  private func quantityEnd(_ start: Int) -> Int {
    var end = start
    while isHan(end), mark(end) == CharacterTable.hanMagnitudeMark { end += 1 }
    // 元 alone, or after the name of a country: 美元, 新台币.
    if matches("元", end) { return end + 1 }
    if matches("元", end + 1) || matches("镑", end + 1) || matches("布", end + 1) {
      for unit in Self.currencies where matches(unit, end) { return end + 2 }
    }
    return matches("新台币", end) ? end + 3 : end
  }

  /// Currencies of two characters that are written onto the number.
  private static let currencies: [StaticString] = ["美元", "港元", "欧元", "日元", "英镑", "韩元", "卢布"]

  /// Whether the text at a position reads `word`.
  private func matches(_ word: StaticString, _ position: Int) -> Bool {
    guard position < count else { return false }
    let start = Int(offsets[position])
    guard start + word.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<word.utf8CodeUnitCount where bytes[start + index] != word.utf8Start[index] {
      return false
    }
    return true
  }
}
