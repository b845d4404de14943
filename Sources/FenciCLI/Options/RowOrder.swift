import ArgumentParser
import Fenci

/// The order of counted terms.
enum RowOrder: String, ExpressibleByArgument, CaseIterable {
  case count
  case documents
  case term
  case g2
  case logDice = "log-dice"
  case pmi

  /// The order of single terms; nil for one of n-grams.
  var ofTerms: FrequencyOrder? {
    switch self {
    case .count: .termFrequency
    case .documents: .documentFrequency
    case .term: .term
    case .g2, .logDice, .pmi: nil
    }
  }

  var ofNGrams: NGramOrder {
    switch self {
    case .count: .termFrequency
    case .documents: .documentFrequency
    case .term: .term
    case .g2: .logLikelihood
    case .logDice: .logDice
    case .pmi: .pmi
    }
  }
}
