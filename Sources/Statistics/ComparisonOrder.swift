/// An order of the terms that are typical of a group. Rows that it takes as equal follow G², then the
/// order of terms.
public enum ComparisonOrder: String, Sendable, Hashable, CaseIterable {
  /// By the conservative log ratio: the largest difference that the counts are sure of first.
  case conservativeLogRatio
  /// By G²: the surest difference first. Favours frequent terms.
  case logLikelihood
  /// By log ratio: the largest difference first. Favours rare terms.
  case logRatio
  /// By the log-odds ratio with a Dirichlet prior, in standard deviations.
  case logOdds
  /// The most frequent in the group first.
  case termFrequency

  /// The number to sort by, larger first.
  func key(of row: ComparisonRow, in contrast: Int, target: Int) -> Double {
    let keyness = row.keyness[contrast]
    return switch self {
    case .conservativeLogRatio: keyness.conservativeLogRatio
    case .logLikelihood: keyness.logLikelihood
    case .logRatio: keyness.logRatio.value
    case .logOdds: keyness.logOdds
    case .termFrequency: Double(row.cells[target].termFrequency)
    }
  }
}
