internal import TextModel

/// The elements of a page in the order in which they begin, and what is known of each.
struct PageTree {
  private struct Node {
    var parent: Int
    /// The last node inside it; itself if there is none.
    var last: Int
    var element: PageElement
    /// Kinds of elements around it, itself among them, as bits.
    var around: UInt32
    /// The row of a table and the cell that it lies in; 0 if it lies in none.
    var row = 0
    var cell = 0
    var hint: CutLine.Reason?
  }

  /// The first stands for what is outside all elements.
  private var nodes = [Node(parent: 0, last: 0, element: .body, around: 0, hint: nil)]
  /// The element that is open.
  private(set) var place = 0

  var count: Int { nodes.count }

  /// What the element is that is open.
  var openElement: PageElement { nodes[place].element }

  mutating func open(_ element: PageElement, _ attributes: HTMLAttributes) {
    let parent = nodes[place]
    var hint = parent.hint
    switch element {
    case .furniture: hint = hint ?? .navigation
    case .caption: hint = hint ?? .caption
    // Of a whole page, and of an article, the names say what it is about.
    case .body, .article: break
    default: hint = Self.hint(attributes, around: hint)
    }
    nodes.append(
      Node(
        parent: place, last: nodes.count, element: element,
        around: parent.around | 1 << UInt32(element.rawValue),
        row: element == .row ? nodes.count : parent.row,
        cell: element == .row ? 0 : element == .cell ? nodes.count : parent.cell, hint: hint))
    place = nodes.count - 1
  }

  private static func hint(
    _ attributes: HTMLAttributes, around: CutLine.Reason?
  ) -> CutLine.Reason? {
    if let style = attributes.pointer("style"), PageHint.hides(style) {
      return around ?? .interface
    }
    // What others wrote stays theirs.
    if around == .related || around == .comments { return around }
    let hints = [attributes.pointer("class"), attributes.pointer("id")].lazy.compactMap { names in
      names.flatMap { PageHint($0) }
    }
    switch hints.first {
    case .body: return nil
    case .furniture(let reason):
      return around == nil || reason == .related || reason == .comments ? reason : around
    case nil: return around
    }
  }

  mutating func close() {
    nodes[place].last = nodes.count - 1
    place = nodes[place].parent
  }

  /// The reason to cut what stands in an element, by its own names or those around it.
  func hint(of node: Int) -> CutLine.Reason? { nodes[node].hint }

  /// The row of a table that a node lies in, and the cell of that row; nil outside of tables.
  func cell(of node: Int) -> (row: Int, cell: Int)? {
    let node = nodes[node]
    return node.row > 0 && node.cell > 0 ? (node.row, node.cell) : nil
  }

  func isInside(_ element: PageElement, _ node: Int) -> Bool {
    nodes[node].around & 1 << UInt32(element.rawValue) != 0
  }

  /// The innermost element that holds nearly all of the score, as the range of the nodes in it.
  ///
  /// - Complexity: O(*n*) in the number of nodes.
  func body(scores: [Int]) -> ClosedRange<Int> {
    var sums = scores
    for node in stride(from: nodes.count - 1, to: 0, by: -1) {
      sums[nodes[node].parent] += sums[node]
    }
    // Nodes with so much of it lie one in the other: the last one is the innermost.
    let least = sums[0] * 3 / 4
    let inner = sums.lastIndex { $0 > 0 && $0 >= least } ?? 0
    // A paragraph, and what is inside a line, is too narrow: the element around it holds the headings.
    var body = inner
    while body > 0, nodes[body].element == .paragraph || nodes[body].element.isInline {
      body = nodes[body].parent
    }
    return body...(body == 0 ? nodes.count - 1 : nodes[body].last)
  }
}
