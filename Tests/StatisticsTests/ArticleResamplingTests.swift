import TestSupport
import Testing
import TextModel

@testable import Statistics

/// Expected values are those of all exchanges and all draws, enumerated in NumPy.
@Suite struct ArticleResamplingTests {
  /// A document in which 甲乙 occurs `count` times among `words` words.
  private struct Sketch {
    var group: String
    var source: String?
    var count: Int
    var words: Int
  }

  private func counts(_ sketches: [Sketch]) -> GroupedCounts {
    var counts = GroupedCounts(keepsArticles: true)
    for sketch in sketches {
      let words =
        Array(repeating: "甲乙", count: sketch.count)
        + Array(repeating: "丙丁", count: sketch.words - sketch.count)
      counts.add(to: sketch.group, from: sketch.source) { add in
        add(analysis(words.joined(separator: " ")))
      }
    }
    return counts
  }

  private func comparison(
    _ sketches: [Sketch], rounds: Int, threads: Int = 2, seed: UInt64 = 1
  ) async throws -> Comparison {
    let counts = counts(sketches)
    var options = Comparison.Options()
    options.filter = .none
    var comparison = try Comparison(
      of: counts.groups, articles: counts.articles, options: options)
    await comparison.resample(.init(rounds: rounds, seed: seed), threads: threads)
    return comparison
  }

  private func evidence(of comparison: Comparison, contrast: Int = 0) throws -> ArticleEvidence {
    try #require(comparison.rows.first { $0.term.text == "甲乙" }).articles[contrast]
  }

  private let small = [
    ("a", 5, 20), ("a", 0, 15), ("a", 2, 30), ("a", 1, 10), ("b", 0, 25), ("b", 0, 12),
    ("b", 1, 18), ("b", 0, 20), ("b", 0, 30),
  ].map { Sketch(group: $0.0, source: nil, count: $0.1, words: $0.2) }

  @Test func `all exchanges give the mean, the deviation and p`() async throws {
    let evidence = try evidence(of: try await comparison(small, rounds: 20_000))
    #expect(abs(evidence.zScore - 1.709_715_997_757_284_9) < 1e-9)
    #expect(abs(evidence.pValue - 5.0 / 126) < 0.005)
  }

  @Test func `articles change sides within their source`() async throws {
    let sketches = [
      ("a", "x", 5, 20), ("a", "x", 0, 15), ("a", "x", 2, 30), ("b", "x", 1, 10),
      ("b", "x", 0, 25), ("a", "y", 3, 12), ("b", "y", 3, 18), ("b", "y", 0, 20),
      ("b", "y", 2, 30), ("b", "y", 4, 14), ("a", "z", 0, 9), ("b", "w", 0, 9),
    ].map { Sketch(group: $0.0, source: $0.1, count: $0.2, words: $0.3) }
    let comparison = try await comparison(sketches, rounds: 20_000)
    #expect(comparison.stratifiedContrasts == [true, true])
    let evidence = try evidence(of: comparison)
    #expect(abs(evidence.zScore - 1.037_648_335_021_052_4) < 1e-9)
    #expect(abs(evidence.pValue - 0.34) < 0.012)
  }

  @Test func `sources on one side only are no strata`() async throws {
    let sketches = small.map { sketch in
      var sketch = sketch
      sketch.source = sketch.group
      return sketch
    }
    let comparison = try await comparison(sketches + sketches, rounds: 10)
    #expect(comparison.stratifiedContrasts == [false, false])
  }

  @Test func `all draws give the interval`() async throws {
    var sketches = small
    let counts = [1, 0, 1, 2, 0]
    for index in 0..<5 { sketches[index + 4].count = counts[index] }
    let evidence = try evidence(of: try await comparison(sketches, rounds: 60_000))
    let interval = try #require(evidence.logRatioInterval)
    #expect(abs(interval.lowerBound + 0.504_663_046_033_158_9) < 0.05)
    #expect(abs(interval.upperBound - 3.320_521_273_673_116_4) < 0.05)
  }

  @Test func `a term of one side has no interval by articles`() async throws {
    var sketches = small
    sketches[6].count = 0
    #expect(try evidence(of: try await comparison(sketches, rounds: 10)).logRatioInterval == nil)
  }

