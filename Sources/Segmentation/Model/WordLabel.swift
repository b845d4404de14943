/// The label of a unit: its place in its word, and whether the word is a name.
///
/// Raw values 0–3 are begin, middle, end and single of a common word, 4–7 those of a name. Eight labels
/// fill one vector of 16-bit scores.
enum WordLabel {
  static let begin: UInt8 = 0
  static let middle: UInt8 = 1
  static let end: UInt8 = 2
  static let single: UInt8 = 3
  static let name: UInt8 = 4
  static let count = 8

  /// Whether a word may end with the label.
  @inline(__always)
  static func isLast(_ label: UInt8) -> Bool { label & 2 != 0 }

  /// Whether a word may begin with the label.
  @inline(__always)
  static func isFirst(_ label: UInt8) -> Bool { label & 3 == begin || label & 3 == single }

  /// The label of the unit at `index` of a word of `length` units.
  static func label(at index: Int, of length: Int, isName: Bool) -> UInt8 {
    let place =
      length == 1 ? single : index == 0 ? begin : index == length - 1 ? end : middle
    return isName ? place + name : place
  }

  /// Whether the second label may follow the first.
  static func mayFollow(_ second: UInt8, after first: UInt8) -> Bool {
    isLast(first)
      ? isFirst(second) : !isFirst(second) && first & name == second & name
  }
}
