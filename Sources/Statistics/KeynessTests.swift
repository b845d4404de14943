/// The tests of all terms in all contrasts, and the adjustment of their p-values.
struct KeynessTests {
  /// For each term, for each contrast: the target against the reference.
  let keyness: [[Keyness]]
  /// For each term, the test over all groups; nil if there are two.
  let omnibus: [OmnibusTest]?
  /// The number of tests in the family of the keyness p-values.
  let familySize: Int

  /// - Parameters:
  ///   - counts: For each term, its occurrences in each group.
  ///   - words: The words of each group.
  ///   - contrasts: What is tested against what. A mirror image is no test of its own.
  ///   - adjustment: How the p-values are adjusted.
  init(
    counts: [[Int]], words: [Int], contrasts: [ComparisonContrast],
    adjustment: PValueAdjustment
  ) {
    let targetWords = contrasts.map { words[$0.target] }
    let referenceWords = contrasts.map { $0.references.reduce(0) { $0 + words[$1] } }
    // The place of the contrast that gives the p-value, and the sign of its G².
    let tested = contrasts.indices.map { index in
      contrasts[index].isMirror
        ? contrasts[..<index].firstIndex { $0 == contrasts[index].mirrored } ?? index : index
    }
    let places = contrasts.indices.filter { tested[$0] == $0 }
    let references = counts.map { row in
      contrasts.map { $0.references.reduce(0) { $0 + row[$1] } }
    }
    var values = counts.map { _ in [Double](repeating: 0, count: contrasts.count) }
    var pValues: [Double] = []
    pValues.reserveCapacity(counts.count * places.count)
    for term in counts.indices {
      for place in places {
        let value = LogLikelihood.signed(
          target: counts[term][contrasts[place].target], targetWords: targetWords[place],
          reference: references[term][place], referenceWords: referenceWords[place])
        values[term][place] = value
        pValues.append(LogLikelihood.pValue(of: value, degreesOfFreedom: 1))
      }
    }
    let adjusted = adjustment.adjusted(pValues)
    let familySize = pValues.count
    self.familySize = familySize
    let priorWords = words.reduce(0, +)
    keyness = counts.indices.map { term in
      let prior = counts[term].reduce(0, +)
      return contrasts.indices.map { index in
        let place = tested[index]
        let test = term * places.count + (places.firstIndex(of: place) ?? 0)
        let target = counts[term][contrasts[index].target]
        let reference = references[term][index]
        return Keyness(
          logLikelihood: place == index ? values[term][index] : -values[term][place],
          pValue: pValues[test], adjustedPValue: adjusted[test],
          logRatio: LogRatio(
            target: target, targetWords: targetWords[index], reference: reference,
            referenceWords: referenceWords[index]),
          conservativeLogRatio: ConservativeLogRatio.value(
            target: target, targetWords: targetWords[index], reference: reference,
            referenceWords: referenceWords[index],
            tests: adjustment == .none ? 1 : familySize),
          logOdds: LogOdds.zScore(
            target: target, targetWords: targetWords[index], reference: reference,
            referenceWords: referenceWords[index], prior: prior, priorWords: priorWords))
      }
    }
    omnibus =
      words.count == 2
      ? nil : Self.omnibusTests(counts: counts, words: words, adjustment: adjustment)
  }

  private static func omnibusTests(
    counts: [[Int]], words: [Int], adjustment: PValueAdjustment
  ) -> [OmnibusTest] {
    let values = counts.map { LogLikelihood.omnibus(counts: $0, words: words) }
    let pValues = values.map {
      LogLikelihood.pValue(of: $0, degreesOfFreedom: words.count - 1)
    }
    let adjusted = adjustment.adjusted(pValues)
    return values.indices.map {
      OmnibusTest(
        logLikelihood: values[$0], degreesOfFreedom: words.count - 1, pValue: pValues[$0],
        adjustedPValue: adjusted[$0])
    }
  }
}
