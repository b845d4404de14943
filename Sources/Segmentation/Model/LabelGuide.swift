internal import Lexicons

/// How the labels that one standard has found count for another.
///
/// Source: Jiang, Huang, Liu, "Automatic adaptation of annotation standards" (2009): a model of a large
/// corpus labels the text, and its labels are features of a model of a small one.
struct LabelGuide {
  /// For each three labels in a row a row.
  let triples: MappedArray<Int16>
  /// For each code and label (8 · code + label) the number of its rows, 0 for none.
  let pairs: MappedArray<UInt16>
  /// For each code and label known three rows: the unit before, here, after. The first three are zero.
  let pairRows: MappedArray<Int8>

  static let pairRowCount = 3

  /// The row of three labels.
  @inline(__always)
  static func tripleRow(_ before: UInt8, _ here: UInt8, _ after: UInt8) -> Int {
    Int(before) &<< 8 | Int(here) &<< 4 | Int(after)
  }

  static let tripleCount = 1 << 12
}
