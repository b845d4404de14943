internal import TextModel

/// Tells the lines of an article from the furniture of its page.
///
/// Each line is worth something to the article or costs something (`PageLine.score`), and the article is
/// the run of lines that is worth the most. Source of the idea: Pasternack and Roth, "Extracting Article
/// Text from the Web with Maximum Subsequence Segmentation", WWW 2009.
struct ArticleFinder {
  /// How sure it is that the lines are those of a page.
  enum Manner {
    /// Perhaps they are: what is not known to be furniture stays, and inside the article only buttons and
    /// captions are cut, if head or tail show that this is a page.
    case careful
    /// All that stands outside the article is cut.
    case strict
    /// A page for certain, whose elements tell more than the words do.
    case markup
  }

  private(set) var title: String?
  private(set) var date: CalendarDate?
  private(set) var source: String?
  private(set) var author: String?
  /// Why each line is cut; nil for those that stay.
  private(set) var cuts: [CutLine.Reason?]

  /// Less prose than this is no article, and nothing is cut.
  private static let minimumProse = 60
  /// A byline stands within so many lines of the beginning, or of the title.
  private static let headLines = 24

  private let lines: [PageLine]
  private let manner: Manner
  /// The article, as a range of `lines`.
  private(set) var range = 0..<0
  /// What the article is worth.
  private(set) var score = 0
  private(set) var titleIndex: Int?

  /// - Parameters:
  ///   - knownTitle: What the page says its title is.
  ///   - reference: A day near which the page was written, for a date without a year.
  /// - Returns: nil if the lines hold no article, or nothing is to be cut.
  /// - Complexity: O(*n*) in the length of the lines.
  init?(
    _ lines: [PageLine], manner: Manner, knownTitle: String? = nil, reference: CalendarDate? = nil
  ) {
    self.lines = lines
    self.manner = manner
    cuts = Array(repeating: nil, count: lines.count)
    guard findArticle() else { return nil }
    if let knownTitle, manner == .markup { beginAtTitle(knownTitle) }
    let bylines = readHead(knownTitle: knownTitle, near: reference)
    cutTail()
    cutHead(bylines)
    if manner == .careful, !cuts.contains(where: { $0 != nil }) { return nil }
    cutInside()
  }

  /// Cuts what stands in the run and yet outside the element that holds most of it.
  ///
  /// - Parameter isWithin: Whether a node of the page lies in that element.
  mutating func cut(outside isWithin: (Int) -> Bool) {
    let last = range.last { cuts[$0] == nil && isWithin(lines[$0].node) } ?? range.upperBound
    for index in range where cuts[index] == nil && index != titleIndex {
      let line = lines[index]
      if isWithin(line.node) { continue }
      // A lead may stand above the article's own element.
      if index > last || line.kind != .prose { cuts[index] = line.hint ?? .outside }
    }
  }

  /// Takes back the lines of the article that had stood beyond its last paragraph in its own element and yet belong
  /// to it: what an official text is signed with, its date and the list of what is attached to it.
  mutating func keepSignature(within isWithin: (Int) -> Bool) {
    let end = headEnd
    // Whom it is addressed to.
    if end > 0, lines[end - 1].endsSentence, lines[end - 1].kind == .plain,
      lines[end - 1].hint == nil, isWithin(lines[end - 1].node)
    {
      cuts[end - 1] = nil
    }
    let tail = lines[range.upperBound...].prefix { line in
      switch line.kind {
      case .plain, .stamp:
        isWithin(line.node) && line.hint == nil && (line.linkShare < 0.3 || line.isAttachment)
      default: false
      }
    }
    guard tail.count <= 8, tail.endIndex == lines.count || !isWithin(lines[tail.endIndex].node),
      tail.contains(where: { $0.kind == .stamp || $0.text.hasPrefix("附件") })
    else { return }
    for index in tail.indices { cuts[index] = nil }
  }

  /// Takes back the first items of an official text, which may be short: 一、项目编号：….
  mutating func keepFirstItems(within isWithin: (Int) -> Bool) {
    let end = headEnd
    let head = (0..<end).reversed().prefix { index in
      let line = lines[index]
      return isWithin(line.node) && line.hint == nil && line.linkShare < 0.3 && index != titleIndex
        && cuts[index] != .byline && (line.kind == .plain || line.isRow)
    }
    guard let start = head.last(where: { lines[$0].isFirstItem }) else { return }
    for index in start..<end { cuts[index] = nil }
  }

