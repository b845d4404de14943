/// Packs a set of words into a `DoubleArray`.
///
/// First fit over a linked list of free units, with every base used once. Nodes are placed by falling
/// frequency, so that the paths that texts walk most lie close together at the front: what a text needs
/// of a trie of 10 MB then fits the processor's second-level cache.
public struct DoubleArrayBuilder {
  /// One word: its codes, none of them 0, and its weight, which is not `DoubleArray.noWeight`.
  public struct Word {
    public var codes: [UInt16]
    public var weight: UInt16
    /// Whatever the caller wants to know of the word.
    public var tag: UInt8 = 0
    /// How often the word is looked up, to place what is frequent together; any scale.
    public var frequency = 1

    public init(codes: [UInt16], weight: UInt16, tag: UInt8 = 0, frequency: Int = 1) {
      self.codes = codes
      self.weight = weight
      self.tag = tag
      self.frequency = frequency
    }
  }

  private var units: [UInt64] = []
  /// For a free unit the next and the previous free unit; the list is in the order of the units.
  private var nextFree: [Int32] = []
  private var previousFree: [Int32] = []
  private var isBaseUsed: [Bool] = []
  private var firstFree: Int32 = -1
  private var lastFree: Int32 = -1
  private let codeCount: Int
  /// Where to begin to look for a base of nodes with several children and of nodes with one: the list before it
  /// is so full that a search through it would be in vain.
  private var searchStart: Int32 = -1
  private var searchStartOfSingles: Int32 = -1

  /// After how many places tried in vain the front of the list is given up.
  private let patience: Int

  /// Whether nodes are placed by frequency, else depth first.
  private let isByFrequency: Bool

  /// A builder for tries that are made at each start of a program: soon made rather than dense and in the order
  /// of frequency.
  static func quick(codeCount: Int) -> Self {
    Self(codeCount: codeCount, patience: 1 << 8, isByFrequency: false)
  }

  /// - Parameters:
  ///   - codeCount: The largest code of any word that will ever be looked up.
  ///   - patience: A larger number packs the trie more densely and takes longer.
  public init(codeCount: Int, patience: Int = 1 << 17) {
    self.init(codeCount: codeCount, patience: patience, isByFrequency: true)
  }

  private init(codeCount: Int, patience: Int, isByFrequency: Bool) {
    self.codeCount = codeCount
    self.patience = patience
    self.isByFrequency = isByFrequency
  }

  /// The packed words and, for each word in the order given, the index of the unit at which it ends.
  ///
  /// - Parameter words: Sorted by codes, without duplicates, none empty.
  /// - Throws: `LexiconError.tooLarge` if the trie has too many units.
  /// - Complexity: near linear in the number of characters.
  public mutating func build(
    _ words: [Word]
  ) throws(LexiconError) -> (array: DoubleArray, ends: [Int]) {
    var ends = [Int](repeating: 0, count: words.count)
    grow(to: max(2 * (codeCount + 1), 1024))
    take(DoubleArray.nowhere)
    take(DoubleArray.root)
    // No node has base 0: a leaf's base of 0 leads to no child.
    isBaseUsed[0] = true

    var sums = [0]
    sums.reserveCapacity(words.count + 1)
    for word in words { sums.append(sums[sums.count - 1] + word.frequency) }
    var pending = PendingNodes(isByFrequency: isByFrequency)
    pending.push(
      PendingNodes.Node(
        frequency: sums[words.count], unit: DoubleArray.root, words: words.indices, depth: 0))
    var children: [(code: UInt16, words: Range<Int>)] = []
    while let node = pending.pop() {
      children.removeAll(keepingCapacity: true)
      var start = node.words.lowerBound
      if start < node.words.upperBound, words[start].codes.count == node.depth {
        units[node.unit] =
          units[node.unit] & 0x0000_FFFF_00FF_FFFF | UInt64(words[start].weight) << 48
          | UInt64(words[start].tag) << 24
        ends[start] = node.unit
        start += 1
      }
      while start < node.words.upperBound {
        let code = words[start].codes[node.depth]
        var end = start + 1
        while end < node.words.upperBound, words[end].codes[node.depth] == code { end += 1 }
        children.append((code, start..<end))
        start = end
      }
      guard !children.isEmpty else { continue }
      let base = findBase(for: children.map(\.code))
      isBaseUsed[base] = true
      units[node.unit] = units[node.unit] & ~0xFF_FFFF | UInt64(base)
      for child in children {
        let unit = base + Int(child.code)
        take(unit)
        units[unit] = DoubleArray.empty & ~(0xFFFF << 32) | UInt64(child.code) << 32
        pending.push(
          PendingNodes.Node(
            frequency: sums[child.words.upperBound] - sums[child.words.lowerBound], unit: unit,
            words: child.words, depth: node.depth + 1))
      }
    }
    var used = units.count
    while used > 2, units[used - 1] == DoubleArray.empty { used -= 1 }
    let padded = used + codeCount + 2
    if padded > units.count { grow(to: padded) }
    guard padded <= DoubleArray.largestCount else {
      throw .tooLarge(reason: "the words need more than \(DoubleArray.largestCount) trie units")
    }
    return (DoubleArray(units: MappedArray(units[..<padded])), ends)
  }

