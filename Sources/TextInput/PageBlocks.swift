/// The lines of a page as they are read: their text, one after the other, and where each stands.
struct PageBlocks {
  struct Block {
    var range: Range<Int>
    var node: Int
    var linkShare: Double
    /// Whether a picture is the last thing before it.
    var followsPicture: Bool
    /// Whether it is a row of a table.
    var isRow = false
  }

  private(set) var text: [UInt8] = []
  private(set) var blocks: [Block] = []

  /// A longer cell, in bytes, holds more than an entry of a table.
  private static let longestCell = 72

  var isEmpty: Bool { blocks.isEmpty }

  mutating func add(_ bytes: [UInt8], node: Int, linkShare: Double, followsPicture: Bool) {
    let start = text.count
    text += bytes
    blocks.append(
      Block(
        range: start..<text.count, node: node, linkShare: linkShare, followsPicture: followsPicture)
    )
  }

  /// Makes one line of each row of a table of short cells. Cells of a table that only lays out the page hold
  /// more.
  ///
  /// - Complexity: O(*n*).
  mutating func joinRows(in tree: PageTree) {
    var joined: [Block] = []
    joined.reserveCapacity(blocks.count)
    var start = 0
    while start < blocks.count {
      guard let place = tree.cell(of: blocks[start].node) else {
        joined.append(blocks[start])
        start += 1
        continue
      }
      var end = start + 1
      var last = place.cell
      while end < blocks.count, let next = tree.cell(of: blocks[end].node), next.row == place.row,
        next.cell != last
      {
        last = next.cell
        end += 1
      }
      let cells = blocks[start..<end]
      // A cell of several lines is none of a table of data.
      let isCut =
        end < blocks.count && tree.cell(of: blocks[end].node)?.cell == last
        || start > 0 && tree.cell(of: blocks[start - 1].node)?.cell == place.cell
      if cells.count > 1, !isCut, cells.allSatisfy({ $0.range.count <= Self.longestCell }) {
        joined.append(row(of: cells, node: place.row))
      } else {
        joined += cells
      }
      start = end
    }
    blocks = joined
  }

  private mutating func row(of cells: ArraySlice<Block>, node: Int) -> Block {
    let start = text.count
    for cell in cells {
      if text.count > start { text.append(ASCII.space) }
      // A slice would hold on to the text while it grows.
      text += Array(text[cell.range])
    }
    let linkShare = cells.reduce(0) { $0 + $1.linkShare } / Double(cells.count)
    return Block(
      range: start..<text.count, node: node, linkShare: linkShare, followsPicture: false,
      isRow: true)
  }
}
