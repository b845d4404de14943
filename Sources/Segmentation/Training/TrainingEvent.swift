/// What happens while a model is trained.
public enum TrainingEvent: Sendable {
  case read(sentences: Int, heldOut: Int)
  case features(bigrams: Int, trigrams: Int)
  /// How far the round under way is, from 0 to 1.
  case progress(Double)
  /// The share of sentences that were corrected, and F1 of the held-out words; nil if nothing is held out.
  case round(number: Int, mistakes: Double, heldOutF1: Double?)
  /// The weights of several runs were averaged.
  case mean(runs: Int, heldOutF1: Double?)
  /// The share of words that were corrected, and of the held-out words those that are tagged right.
  case tagRound(number: Int, mistakes: Double, heldOutAccuracy: Double?)
}
