/// How much each feature of a candidate counts: a linear model.
///
/// The score of a candidate is *s* = Σ *w* · *x* over its features, and its weight in the document is
/// exp *s* / Σ exp *s* over all candidates of the document: the probability that a keyword of the document, drawn at
/// random, is this one (conditional logit). The weights maximise the likelihood of keywords that people chose:
/// `Scripts/fit-keyphrases`.
///
/// Source: D. McFadden (1974), "Conditional logit analysis of qualitative choice behavior", Frontiers in
/// Econometrics, 105–142; as a ranker ListNet's top-one probability, Z. Cao et al. (2007), ICML, 129–136. Features in
/// the tradition of KEA: I. H. Witten et al. (1999), ACM DL, 254–255.
struct KeyphraseModel {
  static let weights: [KeyphraseFeature: Double] = [
    .frequency: 0.406,
    .phraseFrequency: 0.522,
    .titleFrequency: -0.853,
    .once: -0.509,
    .title: 3.606,
    .titleWords: -0.387,
    .titlePart: 0.447,
    .position: -0.338,
    .early: -2.247,
    .earlyPart: 7.830,
    .closing: 1.194,
    .specificity: 0.047,
    .verb: 0.296,
    .adjective: -0.670,
    .person: 1.033,
    .place: 0.653,
    .endsInVerb: -0.698,
    .holdsVerb: -0.543,
    .endsInEntity: -1.059,
    .words: -0.228,
    .short: -0.408,
    .length: -0.185,
    .whole: 0.451,
    .quoted: 0.418,
  ]
  private static let dense = KeyphraseFeature.allCases.map { weights[$0] ?? 0 }

  /// The score of a candidate by its features, in the order of `KeyphraseFeature.allCases`.
  static func score(_ features: [Double]) -> Double {
    var sum = 0.0
    for index in features.indices { sum += dense[index] * features[index] }
    return sum
  }

  /// Writes the features of a candidate, in the order of `KeyphraseFeature.allCases`.
  static func measure(
    _ candidate: KeyphraseCandidates.Candidate, in document: KeyphraseCandidates,
    knowledge: [KeyphraseReader.Knowledge], into features: inout [Double]
  ) {
    features.removeAll(keepingCapacity: true)
    let units = document.units(of: candidate)
    let count = Double(units.count)
    let first = units.first?.form ?? .other
    let last = units.last?.form ?? .other
    let isPhrase = units.count > 1
    let single: KeyphraseUnit.Form? = isPhrase ? nil : first
    let logarithm = Mathematics.naturalLogarithm(Double(candidate.termFrequency))
    let before = Double(candidate.wordsBefore)
    var specificity = 0.0
    for unit in units { specificity += knowledge[unit.term].inverseDocumentFrequency }
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    for feature in KeyphraseFeature.allCases {
      let value: Double =
        switch feature {
        case .frequency: logarithm
        case .phraseFrequency: isPhrase ? logarithm : 0
        case .titleFrequency:
          candidate.isInTitle
            ? Mathematics.logarithmOfOnePlus(Double(candidate.textFrequency)) : 0
        case .once: flag(candidate.termFrequency == 1)
        case .title: flag(candidate.isInTitle)
        case .titleWords: candidate.isInTitle ? count - 1 : 0
        case .titlePart: flag(candidate.isTitlePart)
        case .position: -Mathematics.logarithmOfOnePlus(before / 10)
        case .early: 1 / (1 + before / 20)
        case .earlyPart: 1 / (1 + before / 60)
        case .closing:
          candidate.textFrequency == 0 ? 0 : 1 / (1 + Double(candidate.wordsAfter) / 20)
        case .specificity: specificity / count
        case .verb: flag(single == .verb)
        case .adjective: flag(single == .adjective)
        case .person: flag(single == .person)
        case .place: flag(single == .place)
        case .endsInVerb: flag(isPhrase && (last == .verb || last == .adjective))
        case .holdsVerb: flag(units.dropLast().contains { $0.form == .verb })
        case .endsInEntity: flag(isPhrase && last.isEntity)
        case .words: count - 1
        case .short: flag(candidate.characters == 2)
        case .length: abs(Double(candidate.characters) - 4)
        case .whole: Double(candidate.wholeFrequency) / Double(candidate.termFrequency)
        case .quoted: flag(candidate.isQuoted)
        }
      features.append(value)
    }
  }
}
