/// Hamed's and Rao's correction of the variance of Mann's and Kendall's S for rates that follow each other.
enum SerialCorrection {
  /// n/n* = 1 + 2/(n(n − 1)(n − 2)) Σ (n − i)(n − i − 1)(n − i − 2) ρᵢ, over the lags i whose
  /// autocorrelation ρᵢ of the ranks differs from 0 at the level 0.05, |ρᵢ| > 1.96/√n.
  ///
  /// Source: K. H. Hamed & A. R. Rao (1998), Journal of Hydrology 204:182–196.
  ///
  /// - Parameters:
  ///   - residuals: The rates less their trend, in order; gaps left out.
  ///   - lags: The largest lag. The first three are usual; long ones are little more than noise.
  /// - Complexity: O(*n* log *n* + *n* · `lags`).
  static func factor(of residuals: [Double], lags: Int) -> Double {
    let ranks = ranks(of: residuals)
    let count = ranks.count
    guard count > 2 else { return 1 }
    let mean = ranks.reduce(0, +) / Double(count)
    let deviations = ranks.map { $0 - mean }
    let variance = deviations.reduce(0) { $0 + $1 * $1 }
    guard variance > 0 else { return 1 }
    let bound = ChiSquared.normalQuantile95 / Double(count).squareRoot()
    var sum = 0.0
    for lag in 1...max(1, min(lags, count - 1)) {
      var covariance = 0.0
      for index in lag..<count { covariance += deviations[index] * deviations[index - lag] }
      let correlation = covariance / variance
      if abs(correlation) > bound {
        sum += Double((count - lag) * (count - lag - 1) * (count - lag - 2)) * correlation
      }
    }
    return 1 + 2 / Double(count * (count - 1) * (count - 2)) * sum
  }

  /// The ranks from 1; equal numbers share the mean of theirs.
  private static func ranks(of numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = numbers
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
