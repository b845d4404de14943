import Testing
import TextModel

@Suite struct ValueTests {
  @Test func `word classes go by their UPOS tags`() {
    for partOfSpeech in PartOfSpeech.allCases {
      #expect(PartOfSpeech(tag: partOfSpeech.tag) == partOfSpeech)
    }
    #expect(PartOfSpeech(tag: "NN") == nil)
  }

  @Test func `spans overlap only when they share a byte`() {
    let span = TextSpan(3..<6)
    #expect(span.overlaps(TextSpan(5..<9)))
    #expect(!span.overlaps(TextSpan(6..<9)))
    #expect(!span.overlaps(TextSpan(0..<3)))
    #expect(span.shifted(by: 4) == TextSpan(7..<10))
  }

  @Test func `a document gives the characters of a span`() {
    let document = Document(id: "1", text: "智谱AI")
    #expect(document[TextSpan(0..<6)] == "智谱")
    #expect(document[TextSpan(6..<8)] == "AI")
  }
}
