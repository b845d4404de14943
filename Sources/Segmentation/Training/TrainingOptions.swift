/// How to train.
public struct TrainingOptions: Hashable, Sendable {
  /// Rounds over the training text; fewer if the held-out text does not gain any more.
  public var rounds = 12
  /// The order of the sentences follows from it.
  public var seed: UInt64 = 1
  /// Trainings with other orders of the sentences, whose weights are averaged.
  public var runs = 1
  /// By how much the right labels must win over each wrong one.
  public var margin: Float = 3
  /// An n-gram that occurs less often gets no weights.
  public var minimumCount = 2
  /// Sentences decoded with the same weights, side by side, between two corrections: a part of the
  /// result, unlike the number of threads. A text of few sentences has smaller batches, for it learns
  /// less from each round.
  public var batchSize = 4
  public var threads = 1
  /// The n-grams of the first standard are pruned to about this many bytes.
  public var ngramBytes = 6_500_000
  /// Those of each further standard.
  public var guidedNgramBytes = 800_000

  /// Rounds of a tagger, and of one that learns from fewer than `fewSentences`.
  public var tagRounds = 4
  public var tagRoundsOfFew = 10
  static let fewSentences = 10_000
  /// About how many bytes the first standard's tagger has, and each further one's.
  public var tagBytes = 1_300_000
  public var guidedTagBytes = 700_000
  /// About how many bytes the tagger of a further standard's names has.
  public var nameBytes = 300_000

  public init() {}
}
