/// Which words of the lexicon a character may belong to: for each class of length (two, three, four,
/// five and more characters) whether a word begins, goes on or ends there. Twelve bits.
enum WordMask {
  static let count = 1 << 12

  @inline(__always)
  static func begin(_ lengthClass: Int) -> UInt16 {
    1 &<< UInt16(truncatingIfNeeded: lengthClass &* 3)
  }

  @inline(__always)
  static func inside(_ lengthClass: Int) -> UInt16 {
    2 &<< UInt16(truncatingIfNeeded: lengthClass &* 3)
  }

  @inline(__always)
  static func end(_ lengthClass: Int) -> UInt16 {
    4 &<< UInt16(truncatingIfNeeded: lengthClass &* 3)
  }
}
