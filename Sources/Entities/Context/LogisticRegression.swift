/// Logistic regression with an L2 penalty of each weight's own: the weights that make Σ ln(1 + e^(-y·(o + x·w)))
/// + ½ Σ λᵢwᵢ² least, by Newton's method with conjugate gradients. Deterministic.
///
/// Source: C.-J. Lin, R. C. Weng, S. S. Keerthi (2008), "Trust region Newton method for large-scale logistic
/// regression", JMLR 9:627–650, without the trust region: the penalty keeps the steps short.
struct LogisticRegression {
  /// An observation.
  struct Row {
    /// The inputs that are not 0, each with its index.
    var inputs: [(index: Int, value: Double)]
    /// What is added to the log odds before the weights.
    var offset = 0.0
    var isPositive: Bool
  }

  private static let newtonSteps = 20
  private static let gradientSteps = 100
  private static let tolerance = 1e-6

  /// The weights.
  ///
  /// - Parameters:
  ///   - rows: The observations.
  ///   - penalties: λ of each input, above 0.
  /// - Complexity: O(*n*) in the number of inputs of all rows, some hundred times.
  static func weights(of rows: [Row], penalties: [Double]) -> [Double] {
    var weights = [Double](repeating: 0, count: penalties.count)
    for _ in 0..<newtonSteps {
      var gradient = zip(penalties, weights).map { $0 * $1 }
      var curvatures: [Double] = []
      curvatures.reserveCapacity(rows.count)
      for row in rows {
        let sum = row.inputs.reduce(row.offset) { $0 + weights[$1.index] * $1.value }
        let probability = Double(logistic(Float(sum)))
        let error = probability - (row.isPositive ? 1 : 0)
        for input in row.inputs { gradient[input.index] += error * input.value }
        curvatures.append(max(probability * (1 - probability), 1e-6))
      }
      guard length(gradient) > tolerance * Double(rows.count + 1) else { break }
      let step = solution(
        of: gradient, rows: rows, curvatures: curvatures, penalties: penalties)
      for index in weights.indices { weights[index] -= step[index] }
    }
    return weights
  }

  /// The solution of H·x = g, where H is the matrix of second derivatives.
  private static func solution(
    of gradient: [Double], rows: [Row], curvatures: [Double], penalties: [Double]
  ) -> [Double] {
    var solution = [Double](repeating: 0, count: gradient.count)
    var residual = gradient
    var direction = gradient
    var norm = residual.reduce(0) { $0 + $1 * $1 }
    let target = norm * 1e-8
    for _ in 0..<gradientSteps where norm > target {
      var image = zip(penalties, direction).map { $0 * $1 }
      for (row, curvature) in zip(rows, curvatures) {
        let sum = row.inputs.reduce(0) { $0 + direction[$1.index] * $1.value } * curvature
        for input in row.inputs { image[input.index] += sum * input.value }
      }
      let step = norm / zip(direction, image).reduce(0) { $0 + $1.0 * $1.1 }
      for index in solution.indices {
        solution[index] += step * direction[index]
        residual[index] -= step * image[index]
      }
      let next = residual.reduce(0) { $0 + $1 * $1 }
      for index in direction.indices {
        direction[index] = residual[index] + next / norm * direction[index]
      }
      norm = next
    }
    return solution
  }

  private static func length(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// 1 / (1 + e^-x).
  static func logistic(_ value: Float) -> Float {
    // Beyond these the result is 0 or 1 to the last bit.
    if value > 20 { return 1 }
    if value < -20 { return 0 }
    return 1 / (1 + exponential(-value))
  }

  /// e to the power of a number between -20 and 20, by squaring: no module below this one has it.
  private static func exponential(_ value: Float) -> Float {
    var x = Double(value) / 1024
    x = 1 + x + x * x / 2 + x * x * x / 6
    for _ in 0..<10 { x *= x }
    return Float(x)
  }
}
