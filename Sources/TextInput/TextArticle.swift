internal import TextModel

/// The article of a plain text that was saved from a page.
///
/// Each line is worth something to the article or costs something (`PageLine.score`), and the article is
/// the run of lines that is worth the most. Source of the idea: Pasternack and Roth, "Extracting Article
/// Text from the Web with Maximum Subsequence Segmentation", WWW 2009. Outside that run only what is
/// known to be furniture is cut, with what follows a list's heading; inside it only buttons, captions and
/// the word 广告, and only if the page is known for one by its head or tail.
struct TextArticle {
  private(set) var text = ""
  private(set) var cutLines: [CutLine] = []
  private(set) var title: String?
  private(set) var date: CalendarDate?
  private(set) var source: String?
  private(set) var author: String?

  /// Less prose than this is no article, and nothing is cut.
  private static let minimumProse = 60
  /// A byline stands within so many lines of the beginning.
  private static let headLines = 24

  private let lines: [PageLine]
  /// The article, as a range of `lines`.
  private var range = 0..<0
  private var cuts: [CutLine.Reason?]

  /// The article, or nil if the text is none or has nothing to cut.
  ///
  /// - Parameter isStrict: Whether all that stands outside the article is cut.
  /// - Complexity: O(*n*) in the length of the text.
  init?(_ text: UnsafeBufferPointer<UInt8>, isStrict: Bool = false) {
    lines = Self.lines(of: text)
    cuts = Array(repeating: nil, count: lines.count)
    guard findArticle() else { return nil }
    let bylines = readHead()
    cutTail(isStrict: isStrict)
    cutHead(bylines, isStrict: isStrict)
    guard cuts.contains(where: { $0 != nil }) else { return nil }
    cutInside()
    assemble(text)
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
        if line.characterCount > 0 { lines.append(line) }
      }
      start = next
    }
    return lines
  }

  /// Finds the run of lines that is worth the most; false if there is too little prose in it.
  private mutating func findArticle() -> Bool {
    var isAfterList = false
    var best = 0
    var sum = 0
    var start = 0
    for (index, line) in lines.enumerated() {
      if sum <= 0 {
        sum = 0
        start = index
      }
      if line.kind == .furniture(.related) || line.kind == .furniture(.comments) {
        isAfterList = true
      }
      sum += line.score(isAfterList: isAfterList)
      if sum > best {
        best = sum
        range = start..<index + 1
      }
    }
    return best >= Self.minimumProse
  }

  /// Reads title, date, source and author from the lines above the first paragraph.
  ///
  /// - Returns: The lines that say date, source or author and nothing else.
  private mutating func readHead() -> [Int] {
    var found: [Int] = []
    let firstProse = lines.firstIndex { $0.kind == .prose } ?? lines.count
    for index in 0..<min(firstProse, Self.headLines) where lines[index].characterCount <= 100 {
      let line = lines[index]
      switch line.kind {
      case .prose, .number: continue
      case .furniture(let reason) where reason != .byline && reason != .editor: continue
      case .menu, .plain, .stamp, .furniture: break
      }
      let byline = Byline(line.text)
      guard byline.isWhole else { continue }
      date = date ?? byline.date
      source = source ?? byline.source
      author = author ?? byline.author
      found.append(index)
    }
    let end = found.first ?? firstProse
    let titles = lines.indices.prefix(end).filter {
      (lines[$0].kind == .plain || lines[$0].kind == .menu) && lines[$0].characterCount >= 5
    }
    // Next to the byline; without one the longest line is the title.
    let isMarked = !found.isEmpty
    title =
      (isMarked ? titles.last : titles.max { lines[$0].characterCount < lines[$1].characterCount })
      .map { lines[$0].text }
    return found
  }

  private mutating func cutHead(_ bylines: [Int], isStrict: Bool) {
    let end = lines.firstIndex { $0.kind == .prose } ?? range.lowerBound
    var hasProof = cuts.contains { $0 != nil }
    for index in 0..<end {
      switch lines[index].kind {
      case .furniture(.navigation), .furniture(.interface), .furniture(.advertisement),
        .furniture(.notice), .furniture(.byline), .furniture(.editor), .furniture(.related),
        .furniture(.comments):
        cuts[index] = Self.reason(of: lines[index])
        hasProof = true
      default: continue
      }
    }
    for index in bylines {
      cuts[index] = .byline
      hasProof = true
    }
    let titleIndex = lines.prefix(end).firstIndex { $0.kind != .prose && $0.text == title }
    for index in 0..<end where cuts[index] == nil && index != titleIndex {
      switch lines[index].kind {
      case .menu, .number, .stamp: if hasProof { cuts[index] = Self.reason(of: lines[index]) }
      case .plain:
        if isStrict && !lines[index].endsSentence
          || hasProof && index < (titleIndex ?? 0) && lines[index].characterCount <= 8
        {
          cuts[index] = .navigation
        }
      case .prose, .furniture: continue
      }
    }
  }

  private mutating func cutTail(isStrict: Bool) {
    let tail = range.upperBound..<lines.count
    let stamps = tail.filter { lines[$0].kind == .stamp }
    // A list of headlines, sources and times needs no heading.
    let listStart = stamps.count >= 3 ? max(tail.lowerBound, stamps[0] - 3) : lines.count
    var last: CutLine.Reason?
    for index in tail {
      if index == listStart { last = last ?? .related }
      switch lines[index].kind {
      case .furniture(let reason):
        cuts[index] = reason
        if reason == .related || reason == .comments { last = reason }
        if reason == .notice { last = last ?? .outside }
        if reason == .byline, source == nil { source = Byline(lines[index].text).source }
      case .menu, .number, .stamp:
        if last != nil || isStrict { cuts[index] = last ?? Self.reason(of: lines[index]) }
      case .plain, .prose:
        if let last {
          cuts[index] = last
        } else if isStrict, !lines[index].endsSentence {
          cuts[index] = .outside
        }
      }
    }
  }

  private mutating func cutInside() {
    let first = lines.firstIndex { $0.kind == .prose } ?? range.lowerBound
    for index in first..<max(first, range.upperBound) {
      switch lines[index].kind {
      case .furniture(let reason)
      where reason == .interface || reason == .advertisement || reason == .caption:
        cuts[index] = reason
      default: continue
      }
    }
  }

  private static func reason(of line: PageLine) -> CutLine.Reason {
    switch line.kind {
    case .furniture(let reason): reason
    case .menu: .navigation
    case .number: .interface
    case .stamp: .byline
    case .prose, .plain: .outside
    }
  }

  /// Joins what stays, with the white space and blank lines between.
  private mutating func assemble(_ source: UnsafeBufferPointer<UInt8>) {
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
        kept += line.bytes
        isAfterCut = false
      }
      end = start + line.bytes.count
    }
    text = String(decoding: kept, as: UTF8.self)
  }
}
