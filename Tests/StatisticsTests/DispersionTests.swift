import Statistics
import TestSupport
import Testing
import TextModel

@Suite struct DispersionTests {
  /// The made-up corpus of S. Th. Gries (2020), "Analyzing dispersion", A Practical Handbook of Corpus
  /// Linguistics, chapter 5 (first in Gries 2008): five parts of 9, 10, 10, 10 and 11 words.
  private static let gries = [
    "b a m n i b e u p", "b a s a t b e w q n", "b c a g a b e s t a", "b a g h a b e a a t",
    "b a h a a b e a x a t",
  ]

  private func sequences(
    _ texts: [String], parts: [String?]? = nil
  ) -> SequenceTable {
    var table = SequenceTable(division: parts == nil ? .documents : .named)
    for (index, text) in texts.enumerated() {
      table.add(analysis(text), inPart: parts?[index])
    }
    return table
  }

  // DP as fractions; D by numpy.std (of a population). The book gives for `a` DP 0.18, DPnorm 0.22 and D 0.785.
  @Test(
    "Gries's example",
    arguments: [
      ("a", 5, 0.18, 0.18 / 0.82, 0.785_150_453_450_450_8),
      ("b", 5, 0.02, 0.02 / 0.82, 0.968_091_043_204_922_1),
      ("e", 5, 0.02, 0.02 / 0.82, 0.968_091_043_204_922_1),
      ("g", 2, 0.6, 0.6 / 0.82, 0.387_627_564_304_205_4),
      ("m", 1, 0.82, 1, 0),
      ("x", 1, 0.78, 0.78 / 0.82, 0),
    ])
  func gries(term: String, range: Int, dp: Double, dpNorm: Double, juillandD: Double) throws {
    let found = try #require(sequences(Self.gries).dispersions()[Term(term)])
    #expect(found.range == range)
    #expect(abs(found.dp - dp) < 1e-12)
    #expect(abs(try #require(found.dpNorm) - dpNorm) < 1e-12)
    #expect(abs(try #require(found.juillandD) - juillandD) < 1e-9)
  }

  @Test func `documents of one name are one part, those without a name too`() throws {
    let split = sequences(
      ["b a m n", "b a s a t b e w q n", "i b e u p", "b c a g a b e s t a", "b a g h a b e a a t"]
        + ["b a h a a", "b e a x a t", "。"],
      parts: ["甲", "乙", "甲", "丙", "丁", nil, nil, "空"])
    #expect(split.partlessDocumentCount == 2)
    let dispersions = split.dispersions()
    let whole = sequences(Self.gries).dispersions()
    // A part without words is none.
    #expect(dispersions.partCount == 5)
    for term in ["a", "b", "e", "g", "m", "x"] {
      #expect(dispersions[Term(term)] == whole[Term(term)])
    }
    #expect(dispersions[Term("没有")] == nil)
  }

  @Test func `a single part has no more than a range`() {
    let found = sequences(["a b a"]).dispersions()[Term("a")]
    #expect(found == Dispersion(range: 1, dp: 0, dpNorm: nil, juillandD: nil))
  }

  @Test("merging in any order gives the same to the last digit", arguments: 0..<30 as Range<UInt64>)
  func merging(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<12).map { _ in randomText(using: &generator) }
    let names = (0..<12).map { _ in ["甲", "乙", nil].randomElement(using: &generator)! }
    for parts in [nil, names] {
      let whole = sequences(texts, parts: parts)
      let cut = Int.random(in: 0...12, using: &generator)
      let (front, back) = (
        sequences(Array(texts[..<cut]), parts: parts.map { Array($0[..<cut]) }),
        sequences(Array(texts[cut...]), parts: parts.map { Array($0[cut...]) })
      )
      for (first, second) in [(front, back), (back, front)] {
        var sum = first
        sum.merge(second)
        #expect(sum.frequencies == whole.frequencies)
        #expect(sum.partlessDocumentCount == whole.partlessDocumentCount)
        let (one, two) = (sum.dispersions(), whole.dispersions())
        #expect(one.partCount == two.partCount)
        for row in whole.frequencies.rows(sortedBy: .term) {
          #expect(one[row.term] == two[row.term])
        }
      }
    }
  }
}
