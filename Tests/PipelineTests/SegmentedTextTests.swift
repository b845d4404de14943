import Fenci
import TestSupport
import Testing

@Suite struct SegmentedTextTests {
  private func segmented(
    _ text: String, annotation: SegmentedText.Annotation = .none
  ) throws -> String {
    var output = SegmentedText(annotation: annotation)
    try output.append(
      Document(id: "1", text: text), using: Analyzer(try TestDictionaries.make()).makeWorker(),
      endsLine: true)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test(
    "prints a line for each line of the text",
    arguments: [
      ("我说。我说", "我 说 。 我 说\n"), ("我\n说\n", "我\n说\n"), ("\n\n我\n\n说", "\n\n我\n\n说\n"),
      ("  我  说  \r\n的", "我 说\n的\n"), ("", ""), ("\n", "\n"),
    ])
  func lines(text: String, expected: String) throws {
    #expect(try segmented(text) == expected)
  }

  @Test func `word classes follow their words`() throws {
    #expect(try segmented("我说，", annotation: .partOfSpeech) == "我/PRON 说/VERB ，/PUNCT\n")
  }

  @Test("loses nothing but white space", arguments: 0..<100 as Range<UInt64>)
  func lossless(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = generator.mixedText(pieces: 50)
    func visible(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
    let output = try segmented(text)
    #expect(visible(output) == visible(text))
    #expect(output.utf8.count(where: { $0 == 10 }) >= text.utf8.count(where: { $0 == 10 }))
  }
}
