import TestSupport
import Testing

@testable import Lexicons

@Suite struct DoubleArrayTests {
  @Test("finds all words and no other", arguments: 0..<30 as Range<UInt64>)
  func membership(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var words: Set<[UInt16]> = []
    for _ in 0..<Int.random(in: 1...400, using: &generator) {
      let length = Int.random(in: 1...5, using: &generator)
      words.insert((0..<length).map { _ in UInt16.random(in: 1...60, using: &generator) })
    }
    let sorted = words.sorted { $0.lexicographicallyPrecedes($1) }
    // Both ways of placing nodes.
    var builder = seed % 2 == 0 ? DoubleArrayBuilder(codeCount: 60) : .quick(codeCount: 60)
    let (trie, ends) = try builder.build(
      sorted.enumerated().map { index, codes in
        DoubleArrayBuilder.Word(
          codes: codes, weight: UInt16(index), tag: UInt8(index % 17), frequency: index)
      })
    for (index, codes) in sorted.enumerated() {
      #expect(trie.unit(of: codes) == ends[index])
      #expect(trie.weight(at: ends[index]) == UInt16(index))
      #expect(DoubleArray.tag(of: trie.units[ends[index]]) == UInt8(index % 17))
    }
    for _ in 0..<500 {
      let length = Int.random(in: 1...6, using: &generator)
      let codes = (0..<length).map { _ in UInt16.random(in: 0...60, using: &generator) }
      #expect((trie.unit(of: codes) != nil) == words.contains(codes))
    }
  }

  @Test func `so many words that the search for room gives up still find their places`() throws {
    var generator = SeededGenerator(seed: 7)
    var words: Set<[UInt16]> = []
    while words.count < 20_000 {
      let length = Int.random(in: 2...5, using: &generator)
      words.insert((0..<length).map { _ in UInt16.random(in: 1...300, using: &generator) })
    }
    let sorted = words.sorted { $0.lexicographicallyPrecedes($1) }
    var builder = DoubleArrayBuilder.quick(codeCount: 300)
    let (trie, ends) = try builder.build(
      sorted.map { DoubleArrayBuilder.Word(codes: $0, weight: 1) })
    #expect(sorted.map { trie.unit(of: $0) } == ends)
    #expect(Set(ends).count == ends.count)
  }

  @Test func `an empty set of words has none`() throws {
    var builder = DoubleArrayBuilder(codeCount: 10)
    let trie = try builder.build([]).array
    #expect(trie.unit(of: [1]) == nil)
  }
}
