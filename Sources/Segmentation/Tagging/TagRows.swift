/// Which keys of a tagger have weights, and for which places: the word before, the word itself, the one
/// after. Only what matters has a row, so that a model of a few megabytes knows many words.
struct TagRows {
  /// In order, each once.
  let keys: [UInt64]
  /// For each key a bit for each place that has a row.
  let masks: [UInt8]
  /// For each key the number of its first row, and after the last one the number of all rows.
  let firstRow: [Int32]

  static let allPlaces: UInt8 = 1 << UInt8(TagFeatures.places) - 1

  /// - Parameter masks: None of them 0.
  init(keys: [UInt64], masks: [UInt8]) {
    self.keys = keys
    self.masks = masks
    var firstRow: [Int32] = [0]
    firstRow.reserveCapacity(keys.count + 1)
    for mask in masks {
      firstRow.append(firstRow[firstRow.count - 1] + Int32(mask.nonzeroBitCount))
    }
    self.firstRow = firstRow
  }

  var count: Int { Int(firstRow[keys.count]) }

  /// Calls `body` with each place of a key and the number of its row.
  @inline(__always)
  func forEachRow(ofKey key: Int, _ body: (_ place: Int, _ row: Int) -> Void) {
    Self.forEachRow(of: masks[key], from: Int(firstRow[key]), body)
  }

  /// Calls `body` with the places of a mask and the numbers of their rows.
  @inline(__always)
  static func forEachRow(
    of mask: UInt8, from first: Int, _ body: (_ place: Int, _ row: Int) -> Void
  ) {
    var rest = mask
    var row = first
    while rest != 0 {
      body(rest.trailingZeroBitCount, row)
      rest &= rest &- 1
      row &+= 1
    }
  }
}
