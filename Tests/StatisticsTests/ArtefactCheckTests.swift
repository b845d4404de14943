import TestSupport
import Testing
import TextModel

@testable import Statistics

@Suite struct ArtefactCheckTests {
  private func evidence(
    _ texts: [String], of terms: [String]
  ) -> [Term: ArtefactEvidence] {
    var check = ArtefactCheck(of: terms.map { Term($0) })
    // The texts as they were before they were cut: without the spaces of the test's notation.
    for text in texts {
      check.add(
        TermExtractor().terms(in: analysis(text)).map(\.text).joined())
    }
    return check.evidence(in: table(texts))
  }

  @Test func `a word that is always whole is above suspicion`() throws {
    let found = try #require(evidence(["大 模型 发布", "模型"], of: ["模型"])[Term("模型")])
    #expect(found == ArtefactEvidence(termFrequency: 2, stringFrequency: 2, inOtherTerms: 0))
    #expect(found.suspicion == nil)
  }

  @Test func `a word that lies in longer words too is above suspicion`() throws {
    let texts = ["印度尼西亚 印度 印度尼西亚", "[印度理工学院|印度理工学院|ORG]"]
    let found = try #require(evidence(texts, of: ["印度"])[Term("印度")])
    #expect(found == ArtefactEvidence(termFrequency: 1, stringFrequency: 4, inOtherTerms: 3))
    #expect(found.suspicion == nil)
  }

  @Test func `a word that is nearly always inside longer words is suspect`() throws {
    let texts = Array(repeating: "共和国", count: 40) + ["中华人民共 和国"]
    let found = try #require(evidence(texts, of: ["和国"])[Term("和国")])
    #expect(found == ArtefactEvidence(termFrequency: 1, stringFrequency: 41, inOtherTerms: 40))
    #expect(found.suspicion == .inside)
  }

  @Test func `a word whose string is often cut apart is suspect`() throws {
    let texts = Array(repeating: "区块 链", count: 4) + Array(repeating: "区块链", count: 9)
    let found = try #require(evidence(texts, of: ["区块链", "区块"])[Term("区块链")])
    #expect(found == ArtefactEvidence(termFrequency: 9, stringFrequency: 13, inOtherTerms: 0))
    #expect(found.suspicion == .cutApart)
    // One or two may be chance.
    #expect(evidence(["中国 国家", "发展中 国家"], of: ["中国"])[Term("中国")]?.suspicion == nil)
  }

  @Test func `entities and single characters are not looked at`() {
    var check = ArtefactCheck(of: [Term("苹果", label: .organization), Term("的")])
    check.add("苹果的")
    #expect(check.evidence(in: table(["苹果 的"])).isEmpty)
  }

  @Test(
    "strings are counted wherever they stand, overlapping, Latin ones as words",
    arguments: [
      ("人工智能", "人工智能和人工智能", 2), ("哈哈", "哈哈哈", 2), ("AI", "AI、OpenAI、AI+、AI2", 2),
      ("GPT-4o", "GPT-4o和GPT-4o-mini", 2), ("B站", "B站AB站", 1), ("模型", "模", 0), ("模型", "", 0),
      ("𠮷野家", "𠮷野家𠮷野家", 2),
    ])
  func strings(string: String, text: String, count: Int) {
    var counter = StringCounter([Array(string.utf8), Array("其他".utf8)])
    Array(text.utf8).withUnsafeBufferPointer { counter.add($0) }
    #expect(counter.counts == [count, 0])
  }

  @Test("many strings are counted as one by one", arguments: 0..<20 as Range<UInt64>)
  func many(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func random(_ count: ClosedRange<Int>) -> [UInt8] {
      let letters = Array("甲乙丙丁aé𠮷")
      return Array(
        String(
          (0..<Int.random(in: count, using: &generator)).map { _ in
            letters.randomElement(using: &generator) ?? "甲"
          }
        ).utf8)
    }
    let strings = Array(Set((0..<60).map { _ in random(2...4) }))
    let texts = (0..<8).map { _ in random(0...200) }
    var whole = StringCounter(strings)
    var half = StringCounter(strings)
    for (index, text) in texts.enumerated() {
      text.withUnsafeBufferPointer { text in
        if index < 4 { whole.add(text, weight: 2) } else { half.add(text, weight: 2) }
      }
    }
    whole.merge(half)
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    let expected = strings.map { string in
      texts.reduce(0) { sum, text in
        sum
          + (0..<max(0, text.count - string.count + 1)).count { start in
            let end = start + string.count
            return Array(text[start..<end]) == string
              && !(start > 0 && isLetter(string[0]) && isLetter(text[start - 1]))
              && !(end < text.count && isLetter(text[end]) && isLetter(text[end - 1]))
          } * 2
      }
    }
    #expect(whole.counts == expected)
  }
}
