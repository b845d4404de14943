/// How evenly the occurrences of a term are spread over the parts of a corpus.
///
/// Of the *f* occurrences of a term, part *i* of *k* holds *f*ᵢ; of the *n* words of the corpus it holds *n*ᵢ.
public struct Dispersion: Sendable, Hashable {
  /// The number of parts that hold the term.
  public let range: Int
  /// Deviation of proportions: ½ Σ |*f*ᵢ/*f* − *n*ᵢ/*n*|. **0 is even**: each part holds what its size lets
  /// expect; near 1 is clumped.
  ///
  /// Source: S. Th. Gries (2008), "Dispersions and adjusted frequencies in corpora", International Journal of
  /// Corpus Linguistics 13:403–437.
  public let dp: Double
  /// DP / (1 − min *n*ᵢ/*n*): DP so that all occurrences in the smallest part give 1. **0 is even.** nil for a
  /// single part.
  ///
  /// Source: J. Lijffijt & S. Th. Gries (2012), IJCL 17:147–149.
  public let dpNorm: Double?
  /// Juilland's D: 1 − *V*/√(*k* − 1), where *V* is the coefficient of variation (with the standard deviation
  /// of a population) of the rates *f*ᵢ/*n*ᵢ. **1 is even**, 0 is all in one part. nil for a single part.
  ///
  /// Source: A. Juilland & E. Chang-Rodríguez (1964), Frequency Dictionary of Spanish Words; with rates, for
  /// parts of unequal size, as in S. Th. Gries (2020), "Analyzing dispersion".
  public let juillandD: Double?

  public init(range: Int, dp: Double, dpNorm: Double?, juillandD: Double?) {
    self.range = range
    self.dp = dp
    self.dpNorm = dpNorm
    self.juillandD = juillandD
  }
}
