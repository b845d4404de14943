import Testing
import TextModel

@testable import Lexicons

@Suite struct GazetteerCheckTests {
  private static func row(
    _ alias: String, of name: String? = nil, _ cues: [String] = [], isSure: Bool = false
  ) -> GazetteerRow {
    GazetteerRow(
      alias: alias, canonicalName: name ?? alias, label: .organization,
      isAmbiguous: !cues.isEmpty, isSure: isSure, cues: cues)
  }

  private static let words = [
    LexiconWord(word: "曙光", count: 900, partOfSpeech: .noun),
    LexiconWord(word: "汉语", count: 900, partOfSpeech: .properNoun),
    LexiconWord(word: "果壳", count: 99, partOfSpeech: .noun),
  ]

  @Test(
    "says what is wrong with names",
    arguments: [
      ([row("汉语"), row("果壳"), row("曙光", ["超算"]), row("智谱")], []),
      (
        [row("曙光")],
        [
          "'曙光' of 曙光 is a common word (900 times in the word list): it must be ambiguous, or marked sure"
        ]
      ),
      ([row("曙光", isSure: true)], []),
      ([row("智谱"), row("智譜", of: "智谱")], ["'智譜' is the same name as '智谱' of 智谱"]),
      ([row("智谱 AI"), row("智谱ａｉ", of: "智谱 AI")], ["'智谱ａｉ' is the same name as '智谱 AI' of 智谱 AI"]),
      (
        [row("甲乙", ["机场", "航班"]), row("甲乙", of: "丙丁", ["航班"]), row("丙丁")],
        ["'甲乙' never means 丙丁 (ORG): its cues are all cues of 甲乙 (ORG)"]
      ),
      ([row("甲乙", ["机场"]), row("甲乙", of: "丙丁", ["航班"]), row("丙丁")], []),
      ([row("甲乙", ["甲乙"])], ["'甲乙' is a cue of itself"]),
      (
        [row("甲"), row(" 甲乙")],
        [
          "'甲' is too short to be a name",
          "' 甲乙' can never match: it begins or ends with white space",
        ]
      ),
      ([row("甲乙", of: "丙丁")], ["'丙丁' is no alias of its own"]),
    ] as [([GazetteerRow], [String])])
  func faults(rows: [GazetteerRow], expected: [String]) throws {
    var check = try GazetteerCheck()
    let faults = check.faults(of: rows, beside: Self.words)
    #expect(faults == expected)
  }

  @Test(
    "a row has one flag or none",
    arguments: ["-": true, "sure": true, "sure,ambiguous": false, "certain": false])
  func flags(flags: String, isRead: Bool) {
    var dictionary = UserDictionary()
    if isRead {
      #expect(throws: Never.self) {
        try dictionary.add(text: "甲乙\t甲乙\tORG\t\(flags)\t-\n", path: "u")
      }
      #expect(dictionary.entries.first?.name?.isSure == (flags == "sure"))
    } else {
      #expect(throws: LexiconError.self) {
        try dictionary.add(text: "甲乙\t甲乙\tORG\t\(flags)\t-\n", path: "u")
      }
    }
  }
}