  /// By the words alone 30 against 0 is as sure as can be.
  @Test func `a term repeated in one article is no strong evidence`() async throws {
    var sketches = (0..<40).map { index in
      Sketch(group: index % 2 == 0 ? "a" : "b", source: nil, count: 0, words: 100)
    }
    sketches[0].count = 30
    let comparison = try await comparison(sketches, rounds: 999)
    let row = try #require(comparison.rows.first { $0.term.text == "甲乙" })
    #expect(row.keyness[0].adjustedPValue < 1e-8)
    #expect(row.articles[0].pValue > 0.5)
    #expect(row.articles[0].adjustedPValue >= row.articles[0].pValue)
    #expect(!comparison.terms(typicalIn: 0).contains { $0.term.text == "甲乙" })
    // The same occurrences in as many articles are.
    for index in stride(from: 0, to: 40, by: 2) { sketches[index].count = index < 20 ? 2 : 1 }
    let spread = try await self.comparison(sketches, rounds: 999)
    #expect(try evidence(of: spread).pValue == 0.001)
    #expect(spread.terms(typicalIn: 0).contains { $0.term.text == "甲乙" })
  }

  @Test func `neither threads nor the order of articles matter`() async throws {
    var generator = SeededGenerator(seed: 5)
    let sketches = (0..<60).map { index in
      Sketch(
        group: ["a", "b", "c"][index % 3], source: ["x", "y"][index / 3 % 2],
        count: Int.random(in: 0..<5, using: &generator),
        words: Int.random(in: 5..<50, using: &generator))
    }
    let one = try await comparison(sketches, rounds: 130, threads: 1)
    let many = try await comparison(
      sketches.shuffled(using: &generator), rounds: 130, threads: 5)
    #expect(one.rows == many.rows)
    let other = try await comparison(sketches, rounds: 130, seed: 2)
    #expect(one.rows != other.rows)
  }

  @Test func `swapping the groups changes the sign`() async throws {
    let swapped = small.map { sketch in
      var sketch = sketch
      sketch.group = sketch.group == "a" ? "b" : "a"
      return sketch
    }
    let (one, two) = (
      try await comparison(small, rounds: 500), try await comparison(swapped, rounds: 500)
    )
    #expect(abs(try evidence(of: one).zScore + evidence(of: two).zScore) < 1e-9)
    #expect(try evidence(of: one).zScore == -(try evidence(of: one, contrast: 1).zScore))
    #expect(try evidence(of: one).pValue == (try evidence(of: one, contrast: 1).pValue))
  }

  /// 200 corpora without a difference, split at random: the distance of their p-values from the uniform
  /// distribution stays below the 1 % point of Kolmogorov's test, 1.628/√200.
  @Test func `without a difference p is uniform`() async throws {
    var generator = SeededGenerator(seed: 11)
    var pValues: [Double] = []
    for seed in 0..<200 as Range<UInt64> {
      let sketches = (0..<30).map { _ in
        // Bursts: most articles lack the term, some repeat it.
        let count =
          Int.random(in: 0..<3, using: &generator) == 0
          ? Int.random(in: 1..<9, using: &generator) : 0
        return Sketch(
          group: "a", source: nil, count: count,
          words: Int.random(in: 20..<80, using: &generator))
      }
      let split = sketches.shuffled(using: &generator).enumerated().map { index, sketch in
        var sketch = sketch
        if index < 12 { sketch.group = "b" }
        return sketch
      }
      pValues.append(
        try evidence(of: try await comparison(split, rounds: 199, seed: seed)).pValue)
    }
    pValues.sort()
    let distance = pValues.enumerated().reduce(0.0) { largest, item in
      max(
        largest, abs(item.element - Double(item.offset) / 200),
        abs(item.element - Double(item.offset + 1) / 200))
    }
    #expect(distance < 1.628 / Double(200).squareRoot())
  }

  @Test("grouped counts add up in any order", arguments: 0..<10 as Range<UInt64>)
  func merging(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<12).map { _ in randomText(using: &generator) }
    func counts(_ range: Range<Int>) -> GroupedCounts {
      var counts = GroupedCounts(keepsArticles: true)
      for index in range {
        counts.add(to: ["a", nil, "b"][index % 3], from: nil) { $0(analysis(texts[index])) }
      }
      return counts
    }
    var sum = counts(5..<12)
    sum.merge(counts(0..<5))
    let whole = counts(0..<12)
    #expect(sum.groups.map(\.table) == whole.groups.map(\.table))
    #expect(sum.ungroupedCount == 4 && sum.articles?.documentCount == 8)
    let terms = whole.groups[0].table.rows(sortedBy: .term).map(\.term)
    let samples = [sum, whole].compactMap(\.articles).map {
      ArticleSample(of: $0, groups: ["a", "b"], terms: terms)
    }
    #expect(samples[0].postingArticles == samples[1].postingArticles)
    #expect(samples[0].postingCounts == samples[1].postingCounts)
    #expect(samples[0].articles.map(\.words) == samples[1].articles.map(\.words))
  }
}
