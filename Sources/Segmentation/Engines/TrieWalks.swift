internal import Lexicons

/// The walks through a trie from every position of a text at once, three characters deep.
///
/// Most of the time of a search through a large trie goes into waiting for memory, and most walks end
/// in vain at the second character. Here walks from different positions do not wait for one another and
/// none branches, so the processor has many loads under way at once.
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
  /// Room before the first walk, so that the pass need not tell the first two characters from the rest.
  private static let margin = 2

  init(_ trie: DoubleArray) {
    self.trie = trie
    capacity = 1 << 15
    walks = .allocate(capacity: capacity + Self.margin)
  }

  deinit { walks.deallocate() }

  /// The walks from each of `count` positions; valid until the next call.
  ///
  /// - Parameter codes: For each position a code in the lower 16 bits.
  func find(_ codes: UnsafePointer<UInt32>, count: Int) -> UnsafePointer<Walk> {
    if count > capacity {
      walks.deallocate()
      capacity = count + count / 2
      walks = .allocate(capacity: capacity + Self.margin)
    }
    let units = trie.units.unsafeBaseAddress
    let walks = self.walks + Self.margin
    let root = units[DoubleArray.root]

    // A walk that has failed holds the empty unit, whose base of 0 leads to no child.
    @inline(__always)
    func child(of unit: UInt64, by code: UInt16) -> UInt64 {
      let child = units[DoubleArray.base(of: unit) &+ Int(code)]
      return DoubleArray.label(of: child) == code ? child : DoubleArray.empty
    }

    // Each character takes the walks from the two positions before it and from its own a step further.
    var one = DoubleArray.empty
    var two = DoubleArray.empty
    for index in 0..<count {
      let code = CharacterTable.code(of: codes[index])
      walks[index &- 2].three = child(of: two, by: code)
      two = child(of: one, by: code)
      walks[index &- 1].two = two
      one = child(of: root, by: code)
      walks[index].one = one
    }
    walks[count &- 1].two = DoubleArray.empty
    walks[count &- 1].three = DoubleArray.empty
    walks[count &- 2].three = DoubleArray.empty
    return UnsafePointer(walks)
  }
}
