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
  private var titleIndex: Int?

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
        let byline = Byline(lines[index].text, near: reference)
        guard byline.isWhole else { continue }
        date = date ?? byline.date
        source = source ?? byline.source
        author = author ?? byline.author
        if !found.contains(index) { found.append(index) }
      }
    }
    read(near: nil)
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
    title = titleIndex.map { lines[$0].text }
    return found
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
    for index in 0..<end where cuts[index] == nil && index != titleIndex {
      let line = lines[index]
      switch line.kind {
      case .menu, .number, .stamp: cuts[index] = Self.reason(of: line)
      case .plain:
        let isOutside =
          switch manner {
          case .careful: index < titleIndex ?? 0 && line.characterCount <= 8
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
    for index in tail {
      if index == listStart { last = last ?? .related }
      let line = lines[index]
      switch line.kind {
      case .furniture(let reason):
        cuts[index] = reason
        if reason == .related || reason == .comments { last = reason }
        if reason == .notice { last = last ?? .outside }
        if reason == .byline, source == nil { source = Byline(line.text).source }
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

  private mutating func cutInside() {
    for index in headEnd..<max(headEnd, range.upperBound) where index != titleIndex {
      let line = lines[index]
      if case .furniture(let reason) = line.kind {
        switch reason {
        case .interface, .advertisement, .caption: cuts[index] = reason
        case .related, .comments, .editor, .navigation:
          if manner == .markup { cuts[index] = reason }
        case .byline, .notice, .outside: continue
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
