internal import Platform

/// The names of a directory in order, packed: a million take some 30 MB, an array for each would take
/// five times as much.
struct PackedNames {
  private struct Place {
    var start: UInt32
    var count: UInt16
  }

  private var bytes: [UInt8] = []
  private var places: [Place] = []

  var count: Int { places.count }

  /// Adds a name; that of a directory ends with a slash, so that it sorts as the beginning of the paths in
  /// it: `a-b/x` before `a/x`.
  mutating func append(_ name: UnsafeRawBufferPointer, isDirectory: Bool) {
    places.append(
      Place(start: UInt32(bytes.count), count: UInt16(name.count + (isDirectory ? 1 : 0))))
    bytes.append(contentsOf: name)
    if isDirectory { bytes.append(ASCII.slash) }
  }

  /// Orders the names by their bytes, the last one first.
  mutating func sortDescending() {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      places.sort { left, right in
        let shorter = Int(min(left.count, right.count))
        let order = memcmp(base + Int(left.start), base + Int(right.start), shorter)
        return order == 0 ? left.count > right.count : order > 0
      }
    }
  }

  /// Takes the last name away.
  mutating func popLast() -> [UInt8]? {
    guard let place = places.popLast() else { return nil }
    return Array(bytes[Int(place.start)..<Int(place.start) + Int(place.count)])
  }
}
