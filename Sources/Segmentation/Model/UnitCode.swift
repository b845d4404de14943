internal import ICU
internal import Lexicons
internal import TextModel

/// The codes of units: what a model sees of a text. A unit is a Chinese character or a mark, under a
/// code of its own if the model knows it, or an atom, under the code of its shape.
enum UnitCode {
  /// A character that the model does not know. Zero, as in the tries: no n-gram holds it.
  static let unknown: UInt16 = 0
  static let space: UInt16 = 1
  static let otherMark: UInt16 = 2
  /// A word of the user's dictionary.
  static let userWord: UInt16 = 3
  /// A word of a foreign script.
  static let foreignWord: UInt16 = 4
  static let percentage: UInt16 = 5
  static let time: UInt16 = 6
  static let decimal: UInt16 = 7
  static let year: UInt16 = 8
  /// A number of one digit; the next five codes are those of two to six and more.
  static let oneDigit: UInt16 = 9
  static let capital: UInt16 = 15
  static let smallLetter: UInt16 = 16
  /// Letters with digits.
  static let mixedWord: UInt16 = 17
  static let capitalizedWord: UInt16 = 18
  static let shortAcronym: UInt16 = 19
  static let acronym: UInt16 = 20
  static let smallWord: UInt16 = 21
  static let address: UInt16 = 22
  /// The codes of the model's characters begin here.
  static let firstCharacter: UInt16 = 32

  /// What a unit is, coarsely.
  enum Kind: UInt8 {
    case none = 0
    case han = 1
    case hanNumeral = 2
    /// 年 月 日 时 分 秒 号
    case dateCharacter = 3
    case number = 4
    case latin = 5
    case mark = 6
    case space = 7
    case middleDot = 8
    case other = 9
  }

  /// The kind of a code below `firstCharacter`.
  static func kind(ofShape code: UInt16) -> Kind {
    switch code {
    case unknown: .han
    case space: .space
    case otherMark: .mark
    case percentage...(oneDigit + 5): .number
    case capital...address: .latin
    default: .other
    }
  }

  /// The kind of a character.
  static func kind(of scalar: Unicode.Scalar, entry: UInt32) -> Kind {
    switch scalar {
    case "年", "月", "日", "时", "分", "秒", "号": return .dateCharacter
    case "·", "•", "・", "‧": return .middleDot
    default: break
    }
    switch CharacterClass(rawValue: CharacterTable.classValue(of: entry)) {
    case .han:
      return CharacterTable.mark(of: entry) >= CharacterTable.hanDigitMark ? .hanNumeral : .han
    case .punctuation, .symbol: return .mark
    case .space: return .space
    default: return .other
    }
  }

  /// The code of an atom by its shape.
  static func code(of atom: Atom, in frame: FrameView) -> UInt16 {
    if atom.isForced { return userWord }
    switch atom.kind {
    case .address: return address
    case .number, .date: return numberCode(of: atom, in: frame)
    case .latin: return latinCode(of: atom, in: frame)
    default: return foreignWord
    }
  }

  private static func numberCode(of atom: Atom, in frame: FrameView) -> UInt16 {
    if atom.kind == .date { return time }
    if frame.mark(atom.end - 1) == UInt8(ascii: "%") { return percentage }
    var digits = 0
    for position in atom.start..<atom.end {
      switch frame.mark(position) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): return decimal
      default: break
      }
    }
    if digits == 4, atom.end - atom.start == 4 {
      let century = (frame.mark(atom.start), frame.mark(atom.start + 1))
      if century == (UInt8(ascii: "1"), UInt8(ascii: "9"))
        || century == (UInt8(ascii: "2"), UInt8(ascii: "0"))
      {
        return year
      }
    }
    return oneDigit + UInt16(min(max(digits, 1), 6) - 1)
  }

  private static func latinCode(of atom: Atom, in frame: FrameView) -> UInt16 {
    var capitals = 0
    var small = 0
    for position in atom.start..<atom.end {
      switch frame.mark(position) {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return mixedWord
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"): small += 1
      default: break
      }
    }
    if atom.end - atom.start == 1 { return capitals == 1 ? capital : smallLetter }
    if capitals > 0, small > 0 { return capitalizedWord }
    if capitals > 0 { return capitals <= 3 ? shortAcronym : acronym }
    return smallWord
  }
}
