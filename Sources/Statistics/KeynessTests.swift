/// The tests of all terms in all groups, and the adjustment of their p-values.
struct KeynessTests {
  /// For each term, for each group: the group against the others together.
  let keyness: [[Keyness]]
  /// For each term, the test over all groups; nil if there are two.
  let omnibus: [OmnibusTest]?
  /// The number of tests in the family of the keyness p-values.
  let familySize: Int

  /// - Parameters:
  ///   - counts: For each term, its occurrences in each group.
  ///   - words: The words of each group.
  init(counts: [[Int]], words: [Int]) {
    let allWords = words.reduce(0, +)
    // Of two groups, the second against the first is the same test as the first against the second.
    let testsPerTerm = words.count == 2 ? 1 : words.count
    var values: [[Double]] = []
    var pValues: [Double] = []
    for row in counts {
      let all = row.reduce(0, +)
      var signed = words.indices.prefix(testsPerTerm).map { group in
        LogLikelihood.signed(
          target: row[group], targetWords: words[group], reference: all - row[group],
          referenceWords: allWords - words[group])
      }
      if testsPerTerm == 1 { signed.append(-signed[0]) }
      values.append(signed)
      for value in signed.prefix(testsPerTerm) {
        pValues.append(LogLikelihood.pValue(of: value, degreesOfFreedom: 1))
      }
    }
    let adjusted = HolmAdjustment.adjusted(pValues)
    familySize = pValues.count
    keyness = counts.indices.map { term in
      let all = counts[term].reduce(0, +)
      return words.indices.map { group in
        let test = term * testsPerTerm + min(group, testsPerTerm - 1)
        return Keyness(
          logLikelihood: values[term][group], pValue: pValues[test],
          adjustedPValue: adjusted[test],
          logRatio: LogRatio(
            target: counts[term][group], targetWords: words[group],
            reference: all - counts[term][group], referenceWords: allWords - words[group]))
      }
    }
    omnibus = words.count == 2 ? nil : Self.omnibusTests(counts: counts, words: words)
  }

  private static func omnibusTests(counts: [[Int]], words: [Int]) -> [OmnibusTest] {
    let values = counts.map { LogLikelihood.omnibus(counts: $0, words: words) }
    let pValues = values.map {
      LogLikelihood.pValue(of: $0, degreesOfFreedom: words.count - 1)
    }
    let adjusted = HolmAdjustment.adjusted(pValues)
    return values.indices.map {
      OmnibusTest(
        logLikelihood: values[$0], degreesOfFreedom: words.count - 1, pValue: pValues[$0],
        adjustedPValue: adjusted[$0])
    }
  }
}