  /// The least base at which all children find free units.
  private mutating func findBase(for codes: [UInt16]) -> Int {
    let first = Int(codes[0])
    let isSingle = codes.count == 1
    let start = isSingle ? searchStartOfSingles : searchStart
    var candidate = start >= 0 ? start : firstFree
    var tried = 0
    while true {
      while candidate >= 0 {
        let base = Int(candidate) - first
        if base > 0, !isBaseUsed[base] {
          let highest = base + Int(codes[codes.count - 1])
          if highest >= units.count { break }
          if fits(codes, at: base) {
            // A long search says that the front of the list is nearly full for nodes like this.
            if tried > patience {
              if isSingle { searchStartOfSingles = candidate } else { searchStart = candidate }
            }
            return base
          }
        }
        tried += 1
        candidate = nextFree[Int(candidate)]
      }
      let previousLast = candidate >= 0 ? candidate : lastFree
      grow(to: units.count + max(units.count / 4, codeCount + 2))
      candidate = previousLast >= 0 ? previousLast : firstFree
    }
  }

  private func fits(_ codes: [UInt16], at base: Int) -> Bool {
    for code in codes where nextFree[base + Int(code)] == -2 { return false }
    return true
  }

  private mutating func grow(to count: Int) {
    let old = units.count
    guard count > old else { return }
    units.append(contentsOf: repeatElement(DoubleArray.empty, count: count - old))
    isBaseUsed.append(contentsOf: repeatElement(false, count: count - old))
    nextFree.reserveCapacity(count)
    previousFree.reserveCapacity(count)
    for index in old..<count {
      nextFree.append(index + 1 < count ? Int32(index + 1) : -1)
      previousFree.append(index > old ? Int32(index - 1) : lastFree)
    }
    if lastFree >= 0 { nextFree[Int(lastFree)] = Int32(old) } else { firstFree = Int32(old) }
    lastFree = Int32(count - 1)
  }

  /// Takes a unit out of the list of free units; -2 marks it as taken.
  private mutating func take(_ unit: Int) {
    let next = nextFree[unit]
    let previous = previousFree[unit]
    if previous >= 0 { nextFree[Int(previous)] = next } else { firstFree = next }
    if next >= 0 { previousFree[Int(next)] = previous } else { lastFree = previous }
    if searchStart == Int32(unit) { searchStart = next }
    if searchStartOfSingles == Int32(unit) { searchStartOfSingles = next }
    nextFree[unit] = -2
    previousFree[unit] = -2
  }
}

/// The nodes whose children are still to be placed: a binary heap, the most frequent on top; or a stack.
private struct PendingNodes {
  struct Node {
    var frequency: Int
    var unit: Int
    var words: Range<Int>
    var depth: Int

    func precedes(_ other: Node) -> Bool {
      (frequency, other.unit) > (other.frequency, unit)
    }
  }

  private var heap: [Node] = []
  private let isByFrequency: Bool

  init(isByFrequency: Bool) { self.isByFrequency = isByFrequency }

  mutating func push(_ node: Node) {
    heap.append(node)
    guard isByFrequency else { return }
    var index = heap.count - 1
    while index > 0, heap[index].precedes(heap[(index - 1) / 2]) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func pop() -> Node? {
    guard isByFrequency else { return heap.popLast() }
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var index = 0
    while true {
      var first = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count {
        if heap[child].precedes(heap[first]) { first = child }
      }
      if first == index { return top }
      heap.swapAt(index, first)
      index = first
    }
  }
}
