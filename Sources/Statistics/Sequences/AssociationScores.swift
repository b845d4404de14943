/// How strongly the words of a pair go together, by each measure of `Association`.
///
/// Of *N* pairs *f* are the pair in question, *r* have its first word at the first place, and *c* its second
/// word at the second.
public struct AssociationScores: Sendable, Hashable {
  /// G² over the four cells, negative if the pair is rarer than by chance (*f* < *rc*/*N*). How sure the words
  /// belong together; grows with the corpus.
  public let logLikelihood: Double
  /// 14 + log₂(2*f*/(*r* + *c*)): how exclusive the pair is, whatever the size of the corpus.
  public let logDice: Double
  /// log₂(*fN*/(*rc*)): bits above chance. Largest for rare words, so that it means nothing without a minimum
  /// count.
  public let pmi: Double

  /// - Precondition: 0 < `joint` ≤ `first`, `second` ≤ `total`.
  public init(joint: Int, first: Int, second: Int, total: Int) {
    logLikelihood = Association.signedLogLikelihood(
      both: joint, first: first, second: second, total: total)
    logDice = Association.logDice(both: joint, first: first, second: second)
    pmi = Association.pointwiseMutualInformation(
      both: joint, first: first, second: second, total: total)
  }
}
