/// How the Chinese parts of a text are cut into words. What is not Chinese is the same for all.
public enum SegmentationEngine: Sendable {
  /// ICU's own dictionary breaker: the baseline.
  case icu
  /// The best path through the lattice of the lexicon's words: the fastest.
  case lattice
  /// A trained model, in one of its standards: the most accurate.
  case model(SequenceModel, standard: WordStandard)
}
