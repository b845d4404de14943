import ICU
import Testing

@Suite struct ICUTests {
  @Test(
    "folds width, case and Traditional forms, one to one",
    arguments: [
      ("Ａ", "a"), ("A", "a"), ("譜", "谱"), ("電", "电"), ("　", " "), ("ﬁ", "ﬁ"), ("谱", "谱"),
      ("，", ","),
    ] as [(Unicode.Scalar, Unicode.Scalar)])
  func folding(character: Unicode.Scalar, expected: Unicode.Scalar) throws {
    #expect(try CharacterFolder().fold(character.value) == expected.value)
  }

  @Test(
    "knows what a character is",
    arguments: [
      ("智", CharacterClass.han), ("〇", .han), ("A", .letter), ("7", .digit), ("７", .digit),
      ("，", .punctuation), ("$", .symbol), (" ", .space), ("\u{3000}", .space), ("カ", .kana),
      ("한", .hangul), ("ไ", .complex), ("😀", .pictograph), ("\u{301}", .extend), ("\u{0}", .other),
    ] as [(Unicode.Scalar, CharacterClass)])
  func classes(character: Unicode.Scalar, expected: CharacterClass) {
    let values = CharacterClass.rawValues(of: character.value..<character.value + 1)
    #expect(values == [expected.rawValue])
  }

  @Test(
    "measures text in columns of a terminal",
    arguments: [("智谱 AI", 7), ("", 0), ("e\u{301}", 1), ("ＡＢ", 4), ("\u{200B}", 0)])
  func width(text: String, expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected)
  }

  @Test func `finds the ends of characters in bytes`() throws {
    let finder = try BoundaryFinder(.character)
    var text = "e\u{301}智👨‍👩‍👧"
    var ends: [Int] = []
    try text.withUTF8 { utf8 in try finder.forEachBoundary(in: utf8) { ends.append($0) } }
    #expect(ends == [3, 6, 24])
  }

  @Test func `an unknown status has a name`() {
    #expect("\(ICUError(4, in: "ubrk_open"))".contains("ubrk_open"))
  }
}
