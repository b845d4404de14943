/// Student's t distribution.
enum StudentDistribution {
  /// The probability that a variable with so many degrees of freedom lies further from 0 than `t`, on
  /// either side: I(ν/(ν + t²); ν/2, ½).
  ///
  /// Source: NIST Handbook of Statistical Methods, 1.3.6.6.4; Abramowitz & Stegun (1964), 26.7.1.
  static func twoSidedTail(_ t: Double, degreesOfFreedom: Int) -> Double {
    let degrees = Double(degreesOfFreedom)
    return BetaFunction.regularized(degrees / (degrees + t * t), degrees / 2, 0.5)
  }

  /// The *t* that a variable exceeds, on either side, with probability 0.05.
  static func quantile95(degreesOfFreedom: Int) -> Double {
    let degrees = Double(degreesOfFreedom)
    // With x = ν/(ν + t²), t² = ν (1 − x)/x: ν over the odds of x.
    return (degrees / BetaFunction.quantileOdds(probability: 0.05, degrees / 2, 0.5)).squareRoot()
  }
}
