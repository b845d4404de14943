/// The random numbers of one round of a resampling: the same for a seed, a contrast and a round, whatever
/// thread draws them.
///
/// SplitMix64, its state begun at a mix of the three. Source: G. L. Steele, D. Lea & C. H. Flood (2014),
/// "Fast splittable pseudorandom number generators", OOPSLA.
struct RoundGenerator {
  private var state: UInt64

  init(seed: UInt64, stream: Int, round: Int) {
    let first = Self.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    let second = Self.mixed(first ^ UInt64(stream))
    state = Self.mixed(second ^ UInt64(round))
  }

  /// A number from 0 to `bound` − 1, each equally likely but for a part in 2³² (Lemire 2019, without the
  /// rejection).
  ///
  /// - Precondition: 0 < `bound` < 2³².
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Int(((Self.mixed(state) >> 32) &* UInt64(bound)) >> 32)
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
