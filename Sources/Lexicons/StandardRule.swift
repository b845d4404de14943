public import TextModel

/// A row of the tables in `dictionaries/standard`: how the project's own word standard
/// (`corpus/gold/GUIDELINE.md`) differs from the labels that the model has learnt.
///
/// | form | means |
/// |---|---|
/// | `大模型` | is one word, where it begins and ends with one |
/// | `不 是` | are words, where the model finds one |
/// | `# 以来` | is a word after what begins with a number: 2023年 以来 |
/// | `去年 #` | is a word before a number: 去年 10月 |
/// | `昨天 *` | is a word before a known name: 昨天 人社部 |
/// | `* 公众号` | is a word behind a known name: 微信 公众号 |
/// | `#港元` | belongs to the number before it: 116.2港元 |
/// | `#日 #` | ends a word before another number: 5月17日 22时 |
/// | `@ 先生` | is a word after one character of a name: 王 先生 |
/// | `~ 下来` | is a word after one character that is no name: 停 下来 |
public struct StandardRule: Hashable, Sendable {
  /// The characters that the rule is about, without spaces and `#`.
  let text: String
  /// What holds of them: the sum of the constants below.
  let bits: UInt16
  /// The class of a word that is whole; nil if the text decides.
  let partOfSpeech: PartOfSpeech?

  static let columns = ["form"]

  /// Bit *i*: a word ends after the character *i*, counted from 0.
  @inlinable public static var cuts: UInt16 { 0x7F }
  @inlinable public static var whole: UInt16 { 0x80 }
  @inlinable public static var afterNumber: UInt16 { 0x100 }
  @inlinable public static var beforeNumber: UInt16 { 0x200 }
  @inlinable public static var unit: UInt16 { 0x400 }
  @inlinable public static var beforeName: UInt16 { 0x800 }
  @inlinable public static var betweenNumbers: UInt16 { 0x1000 }
  @inlinable public static var afterSurname: UInt16 { 0x2000 }
  @inlinable public static var afterCharacter: UInt16 { 0x4000 }
  @inlinable public static var afterName: UInt16 { 0x8000 }

  var isWhole: Bool { bits == Self.whole }

  init(whole text: String, partOfSpeech: PartOfSpeech) {
    self.text = text
    bits = Self.whole
    self.partOfSpeech = partOfSpeech
  }

  init(behindName text: String) {
    self.text = text
    bits = Self.afterName
    partOfSpeech = nil
  }

  /// How a class is stored in the trie of the rules, as the tag of a unit.
  @inlinable
  public static func tag(of partOfSpeech: PartOfSpeech?) -> UInt8 {
    partOfSpeech.map { $0.rawValue + 1 } ?? 0
  }

  /// The class that a tag of the trie of the rules stands for; nil if the text decides.
  @inlinable
  public static func partOfSpeech(ofTag tag: UInt8) -> PartOfSpeech? {
    tag == 0 ? nil : PartOfSpeech(rawValue: tag - 1)
  }

  /// Reads a form; nil if it is none.
  public init?(form: some StringProtocol) {
    partOfSpeech = nil
    let parts = form.split(separator: " " as Character, omittingEmptySubsequences: false).map {
      String($0)
    }
    guard parts.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.count <= 7 }) else { return nil }
    if parts.count == 2, parts[1] == "*", parts[0] != "#" {
      text = parts[0]
      bits = Self.beforeName
      return
    }
    if parts.count == 2, parts[0] == "*", parts[1] != "#" {
      text = parts[1]
      bits = Self.afterName
      return
    }
    if parts.count == 2, parts[0] == "@" || parts[0] == "~" {
      text = parts[1]
      bits = parts[0] == "@" ? Self.afterSurname : Self.afterCharacter
      return
    }
    switch (parts.count, parts[0] == "#", parts.last == "#") {
    case (2, false, true) where parts[0].hasPrefix("#"):
      text = String(parts[0].dropFirst())
      bits = Self.betweenNumbers
    case (1, false, _) where parts[0].hasPrefix("#"):
      text = String(parts[0].dropFirst())
      bits = Self.unit
    case (1, false, _):
      text = parts[0]
      bits = Self.whole
    case (2, true, false):
      text = parts[1]
      bits = Self.afterNumber
    case (2, false, true):
      text = parts[0]
      bits = Self.beforeNumber
    case (2, false, false):
      text = parts[0] + parts[1]
      bits = 1 << UInt16(parts[0].unicodeScalars.count - 1)
    default:
      return nil
    }
    if text.contains("#") { return nil }
  }

  static func rows(of table: Table) throws(LexiconError) -> [StandardRule] {
    var rules: [StandardRule] = []
    for row in table.rows {
      guard let rule = StandardRule(form: row.cells[0]) else {
        throw table.error(at: row, "'\(row.cells[0])' is no form of the word standard")
      }
      rules.append(rule)
    }
    return rules
  }
}
