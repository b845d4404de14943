/// How often a word's string stands in the texts, and where, beside the word itself.
public struct ArtefactEvidence: Sendable, Hashable {
  /// Why a word may be an artefact of segmentation. Raw values appear in reports.
  public enum Suspicion: String, Sendable, Hashable, CaseIterable {
    /// At least `splitShare` of the string's occurrences are cut in other ways: into several words, or across
    /// words. The word's count is too low, or the string is no word.
    case cutApart = "cut-apart"
    /// At most one in `insideRatio` of the string's occurrences is the word; nearly all others lie inside longer
    /// words, from which the rest may have been cut by mistake.
    case inside
  }

  /// The number of times that the word was counted.
  public let termFrequency: Int
  /// The number of times that its string stands in the texts.
  public let stringFrequency: Int
  /// The number of times that its string stands in other counted terms: longer words, and entities by their
  /// canonical names.
  public let inOtherTerms: Int

  /// The least share of occurrences cut apart that is suspicious.
  public static let splitShare = 0.25
  /// A word is suspicious that is rarer than one in this many of its string's occurrences.
  public static let insideRatio = 20

  public init(termFrequency: Int, stringFrequency: Int, inOtherTerms: Int) {
    self.termFrequency = termFrequency
    self.stringFrequency = stringFrequency
    self.inOtherTerms = inOtherTerms
  }

  /// Why the word may be an artefact; nil if there is no sign of it.
  public var suspicion: Suspicion? {
    let cutApart = stringFrequency - termFrequency - inOtherTerms
    // One or two may be chance: 发展中国家 holds 中国.
    if cutApart > 2, Double(cutApart) >= Self.splitShare * Double(stringFrequency) {
      return .cutApart
    }
    return termFrequency * Self.insideRatio < stringFrequency ? .inside : nil
  }
}
