internal import Lexicons
internal import TextModel

/// Decides whether the ambiguous names of a window mean their entities.
struct ContextJudge {
  private let window: TokenWindow
  private let features: ContextFeatures
  private var vector: ContextVector
  private var cues: CueFinder
  /// The tokens of the names beyond doubt.
  private let names: [Range<Int>]

  init(_ window: TokenWindow, vectors: WordVectors, names: [Range<Int>]) {
    self.window = window
    self.names = names
    features = ContextFeatures(window)
    vector = ContextVector(vectors: vectors, window: window)
    cues = CueFinder(window)
  }

  /// The entity that an ambiguous name means if it means one: of several the one with the nearest cue, of equals
  /// the first.
  mutating func likeliestAlias(
    of alias: Gazetteer.Alias, in gazetteer: Gazetteer, number: Int, sentence: Int
  ) -> Gazetteer.Alias {
    var (best, bestCue) = (alias, ContextFeatures.Cue.none)
    var next: Gazetteer.Alias? = alias
    while let candidate = next, candidate.isAmbiguous {
      let cue = cues.cue(for: candidate, of: gazetteer, number: number, near: sentence)
      if cue.nearness > bestCue.nearness { (best, bestCue) = (candidate, cue) }
      next = gazetteer.nextAlias(after: candidate)
    }
    return best
  }

  /// Whether a cue of an alias stands in a sentence or beside it.
  mutating func hasCue(
    for alias: Gazetteer.Alias, of gazetteer: Gazetteer, number: Int, near sentence: Int
  ) -> Bool {
    cues.cue(for: alias, of: gazetteer, number: number, near: sentence) != .none
  }

  /// What is known of a name in its place.
  mutating func sample(
    of name: Range<Int>, sentence: Int, alias: Gazetteer.Alias, gazetteer: Gazetteer, number: Int
  ) -> ContextSample {
    let cue = cues.cue(for: alias, of: gazetteer, number: number, near: sentence)
    return ContextSample(
      name: window.string(of: name),
      features: features.features(of: name, sentence: sentence, cue: cue, names: names),
      vector: vector.direction(at: name, sentence: sentence))
  }

  /// The log odds that a name means its entity.
  ///
  /// - Parameters:
  ///   - isCertain: Whether the document names the entity beyond doubt.
  ///   - model: What was learnt; nil to go by the cues alone.
  mutating func logOdds(
    of name: Range<Int>, sentence: Int, alias: Gazetteer.Alias, gazetteer: Gazetteer, number: Int,
    isCertain: Bool, by model: ContextModel?
  ) -> Float {
    guard let model else {
      let cue = cues.cue(for: alias, of: gazetteer, number: number, near: sentence)
      return isCertain || cue != .none ? 2.2 : -2.2
    }
    return model.logOdds(
      of: sample(
        of: name, sentence: sentence, alias: alias, gazetteer: gazetteer, number: number),
      isCertain: isCertain)
  }
}
