/// An order of the terms that are typical of a group. Equal rows follow the order of terms.
public enum ComparisonOrder: String, Sendable, Hashable, CaseIterable {
  /// The surest difference first: by G². Favours frequent terms.
  case logLikelihood
  /// The largest difference first: by log ratio. Favours rare terms.
  case logRatio
  /// The most frequent in the group first.
  case termFrequency

  /// The number to sort by, larger first.
  func key(of cell: ComparisonCell) -> Double {
    switch self {
    case .logLikelihood: cell.keyness.logLikelihood
    case .logRatio: cell.keyness.logRatio.value
    case .termFrequency: Double(cell.termFrequency)
    }
  }
}
