internal import Lexicons

/// The walks through a trie from every position of a text at once, three characters deep.
///
/// Most of the time of a search through a large trie goes into waiting for memory, and most walks end
/// in vain at the second character. Here no step waits for the one before it and none branches, so the
/// processor has many loads under way at once.
final class TrieWalks {
  /// Where walks from one position stand: the units after one, two and three characters, or the empty
  /// unit.
  struct Walk {
    var one: UInt64
    var two: UInt64
    var three: UInt64
  }

  private let trie: DoubleArray
  @exclusivity(unchecked) private var walks: UnsafeMutablePointer<Walk>
  @exclusivity(unchecked) private var capacity: Int

  init(_ trie: DoubleArray) {
    self.trie = trie
    capacity = 1 << 15
    walks = .allocate(capacity: capacity)
  }

  deinit { walks.deallocate() }

  /// The walks from each of `count` positions; valid until the next call.
  ///
  /// - Parameter codes: For each position a code in the lower 16 bits.
  func find(_ codes: UnsafePointer<UInt32>, count: Int) -> UnsafePointer<Walk> {
    if count > capacity {
      walks.deallocate()
      capacity = count + count / 2
      walks = .allocate(capacity: capacity)
    }
    let units = trie.units.unsafeBaseAddress
    let walks = self.walks
    let root = units[DoubleArray.root]

    // A walk that has failed holds the empty unit, whose base of 0 leads to no child.
    @inline(__always)
    func child(of unit: UInt64, by entry: UInt32) -> UInt64 {
      let code = CharacterTable.code(of: entry)
      let child = units[DoubleArray.base(of: unit) &+ Int(code)]
      let difference = UInt64(DoubleArray.label(of: child) ^ code)
      // All ones if the label is right, else all zeros.
      let mask = UInt64(bitPattern: Int64(bitPattern: difference &- 1) &>> 63)
      return child & mask | DoubleArray.empty & ~mask
    }

    for index in 0..<count {
      walks[index] = Walk(
        one: child(of: root, by: codes[index]), two: DoubleArray.empty, three: DoubleArray.empty)
    }
    for index in 0..<max(0, count &- 1) {
      walks[index].two = child(of: walks[index].one, by: codes[index &+ 1])
    }
    for index in 0..<max(0, count &- 2) {
      walks[index].three = child(of: walks[index].two, by: codes[index &+ 2])
    }
    return UnsafePointer(walks)
  }
}
