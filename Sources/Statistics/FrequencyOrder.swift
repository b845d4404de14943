/// An order of the rows of a frequency table. Rows that are equal in it follow the order of terms, so
/// every order is total.
public enum FrequencyOrder: String, Sendable, Hashable, CaseIterable {
  /// The most frequent first.
  case termFrequency
  /// The term of the most documents first; of equal ones, the more frequent first.
  case documentFrequency
  /// By the term itself.
  case term

  /// Whether the left row comes before the right one.
  func areInOrder(_ left: FrequencyRow, _ right: FrequencyRow) -> Bool {
    switch self {
    case .termFrequency:
      if left.termFrequency != right.termFrequency {
        return left.termFrequency > right.termFrequency
      }
    case .documentFrequency:
      if left.documentFrequency != right.documentFrequency {
        return left.documentFrequency > right.documentFrequency
      }
      if left.termFrequency != right.termFrequency {
        return left.termFrequency > right.termFrequency
      }
    case .term:
      break
    }
    return left.term < right.term
  }
}
