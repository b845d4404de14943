import Fenci
import TestSupport
import Testing

/// What the granularity `search` adds to each form of output, and that it adds nothing else.
@Suite struct GranularityTests {
  private func analyzer(_ granularity: Granularity) throws -> Analyzer {
    let user = UserDictionary(words: ["北京大学读书", "😀手机"])
    return Analyzer(try TestDictionaries.make(user: user), granularity: granularity)
  }

  private func segmented(
    _ text: String, _ granularity: Granularity = .search,
    _ annotation: SegmentedText.Annotation = .none
  ) throws -> String {
    var output = SegmentedText(annotation: annotation)
    try output.append(
      Document(id: "1", text: text), using: analyzer(granularity).makeWorker(), endsLine: true)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private func rows(_ text: String, _ granularity: Granularity) throws -> [String] {
    let bytes = try TokenRows(granularity: granularity)
      .bytes(of: analyzer(granularity).analysis(of: Document(id: "a", text: text)))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func json(
    _ text: String, _ granularity: Granularity, _ unit: AnalysisJSON.OffsetUnit = .scalar
  ) throws -> String {
    var writer = JSONWriter()
    AnalysisJSON([.tokens, .entities], offsets: unit)
      .write(try analyzer(granularity).analysis(of: Document(id: "a", text: text)), to: &writer)
    return writer.text
  }

  @Test func `in text the inner words follow their word, line for line`() throws {
    #expect(try segmented("我在中国科学院\n\nGPT-4o说") == "我 在 中国科学院 中国 科学院\n\nGPT-4o GPT 4o 说\n")
    #expect(try segmented("研究生说", .search, .partOfSpeech) == "研究生/NOUN 研究/VERB 说/VERB\n")
    #expect(try segmented("北京大学读书") == "北京大学读书 北京大学 北京 大学 读书\n")
  }

  @Test func `in rows a column tells inner words from tokens`() throws {
    #expect(TokenRows().header == "id\tstart\tend\ttoken\tpos\n")
    #expect(TokenRows(granularity: .search).header == "id\tstart\tend\ttoken\tpos\tinner\n")
    #expect(
      try rows("说北京大学", .search) == [
        "a\t0\t1\t说\tVERB\t0", "a\t1\t5\t北京大学\tPROPN\t0", "a\t1\t3\t北京\tPROPN\t1",
        "a\t3\t5\t大学\tNOUN\t1",
      ])
  }

  @Test func `in JSON a token holds its inner words`() throws {
    #expect(
      try json("研究生说", .search)
        == #"{"id":"a","tokens":[{"text":"研究生","start":0,"end":3,"pos":"NOUN","inner":["#
        + #"{"text":"研究","start":0,"end":2,"pos":"VERB"}]},"#
        + #"{"text":"说","start":3,"end":4,"pos":"VERB"}],"entities":[]}"#)
  }

  @Test(
    "offsets of inner words count what was asked for",
    arguments: [
      (AnalysisJSON.OffsetUnit.scalar, 1, 3, 4), (.utf16, 2, 4, 5), (.utf8, 4, 10, 13),
    ])
  func offsets(unit: AnalysisJSON.OffsetUnit, start: Int, end: Int, next: Int) throws {
    let text = try json("😀手机的", .search, unit)
    #expect(text.contains(#""inner":[{"text":"手机","start":\#(start),"end":\#(end),"#))
    #expect(text.contains(#"{"text":"的","start":\#(end),"end":\#(next),"#))
  }

  @Test("without the inner words the output is that of words", arguments: 0..<60 as Range<UInt64>)
  func onlyAdds(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<15 {
      text += generator.mixedText(pieces: 2)
      text += ["中国科学院", "北京大学读书", "😀手机", "研究生\n"].randomElement(using: &generator) ?? ""
    }
    let search = try analyzer(.search).analysis(of: Document(id: "a", text: text))
    let word = try analyzer(.word).analysis(of: Document(id: "a", text: text))
    #expect(search.tokens == word.tokens && search.mentions == word.mentions)
    #expect(word.innerWords.isEmpty && !search.innerWords.isEmpty)
    #expect(
      try rows(text, .search).filter { $0.hasSuffix("\t0") }
        == rows(text, .word).map { $0 + "\t0" })
    var kept = try json(text, .search)
    kept.replace(#/,"inner":\[[^\]]*\]/#, with: "")
    #expect(try kept == json(text, .word))
    #expect(
      try segmented(text).utf8.count(where: { $0 == 10 })
        == segmented(text, .word).utf8.count(where: { $0 == 10 }))
  }

  @Test func `a long text keeps its inner words at every window`() throws {
    let text = String(repeating: "中国科学院，", count: 20_000)
    let expected = Array(repeating: "中国科学院 中国 科学院 ，", count: 20_000).joined(separator: " ")
    #expect(try segmented(text) == expected + "\n")
  }
}