  /// A day that stands near the article without a word that it is its own: behind 编辑于 below it, or in the
  /// page's head.
  var strayDate: CalendarDate? {
    func date(in line: PageLine) -> CalendarDate? {
      line.mayBeByline ? DateReader.firstDate(in: line.scalars(upTo: .max))?.date : nil
    }
    let below = lines[range.upperBound...].prefix(4).first { line in
      ["编辑于", "发布于", "发表于", "更新于", "修改于"].contains { line.text.hasPrefix($0) }
    }
    return below.flatMap(date)
      ?? lines[..<headEnd].lazy.filter { $0.hint != .related && $0.hint != .comments }
      .compactMap(date).first
  }

  /// The article begins at its title, if that stands in the run and little before it.
  private mutating func beginAtTitle(_ title: String) {
    guard
      let place = range.first(where: { index in
        lines[index].kind != .prose && lines[index].bytes.count == title.utf8.count
          && lines[index].bytes.elementsEqual(title.utf8)
      })
    else { return }
    let before = lines[range.lowerBound..<place].reduce(0) { $0 + $1.score(isAfterList: false) }
    if before * 3 < score { range = place..<range.upperBound }
  }

  /// Finds the run of lines that is worth the most; false if there is too little prose in it.
  private mutating func findArticle() -> Bool {
    var isAfterList = false
    // One may be the article's own.
    let hasPosts = lines.lazy.filter(\.isPostHead).prefix(2).count > 1
    // Times of the day, again and again, stand above the entries of a live report, which may be short.
    let hasEntries = lines.lazy.filter(\.isClock).prefix(3).count > 2
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
      if hasPosts, line.isPostHead, sum > Self.minimumProse {
        isAfterList = true
        sum -= 80
      }
      sum +=
        hasEntries && !isAfterList && line.isClock ? -6 : line.score(isAfterList: isAfterList)
      if sum > best {
        best = sum
        range = start..<index + 1
      }
    }
    score = best
    return best >= Self.minimumProse
  }

  /// The first paragraph of the article.
  private var headEnd: Int {
    range.first { lines[$0].kind == .prose && lines[$0].hint == nil } ?? range.lowerBound
  }

  /// The latest of the dates that stand alone, as in lists of other pages: near it the page was saved.
  private var latestStamp: CalendarDate? {
    lines.lazy.filter { $0.kind == .stamp }.prefix(20).compactMap { DateReader.date(in: $0.text) }
      .max()
  }

  /// Reads title, date, source and author from the lines above the first paragraph.
  ///
  /// - Returns: The lines that say date, source or author and nothing else.
  private mutating func readHead(
    knownTitle: String?, near reference: CalendarDate?
  ) -> [Int] {
    let end = headEnd
    let known = knownTitle.flatMap { name in
      lines.indices.prefix(end).last { lines[$0].isTitle && lines[$0].text == name }
        ?? lines.indices.prefix(end).last { lines[$0].text == name }
    }
    var found: [Int] = []
    func read(near reference: CalendarDate?) {
      for index in max(0, known ?? end - Self.headLines)..<end where lines[index].mayBeByline {
        let byline = Byline(lines[index], near: reference)
        guard byline.isWhole else { continue }
        date = date ?? byline.date
        source = source ?? byline.source
        author = author ?? byline.author
        if !found.contains(index) { found.append(index) }
      }
    }
    read(near: nil)
    if date == nil, let known {
      // Some put it above the title.
      date =
        lines[max(0, known - 3)..<known].lazy.filter(\.mayBeByline).compactMap {
          let byline = Byline($0)
          return byline.isWhole ? byline.date : nil
        }.first
    }
    if date == nil, let reference = reference ?? latestStamp { read(near: reference) }
    found.sort()
    if manner == .markup {
      titleIndex = known
    } else {
      let titles = lines.indices.prefix(found.first ?? end).filter {
        (lines[$0].kind == .plain || lines[$0].kind == .menu) && lines[$0].characterCount >= 5
      }
      // Next to the byline; without one the longest line is the title.
      titleIndex =
        found.isEmpty
        ? titles.max { lines[$0].characterCount < lines[$1].characterCount } : titles.last
    }
    if let index = titleIndex {
      let text = Self.titleBytes(of: lines[index])
      // Where it stands twice, the one next to the text is the heading.
      if manner != .markup,
        let again = (index + 1..<max(index + 1, end)).last(where: {
          Self.titleBytes(of: lines[$0]).elementsEqual(text)
        })
      {
        cuts[index] = .interface
        titleIndex = again
      }
      title = String(decoding: text, as: UTF8.self)
    }
    return found
  }

  /// A title without what Markdown puts before it.
  private static func titleBytes(of line: PageLine) -> Slice<UnsafeBufferPointer<UInt8>> {
    line.bytes.dropFirst(line.titleMarkCount)
  }

  private mutating func cutHead(_ bylines: [Int]) {
    let end = headEnd
    var hasProof = manner != .careful || cuts.contains { $0 != nil }
    for index in 0..<end where index != titleIndex {
      if case .furniture(let reason) = lines[index].kind, reason != .caption {
        cuts[index] = reason
        hasProof = true
      }
    }
    for index in bylines {
      cuts[index] = .byline
      hasProof = true
    }
    guard hasProof else { return }
    // Above the title, below the menu: the rest of a page's head.
    let hasMenu = lines[..<(titleIndex ?? 0)].contains { $0.kind == .furniture(.navigation) }
    for index in 0..<end where cuts[index] == nil && index != titleIndex {
      let line = lines[index]
      switch line.kind {
      case .menu, .number, .stamp: cuts[index] = Self.reason(of: line)
      case .plain:
        let isOutside =
          switch manner {
          case .careful:
            index < titleIndex ?? 0 && (line.characterCount <= 8 || hasMenu && !line.endsSentence)
          case .strict: !line.endsSentence
          case .markup: index < range.lowerBound || line.hint != nil
          }
        if isOutside { cuts[index] = line.hint ?? .navigation }
      case .prose:
        if manner == .markup, index < range.lowerBound || line.hint != nil {
          cuts[index] = line.hint ?? .outside
        }
      case .furniture: continue
      }
    }
  }

  private mutating func cutTail() {
    let tail = range.upperBound..<lines.count
    let stamps = tail.filter { lines[$0].kind == .stamp }
    // A list of headlines, sources and times needs no heading.
    let listStart = stamps.count >= 3 ? max(tail.lowerBound, stamps[0] - 3) : lines.count
    var last: CutLine.Reason?
    let restStart = manner == .markup ? lines.count : restStart(in: tail)
    for index in tail {
      if index == listStart, last == nil || last == .outside { last = .related }
      if index == restStart { last = last ?? .outside }
      let line = lines[index]
      if line.isPostHead { last = .comments }
      if index == restStart, line.isEndMark {
        cuts[index] = .interface
        continue
      }
      switch line.kind {
      case .furniture(let reason):
        cuts[index] = reason
        if reason == .related || reason == .comments { last = reason }
        if reason == .notice { last = last ?? .outside }
        if reason == .byline, source == nil { source = Byline(line).source }
      case .menu, .number, .stamp:
        if last != nil || manner != .careful {
          cuts[index] = line.hint ?? last ?? Self.reason(of: line)
        }
      case .plain, .prose:
        if manner == .markup || last != nil || manner == .strict && !line.endsSentence {
          cuts[index] = line.hint ?? last ?? .outside
        }
      }
    }
  }

  /// Where in the lines below the article nothing more of it comes: at a mark of its end, or at the first known
  /// furniture if from there to the heading of a list stand no paragraphs.
  private func restStart(in tail: Range<Int>) -> Int {
    if let mark = tail.dropLast(2).first(where: { lines[$0].isEndMark }) { return mark }
    let list = tail.first {
      lines[$0].kind == .furniture(.related) || lines[$0].kind == .furniture(.comments)
    }
    guard let list, lines[tail.lowerBound..<list].allSatisfy({ $0.kind != .prose }) else {
      return lines.count
    }
    return (tail.lowerBound..<list).first { index in
      if case .furniture = lines[index].kind { true } else { false }
    } ?? lines.count
  }

  /// Cuts what each entry of a live report, a ticker or a gallery has: its time, its number, who reports.
  private mutating func cutRepeated(in range: Range<Int>) {
    var counts: [String: Int] = [:]
    func key(_ line: PageLine) -> String? {
      guard line.characterCount <= 16, !line.endsSentence, !line.isRow else { return nil }
      if line.isClock { return "0:00" }
      switch line.kind {
      case .number where BlockCutter.first(ASCII.slash, in: line.bytes, from: 0) != nil:
        return "0/0"
      case .plain where manner == .markup: return line.text
      default: return nil
      }
    }
    let keys = range.map { cuts[$0] == nil ? key(lines[$0]) : nil }
    for case let key? in keys { counts[key, default: 0] += 1 }
    for (index, key) in zip(range, keys) where index != titleIndex {
      if let key, counts[key, default: 0] >= 3 { cuts[index] = .interface }
    }
  }

  private mutating func cutInside() {
    cutRepeated(in: headEnd..<max(headEnd, range.upperBound))
    for index in headEnd..<max(headEnd, range.upperBound) where index != titleIndex {
      let line = lines[index]
      if case .furniture(let reason) = line.kind {
        switch reason {
        case .interface, .advertisement, .caption: cuts[index] = reason
        case .related, .comments, .editor, .navigation:
          if manner == .markup { cuts[index] = reason }
        case .byline, .notice, .outside, .repeated: continue
        }
      } else if manner == .markup {
        if let hint = line.hint {
          cuts[index] = hint
        } else if line.kind != .prose, line.linkShare > 0.6 {
          cuts[index] = .related
        }
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
}
