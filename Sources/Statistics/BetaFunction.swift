/// The regularised incomplete beta function, which gives the tails of the binomial and of Student's
/// distribution.
enum BetaFunction {
  /// I(*x*; *a*, *b*), for *a*, *b* > 0: from 0 to 1, rising with *x*.
  ///
  /// Source: the continued fraction NIST DLMF 8.17.22, evaluated by the modified method of Lentz
  /// (Thompson & Barnett 1986); beyond the mean by the symmetry I(*x*; *a*, *b*) = 1 − I(1 − *x*; *b*,
  /// *a*), DLMF 8.17.4, where it converges quickly.
  static func regularized(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return x <= (a + 1) / (a + b + 2)
      ? lower(x, a, b) : 1 - lower(1 - x, b, a)
  }

  /// 1 − I(*x*; *a*, *b*). Small values keep their relative accuracy.
  static func complement(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    return x <= (a + 1) / (a + b + 2)
      ? 1 - lower(x, a, b) : lower(1 - x, b, a)
  }

  /// The odds *x*/(1 − *x*) of the *x* with I(*x*; *a*, *b*) = *p*, for 0 < *p* < 1.
  ///
  /// Odds rather than *x*, because they keep their accuracy at both ends. Newton's method on their
  /// logarithm, inside a bracket that halves whenever a step would leave it.
  static func quantileOdds(probability p: Double, _ a: Double, _ b: Double) -> Double {
    // The logarithm of the odds of a beta variable is nearly normal, around ln(a/b).
    var position = Mathematics.naturalLogarithm(a / b)
    var lower = -Double.infinity
    var upper = Double.infinity
    var reach = 1.0
    let scale = logarithm(a, b)
    for _ in 0..<300 {
      let odds = Mathematics.exponential(position)
      let x = odds / (1 + odds)
      // By the smaller tail, so that neither end loses digits.
      let error =
        p < 0.5 ? regularized(x, a, b) - p : (1 - p) - complement(x, a, b)
      if error == 0 { break }
      if error < 0 { lower = position } else { upper = position }
      // d I / d ln(odds) = xᵃ (1 − x)ᵇ / B(a, b).
      let slope = Mathematics.exponential(
        a * Mathematics.naturalLogarithm(x) - b * Mathematics.logarithmOfOnePlus(odds) - scale)
      var next = position - error / slope
      if !(next > lower && next < upper) {
        if lower.isFinite, upper.isFinite {
          next = (lower + upper) / 2
        } else {
          next = error < 0 ? position + reach : position - reach
          reach *= 2
        }
      }
      let step = abs(next - position)
      position = next
      if step <= 1e-15 * max(1, abs(position)) { break }
    }
    return Mathematics.exponential(position)
  }

  /// ln B(*a*, *b*).
  private static func logarithm(_ a: Double, _ b: Double) -> Double {
    GammaFunction.logarithm(a) + GammaFunction.logarithm(b) - GammaFunction.logarithm(a + b)
  }

  /// I by the continued fraction.
  private static func lower(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let factor = Mathematics.exponential(
      a * Mathematics.naturalLogarithm(x) + b * Mathematics.logarithmOfOnePlus(-x)
        - logarithm(a, b))
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var value = d
    var step = 1.0
    while step < 1e6 {
      let even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
      d = 1 + even * d
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = 1 + even / c
      if abs(c) < tiny { c = tiny }
      value *= c * d
      let odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
      d = 1 + odd * d
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = 1 + odd / c
      if abs(c) < tiny { c = tiny }
      let change = c * d
      value *= change
      if abs(change - 1) < 1e-16 { break }
      step += 1
    }
    return min(1, max(0, factor * value / a))
  }
}
