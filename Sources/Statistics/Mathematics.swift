import Platform

/// The few functions that this module takes from the system's mathematics library. All in one place,
/// so that no other file depends on the platform.
enum Mathematics {
  /// ln *x*.
  static func naturalLogarithm(_ x: Double) -> Double { log(x) }

  /// ln (1 + *x*), exact for small *x*.
  static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }

  /// log₂ *x*.
  static func binaryLogarithm(_ x: Double) -> Double { log2(x) }

  /// e to the power of *x*.
  static func exponential(_ x: Double) -> Double { exp(x) }

  /// ln 2.
  static let naturalLogarithmOf2 = 0.693_147_180_559_945_3
}
