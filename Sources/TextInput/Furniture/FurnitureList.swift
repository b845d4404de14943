internal import TextModel

/// Lines that are the furniture of some sites, to be cut from documents.
public struct FurnitureList: Hashable, Sendable {
  private let hashes: Set<UInt64>

  public var count: Int { hashes.count }

  /// Reads a list: a line each, or a row of the number of its documents, a tab and the line. A 0 stands for any
  /// number.
  public init(_ text: String) {
    hashes = Set(
      text.utf8.split(separator: ASCII.lineFeed).compactMap { row in
        guard let tab = row.firstIndex(of: ASCII.tab) else { return LinePattern(row)?.hash }
        // The header is no line of the list.
        guard row[..<tab].allSatisfy(ASCII.isDigit) else { return nil }
        return LinePattern(row[row.index(after: tab)...])?.hash
      })
  }

  /// Cuts the lines of a document that are on the list, but for its title.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func cut(from document: inout Document) {
    var kept: [UInt8] = []
    var cuts: [(place: Int, line: CutLine)] = []
    /// Where something was cut, and how much up to there.
    var shifts: [(place: Int, removed: Int)] = []
    var text = document.text
    let title = document.title
    text.withUTF8 { bytes in
      kept.reserveCapacity(bytes.count)
      var start = 0
      while start < bytes.count {
        let end = BlockCutter.first(ASCII.lineFeed, in: bytes, from: start) ?? bytes.count
        let next = min(end + 1, bytes.count)
        let line = bytes[start..<end]
        if let pattern = LinePattern(line), hashes.contains(pattern.hash) {
          let written = HTMLText(String(decoding: line, as: UTF8.self)).string
          if written != title {
            cuts.append((start, CutLine(text: written, reason: .repeated, position: kept.count)))
            shifts.append((next, next - kept.count))
            start = next
            continue
          }
        }
        kept += bytes[start..<next]
        start = next
      }
    }
    guard !cuts.isEmpty else { return }
    while let last = kept.last, ASCII.isWhiteSpace(last) { kept.removeLast() }
    document.text = String(decoding: kept, as: UTF8.self)
    for line in document.cutLines {
      var moved = line
      let removed = shifts.last { $0.place <= line.position }?.removed ?? 0
      moved.position = min(max(0, line.position - removed), kept.count)
      cuts.append((line.position, moved))
    }
    for index in cuts.indices {
      cuts[index].line.position = min(cuts[index].line.position, kept.count)
    }
    document.cutLines = cuts.enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }.map(\.element.line)
  }
}
