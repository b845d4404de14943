internal import Lexicons

/// Decides whether the ambiguous names of a window mean their entities.
struct ContextJudge {
  private let features: ContextFeatures
  private var cues: CueFinder
  /// The tokens of the names beyond doubt.
  private let names: [Range<Int>]

  init(features: ContextFeatures, cues: CueFinder, names: [Range<Int>]) {
    self.features = features
    self.cues = cues
    self.names = names
  }

  /// The features of a name.
  mutating func features(
    of name: Range<Int>, sentence: Int, alias: Gazetteer.Alias, gazetteer: Gazetteer, number: Int
  ) -> [String] {
    let cue = cues.cue(for: alias, of: gazetteer, number: number, near: sentence)
    return features.features(of: name, sentence: sentence, cue: cue, names: names)
  }

  /// How likely a name means its entity, from 0 to 1.
  ///
  /// - Parameters:
  ///   - isCertain: Whether the document names the entity beyond doubt.
  ///   - model: What was learnt; nil to go by the cues alone.
  mutating func score(
    of name: Range<Int>, sentence: Int, alias: Gazetteer.Alias, gazetteer: Gazetteer, number: Int,
    isCertain: Bool, by model: ContextModel?
  ) -> Float {
    guard let model else {
      let cue = cues.cue(for: alias, of: gazetteer, number: number, near: sentence)
      return isCertain || cue != .none ? 0.9 : 0.1
    }
    return model.probability(
      of: features(
        of: name, sentence: sentence, alias: alias, gazetteer: gazetteer, number: number),
      isCertain: isCertain)
  }
}
