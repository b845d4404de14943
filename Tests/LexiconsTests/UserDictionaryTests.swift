import Lexicons
import Testing
import TextModel

@Suite struct UserDictionaryTests {
  @Test func `reads words, classes and names`() throws {
    var dictionary = UserDictionary()
    try dictionary.add(
      text: "# own words\nB站\nGPT-4o\tPROPN\n\n智谱 AI\t智谱\tORG\n小米\t小米\tORG\tambiguous\t手机|雷军\n",
      path: "u")
    #expect(dictionary.entries.map(\.word) == ["B站", "GPT-4o", "智谱 AI", "小米"])
    #expect(dictionary.entries[1].partOfSpeech == .properNoun)
    #expect(dictionary.entries[3].name?.cues == ["手机", "雷军"])
    #expect(dictionary.warnings.isEmpty)
  }

  @Test(
    "an entry that can never match is a warning",
    arguments: [" 词", "词 ", "词\u{1}", "\u{301}a"])
  func neverMatching(word: String) throws {
    var dictionary = UserDictionary()
    try dictionary.add(text: word + "\n", path: "u")
    #expect(dictionary.entries.isEmpty)
    #expect(dictionary.warnings.count == 1)
    #expect(dictionary.warnings.first?.hasPrefix("u:1: ") == true)
  }

  @Test(
    "a wrong row is an error that names its line",
    arguments: ["词\tNN", "a\tb\tc\td", "a\tb\torg", "a\t\tORG", "a\tb\tORG\tambiguous\t-"])
  func wrongRow(row: String) {
    var dictionary = UserDictionary()
    let error = #expect(throws: LexiconError.self) {
      try dictionary.add(text: "好\n\(row)\n", path: "u")
    }
    #expect(error?.description.hasPrefix("u:2: ") == true)
  }

  @Test func `the later of two entries holds, with a warning`() throws {
    var dictionary = UserDictionary()
    try dictionary.add(text: "词\tNOUN\n词\tVERB\n", path: "u")
    #expect(dictionary.entries.map(\.partOfSpeech) == [.verb])
    #expect(dictionary.warnings.count == 1)
  }
}
