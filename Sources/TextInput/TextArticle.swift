internal import TextModel

/// The article of a plain text that was saved from a page.
struct TextArticle {
  private(set) var text = ""
  private(set) var cutLines: [CutLine] = []
  let title: String?
  let date: CalendarDate?
  let source: String?
  let author: String?

  /// The article, or nil if the text is none or has nothing to cut.
  ///
  /// - Parameters:
  ///   - isStrict: Whether all that stands outside the article is cut.
  ///   - reference: A day near which the text was written.
  /// - Complexity: O(*n*) in the length of the text.
  init?(
    _ text: UnsafeBufferPointer<UInt8>, isStrict: Bool = false, near reference: CalendarDate? = nil
  ) {
    let lines = Self.lines(of: text)
    guard
      let article = ArticleFinder(
        lines, manner: isStrict ? .strict : .careful, reference: reference),
      article.cuts.contains(where: { $0 != nil })
    else { return nil }
    title = article.title
    date = article.date
    source = article.source
    author = article.author
    assemble(lines, article.cuts, titleIndex: article.titleIndex, of: text)
  }

  private static func lines(of text: UnsafeBufferPointer<UInt8>) -> [PageLine] {
    var lines: [PageLine] = []
    var start = 0
    while start < text.count {
      var end = BlockCutter.first(ASCII.lineFeed, in: text, from: start) ?? text.count
      let next = end + 1
      while end > start, ASCII.isWhiteSpace(text[end - 1]) { end -= 1 }
      while start < end, ASCII.isWhiteSpace(text[start]) { start += 1 }
      if start < end {
        var line = PageLine(UnsafeBufferPointer(rebasing: text[start..<end]))
        if let last = lines.last, line.characterCount >= 6, last.bytes.elementsEqual(line.bytes) {
          line.repeatsLast = true
        }
        line.readMarkup()
        if lines.last?.isImage == true { line.readCaption() }
        if line.characterCount > 0 { lines.append(line) }
      }
      start = next
    }
    return lines
  }

  /// Joins what stays, with the white space and blank lines between; the title without what marks it.
  private mutating func assemble(
    _ lines: [PageLine], _ cuts: [CutLine.Reason?], titleIndex: Int?,
    of source: UnsafeBufferPointer<UInt8>
  ) {
    guard let base = source.baseAddress else { return }
    var kept: [UInt8] = []
    kept.reserveCapacity(source.count)
    /// The first byte behind what was looked at.
    var end = 0
    var isAfterCut = true
    for (index, line) in lines.enumerated() {
      let start = (line.bytes.baseAddress ?? base) - base
      if let reason = cuts[index] {
        cutLines.append(CutLine(text: line.text, reason: reason, position: kept.count))
        isAfterCut = true
      } else {
        if isAfterCut {
          if !kept.isEmpty { kept += [ASCII.lineFeed, ASCII.lineFeed] }
        } else {
          kept += source[end..<start]
        }
        kept += line.bytes.dropFirst(index == titleIndex ? line.titleMarkCount : 0)
        isAfterCut = false
      }
      end = start + line.bytes.count
    }
    text = kept.withUnsafeBufferPointer { String(valid: $0) }
  }
}
