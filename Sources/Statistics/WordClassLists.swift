import TextModel

/// How often each term has each word class and kind: short linked lists in one array.
///
/// Nearly every term has one class, a few have two or three; a full table would spend 17 counters on
/// each. The first class of a term is kept in its list head, so that most counting touches no node. The
/// lists grow in order of first sight, so they are never shown as they are.
struct WordClassLists: Sendable {
  /// A list: its first tag, how often it was seen, and the number of its first node. A tag is the word
  /// class times 8, plus the kind.
  struct List: Sendable {
    fileprivate var count = 0
    fileprivate var tag: UInt8 = 0
    fileprivate var next = UInt32.max
  }

  private struct Node {
    var tag: UInt8
    var next: UInt32
    var count: Int
  }

  private var nodes: [Node] = []

  /// Adds `count` occurrences with a word class and a kind.
  mutating func add(
    _ count: Int, _ partOfSpeech: PartOfSpeech, _ kind: TokenKind, to list: inout List
  ) {
    let tag = partOfSpeech.rawValue << 3 | kind.rawValue
    if list.count == 0 { list.tag = tag }
    if list.tag == tag {
      list.count += count
      return
    }
    var position = list.next
    while position != .max {
      if nodes[Int(position)].tag == tag {
        nodes[Int(position)].count += count
        return
      }
      position = nodes[Int(position)].next
    }
    nodes.append(Node(tag: tag, next: list.next, count: count))
    list.next = UInt32(nodes.count - 1)
  }

  /// Calls `body` with each word class, kind and count of a list, in no order that means anything.
  func forEach(in list: List, _ body: (PartOfSpeech, TokenKind, Int) -> Void) {
    visit(list.tag, list.count, body)
    var position = list.next
    while position != .max {
      let node = nodes[Int(position)]
      visit(node.tag, node.count, body)
      position = node.next
    }
  }

  /// The counts of a list as sorted pairs of tag and count, for comparison.
  func sortedCounts(in list: List) -> [[Int]] {
    var counts: [[Int]] = []
    forEach(in: list) { counts.append([Int($0.rawValue), Int($1.rawValue), $2]) }
    return counts.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The counts by word class, largest first; equal counts by raw value.
  func wordClassCounts(in list: List) -> [WordClassCount] {
    var sums = [Int](repeating: 0, count: PartOfSpeech.allCases.count)
    forEach(in: list) { partOfSpeech, _, count in sums[Int(partOfSpeech.rawValue)] += count }
    return PartOfSpeech.allCases
      .map { WordClassCount(partOfSpeech: $0, count: sums[Int($0.rawValue)]) }
      .filter { $0.count > 0 }
      .sorted { ($1.count, $0.partOfSpeech.rawValue) < ($0.count, $1.partOfSpeech.rawValue) }
  }

  /// The most frequent word class; of equal ones, the one with the lowest raw value.
  func majorityPartOfSpeech(in list: List) -> PartOfSpeech {
    if let only = onlyTag(of: list) { return PartOfSpeech(rawValue: only >> 3) ?? .other }
    return wordClassCounts(in: list).first?.partOfSpeech ?? .other
  }

  /// The most frequent kind; of equal ones, the one with the lowest raw value.
  func majorityKind(in list: List) -> TokenKind {
    if let only = onlyTag(of: list) { return TokenKind(rawValue: only & 7) ?? .word }
    var sums = [Int](repeating: 0, count: TokenKind.allCases.count)
    forEach(in: list) { _, kind, count in sums[Int(kind.rawValue)] += count }
    var best = TokenKind.word
    for kind in TokenKind.allCases where sums[Int(kind.rawValue)] > sums[Int(best.rawValue)] {
      best = kind
    }
    return best
  }

  private func visit(
    _ tag: UInt8, _ count: Int, _ body: (PartOfSpeech, TokenKind, Int) -> Void
  ) {
    if count > 0, let partOfSpeech = PartOfSpeech(rawValue: tag >> 3),
      let kind = TokenKind(rawValue: tag & 7)
    {
      body(partOfSpeech, kind, count)
    }
  }

  /// The tag of a list if it has exactly one: the common case, made quick.
  private func onlyTag(of list: List) -> UInt8? {
    list.next == .max ? list.tag : nil
  }
}
