/// The gamma function and its regularised incomplete forms, which give the tails of the χ² and Poisson
/// distributions.
///
/// `lgamma` of the C library is not used: on some systems it writes a global variable.
enum GammaFunction {
  /// ln Γ(*x*) for *x* > 0, with a relative error of about 10⁻¹⁵.
  ///
  /// Source: Stirling's series, NIST DLMF 5.11.1, at an argument of 15 or more, where seven terms are
  /// exact; smaller arguments are raised by Γ(*x* + 1) = *x* Γ(*x*), DLMF 5.5.1.
  static func logarithm(_ x: Double) -> Double {
    var argument = x
    var product = 1.0
    while argument < 15 {
      product *= argument
      argument += 1
    }
    let inverse = 1 / argument
    let square = inverse * inverse
    // B₂ₖ / (2k (2k − 1)) for k = 1 … 7, by Horner's rule.
    let coefficients = [
      1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
    ]
    let series = coefficients.reduce(0) { $0 * square + $1 } * inverse
    let halfLogarithmOfTwoPi = 0.918_938_533_204_672_7
    return (argument - 0.5) * Mathematics.naturalLogarithm(argument) - argument
      + halfLogarithmOfTwoPi + series - Mathematics.naturalLogarithm(product)
  }

  /// P(*a*, *x*) = γ(*a*, *x*) / Γ(*a*), for *a* > 0 and *x* ≥ 0: from 0 to 1, rising with *x*.
  static func lowerRegularized(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 0 }
    return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x)
  }

  /// Q(*a*, *x*) = 1 − P(*a*, *x*), for *a* > 0 and *x* ≥ 0: from 1 to 0, falling with *x*. Small
  /// values keep their relative accuracy.
  static func upperRegularized(_ a: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x)
  }

  /// The *x* with P(*a*, *x*) = *p*, for *a* > 0 and 0 < *p* < 1.
  ///
  /// Newton's method inside a bracket that halves whenever a step would leave it. The first guess is
  /// Wilson and Hilferty's (1931) cube-root approximation to the χ² distribution.
  static func quantile(_ a: Double, probability p: Double) -> Double {
    let z = roughNormalQuantile(p)
    let root = 1 - 1 / (9 * a) + z / (3 * a.squareRoot())
    var x = max(a * root * root * root, a * 1e-3)
    var lower = 0.0
    var upper = Double.infinity
    for _ in 0..<200 {
      let error = lowerRegularized(a, x) - p
      if error == 0 { return x }
      if error < 0 { lower = x } else { upper = x }
      let density = Mathematics.exponential(
        (a - 1) * Mathematics.naturalLogarithm(x) - x - logarithm(a))
      var next = x - error / density
      if !(next > lower && next < upper) {
        next = upper.isFinite ? (lower + upper) / 2 : x * 2
      }
      if abs(next - x) <= 1e-14 * x { return next }
      x = next
    }
    return x
  }

  /// *xᵃ e⁻ˣ* / Γ(*a*).
  private static func prefactor(_ a: Double, _ x: Double) -> Double {
    Mathematics.exponential(a * Mathematics.naturalLogarithm(x) - x - logarithm(a))
  }

  /// P by its power series, NIST DLMF 8.11.4; converges quickly for *x* < *a* + 1.
  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var denominator = a
    while abs(term) > abs(sum) * 1e-17 {
      denominator += 1
      term *= x / denominator
      sum += term
    }
    return min(1, sum * prefactor(a, x))
  }

  /// Q by its continued fraction, NIST DLMF 8.9.2 in even form, evaluated by the modified method of
  /// Lentz (Thompson & Barnett 1986); converges quickly for *x* > *a* + 1.
  private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var value = d
    var step = 1.0
    while step < 1e7 {
      let numerator = -step * (step - a)
      b += 2
      d = numerator * d + b
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      let change = c * d
      value *= change
      if abs(change - 1) < 1e-16 { break }
      step += 1
    }
    return min(1, value * prefactor(a, x))
  }

  /// The *z* below which a standard normal variable lies with probability *p*, to ±0.003: a first
  /// guess only.
  ///
  /// Source: Abramowitz & Stegun (1964), 26.2.22.
  private static func roughNormalQuantile(_ p: Double) -> Double {
    let tail = min(p, 1 - p)
    let t = (-2 * Mathematics.naturalLogarithm(tail)).squareRoot()
    let z = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + t * 0.04481))
    return p < 0.5 ? -z : z
  }
}
