/// The χ² distribution, and through it the normal one.
enum ChiSquared {
  /// The probability that a χ² variable exceeds `value`: Q(df/2, value/2). From 1 down to 0.
  ///
  /// Source: NIST Handbook of Statistical Methods, 1.3.6.6.6; NIST DLMF 8.2.4 for Q.
  static func upperTail(_ value: Double, degreesOfFreedom: Int) -> Double {
    GammaFunction.upperRegularized(Double(degreesOfFreedom) / 2, value / 2)
  }

  /// The probability that a standard normal variable lies further from 0 than `z`, on either side.
  /// The square of a normal variable is a χ² variable with one degree of freedom.
  static func twoSidedNormalTail(_ z: Double) -> Double {
    upperTail(z * z, degreesOfFreedom: 1)
  }

  /// The *z* that a standard normal variable exceeds, on either side, with probability 0.05.
  static let normalQuantile95 = 1.959_963_984_540_054
}
