/// An annotated file to learn from.
public struct TrainingCorpus: Sendable {
  public var corpus: AnnotatedCorpus
  /// The word standard that it follows.
  public var standard: String
  /// How much a mistake in it counts.
  public var weight: Double

  public init(_ corpus: AnnotatedCorpus, standard: String, weight: Double = 1) {
    self.corpus = corpus
    self.standard = standard
    self.weight = weight
  }
}
