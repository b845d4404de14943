extension Comparison {
  /// How articles are resampled.
  public struct Resampling: Sendable, Hashable {
    /// The number of rounds, of the permutation test and of the bootstrap each.
    public var rounds: Int
    /// The same seed gives the same rounds.
    public var seed: UInt64
    /// Whether articles are exchanged within their sources only, as far as that is possible.
    public var stratifies: Bool

    public init(rounds: Int, seed: UInt64 = 1, stratifies: Bool = true) {
      self.rounds = rounds
      self.seed = seed
      self.stratifies = stratifies
    }
  }

  /// Tests all terms again, by resampling whole articles. See `ArticleEvidence`.
  ///
  /// The result depends on the articles and the seed alone: not on their order, and not on the number of
  /// threads.
  ///
  /// - Precondition: the comparison was made with the counts of the articles.
  /// - Parameters:
  ///   - resampling: How; at least one round.
  ///   - threads: How many threads work.
  /// - Complexity: for each contrast O(*B* (*d* + *p*)), and *B* · *d* bytes of memory, in rounds, documents
  ///   and pairs of a term and a document with it.
  public mutating func resample(_ resampling: Resampling, threads: Int) async {
    precondition(resampling.rounds > 0, "resampling needs rounds")
    guard let sample = articles else { preconditionFailure("resampling needs articles") }
    self.resampling = resampling
    stratifiedContrasts = []
    var found: [[ArticleEvidence]] = []
    for (index, contrast) in contrasts.enumerated() {
      if let mirror = contrasts[..<index].firstIndex(where: { $0 == contrast.mirrored }) {
        found.append(found[mirror].map(\.mirrored))
        stratifiedContrasts.append(stratifiedContrasts[mirror])
        continue
      }
      let split = ArticleSplit(
        of: contrast, in: sample, stratifies: resampling.stratifies)
      stratifiedContrasts.append(split.isStratified)
      found.append(
        await ArticleResampling(
          sample: sample, split: split, rounds: resampling.rounds, seed: resampling.seed,
          stream: index
        ).evidence(threads: threads))
    }
    for row in rows.indices { rows[row].articles = found.map { $0[row] } }
  }
}
