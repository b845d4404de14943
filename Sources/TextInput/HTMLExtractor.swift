internal import CXML
internal import TextModel

/// Takes the article out of an HTML page.
///
/// libxml2 reads the markup; each piece of text between the beginnings and ends of block elements becomes
/// a line, with what its elements say of it. `ArticleFinder` tells the article's lines from the others,
/// and the element that holds most of its paragraphs bounds it.
struct HTMLExtractor {
  private var metadata = HTMLMetadata()
  private var tree = PageTree()
  private var current = HTMLText()
  private var linkCharacters = 0
  /// The element in which the present line begins.
  private var currentNode = 0
  private var blocks = PageBlocks()
  /// How many elements of each kind are open around the present place.
  private var hiddenDepth = 0
  private var linkDepth = 0
  /// The text being gathered for the title, the first heading or `<time>`.
  private var capture: (element: PageElement, text: HTMLText)?
  private var hasFrames = false
  private var hasPicture = false

  private let texts: SetAsideTexts
  private let reference: CalendarDate?

  private init(_ texts: SetAsideTexts, near reference: CalendarDate?) {
    self.texts = texts
    self.reference = reference
  }

  /// What a page tells. The markup may be wrong in any way.
  ///
  /// - Parameters:
  ///   - cuts: Whether the furniture is cut from the article.
  ///   - reference: A day near which the page was written.
  ///   - reduces: Whether the parser is spared what it need not see (`ReducedMarkup`): faster, of the same result.
  /// - Complexity: O(*n*) in the length of the page.
  static func page(
    in html: String, cuts: Bool = true, near reference: CalendarDate? = nil, reduces: Bool = true
  ) -> HTMLPage {
    var html = html
    return html.withUTF8 {
      page(in: $0, cuts: cuts, near: reference, reduces: reduces, readsState: true)
    }
  }

  private static func page(
    in bytes: UnsafeBufferPointer<UInt8>, cuts: Bool, near reference: CalendarDate?,
    reduces: Bool, readsState: Bool
  ) -> HTMLPage {
    let source = HTMLSource(bytes, reduces: reduces)
    var extractor = HTMLExtractor(source.markup.texts, near: reference)
    var status = Int(extractor.parse(source.markup.bytes))
    if status == CXML_TOO_DEEP {
      extractor = HTMLExtractor(source.markup.texts, near: reference)
      status = Int(extractor.parse(HTMLSource.withoutTypography(source.markup.bytes)))
    }
    extractor.flush()
    for script in source.scripts where script.isStructuredData {
      extractor.metadata.data.read(UnsafeBufferPointer(rebasing: bytes[script.range]))
    }
    if extractor.metadata.needsDate {
      for script in source.scripts where !script.isStructuredData {
        extractor.metadata.addScript(UnsafeBufferPointer(rebasing: bytes[script.range]))
      }
    }
    var page = extractor.page(cuts: cuts)
    page.isTruncated = status != CXML_OK
    if !page.hasArticle, readsState {
      let scripts = source.scripts.map { UnsafeBufferPointer(rebasing: bytes[$0.range]) }
      takeState(of: scripts, into: &page, cuts: cuts, near: reference)
    }
    return page
  }

  /// Of a page whose browser makes it from data, the article is taken from these.
  private static func takeState(
    of scripts: [UnsafeBufferPointer<UInt8>], into page: inout HTMLPage, cuts: Bool,
    near reference: CalendarDate?
  ) {
    let texts = scripts.compactMap { PageState.article(in: $0) }
    guard var markup = texts.max(by: { $0.count < $1.count }) else { return }
    if !markup.contains(ASCII.less) {
      markup = Array(markup.split(separator: ASCII.lineFeed).joined(separator: Array("<br>".utf8)))
    }
    // What scripts hold may be no UTF-8.
    var text = String(decoding: markup, as: UTF8.self)
    let found = text.withUTF8 {
      Self.page(in: $0, cuts: cuts, near: reference, reduces: true, readsState: false)
    }
    guard found.hasArticle else { return }
    let shown = page.text.split(separator: "\n").map {
      CutLine(text: String($0), reason: .outside, position: 0)
    }
    page.cutLines = shown + page.cutLines + found.cutLines
    page.text = found.text
    page.hasArticle = true
  }

  private mutating func parse(_ markup: [UInt8]) -> Int32 {
    var handler = cxml_html_handler(
      start: { context, name, attributes in
        HTMLExtractor.at(context).pointee.start(PageElement(name), attributes)
      },
      end: { context, _ in HTMLExtractor.at(context).pointee.end() },
      text: { context, bytes, count in
        HTMLExtractor.at(context).pointee.add(
          UnsafeBufferPointer(start: bytes, count: Int(count)))
      })
    return withUnsafeMutablePointer(to: &self) { place in
      markup.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return 0 }
        return cxml_html_parse(base, Int64(bytes.count), &handler, place)
      }
    }
  }

  /// The extractor that a call of the parser is for: alive and nobody else's until the parser returns.
  @inline(__always)
  private static func at(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLExtractor>
  {
    context!.assumingMemoryBound(to: HTMLExtractor.self)
  }

  private mutating func start(
    _ element: PageElement, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) {
    if !element.isInline { flush() }
    let attributes = HTMLAttributes(attributes)
    tree.open(element, attributes)
    switch element {
    case .hidden: hiddenDepth += 1
    case .link: linkDepth += 1
    case .meta: metadata.addMeta(attributes)
    case .linkRelation: metadata.addLink(attributes)
    case .frame: hasFrames = true
    case .picture: hasPicture = true
    case .time where tree.hint(of: tree.place) == nil:
      if let date = attributes["datetime"] {
        metadata.addTime(date)
      } else {
        startCapture(element)
      }
    case .pageTitle, .title: startCapture(element)
    default: break
    }
  }

  private mutating func end() {
    let element = tree.openElement
    if !element.isInline { flush() }
    tree.close()
    switch element {
    case .hidden: hiddenDepth -= 1
    case .link: linkDepth -= 1
    default: break
    }
    if let captured = capture, captured.element == element {
      capture = nil
      metadata.add(captured.text.string, of: element)
    }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    let texts = texts
    texts.forEachPiece(of: bytes) { addPiece($0, isLink: $1) }
  }

  private mutating func addPiece(_ bytes: UnsafeBufferPointer<UInt8>, isLink: Bool) {
    capture?.text.append(bytes)
    guard hiddenDepth == 0, capture?.element != .pageTitle else { return }
    let before = current.characterCount
    current.append(bytes)
    if before == 0 { currentNode = tree.place }
    if linkDepth > 0 || isLink { linkCharacters += current.characterCount - before }
  }

  /// Begins to gather an element's text, unless another one is being gathered. The title of a drawing
  /// does not count.
  private mutating func startCapture(_ element: PageElement) {
    if capture == nil, hiddenDepth == 0 { capture = (element, HTMLText()) }
  }

  /// Ends the present line.
  private mutating func flush() {
    defer {
      current.removeAll()
      linkCharacters = 0
    }
    guard current.characterCount > 0 else { return }
    blocks.add(
      current.bytes, node: currentNode,
      linkShare: Double(linkCharacters) / Double(current.characterCount),
      followsPicture: hasPicture)
    hasPicture = false
  }

  private mutating func page(cuts: Bool) -> HTMLPage {
    var page = metadata.page
    page.hasFramesOnly = hasFrames && blocks.isEmpty
    blocks.joinRows(in: tree)
    blocks.text.withUnsafeBufferPointer { bytes in
      var lines = blocks.blocks.map { block in
        var line = PageLine(UnsafeBufferPointer(rebasing: bytes[block.range]))
        line.node = block.node
        line.linkShare = block.linkShare
        line.hint = tree.hint(of: block.node)
        if line.hint == nil, block.followsPicture, line.looksLikeCaption { line.hint = .caption }
        line.isTitle = tree.isInside(.title, block.node)
        line.isRow = block.isRow
        return line
      }
      Self.markExcerpts(&lines)
      page.title = shownTitle(page.title, among: lines) ?? page.title
      page.hasArticle = lines.contains { $0.kind == .prose }
      if !cuts {
        page.text = lines.map(\.text).joined(separator: "\n")
      } else if let reasons = reasons(of: lines, for: &page) {
        page.takeLines(lines, reasons)
      } else {
        page.hasArticle = false
        page.takeLines(lines, reasonsWithoutArticle(of: lines))
      }
    }
    return page
  }

  /// Marks the lines that are only the beginning of a paragraph below them, as the abstracts of some sites
  /// are.
  private static func markExcerpts(_ lines: inout [PageLine]) {
    let excerpts = lines.indices.dropLast().filter { index in
      guard lines[index].hint == nil, let stem = lines[index].excerptStem else { return false }
      return lines[(index + 1)...].prefix(3).contains {
        $0.bytes.count > stem.count && $0.bytes.starts(with: stem)
      }
    }
    for index in excerpts { lines[index].hint = .outside }
  }

  /// The title as the page shows it, where `<title>` says more than that or nothing of the article.
  private func shownTitle(_ title: String?, among lines: [PageLine]) -> String? {
    func isShown(_ text: String) -> Bool {
      var text = text
      return text.withUTF8 { bytes in
        lines.contains { $0.bytes.count == bytes.count && $0.bytes.elementsEqual(bytes) }
      }
    }
    if let title, isShown(title) { return title }
    let candidates = metadata.titleCandidates
    if let shown = candidates.first(where: isShown) { return shown }
    guard candidates.first.map({ $0.count <= 6 }) ?? true else { return nil }
    // 打印, 详情, or no title at all: the last heading above the text.
    let head = lines.prefix { $0.kind != .prose || $0.hint != nil }
    return head.last {
      $0.hint == nil && $0.characterCount >= 6 && tree.isInside(.heading, $0.node)
    }?.text
  }

  /// Why each line is cut, if the page has an article.
  private func reasons(of lines: [PageLine], for page: inout HTMLPage) -> [CutLine.Reason?]? {
    var lines = lines
    var found = ArticleFinder(lines, manner: .markup, knownTitle: page.title, reference: reference)
    // Some sites name the article as others name their furniture. What others wrote is known better.
    if lines.contains(where: \.hasWeakHint) {
      var bare = lines
      for index in bare.indices where bare[index].hasWeakHint { bare[index].hint = nil }
      let other = ArticleFinder(bare, manner: .markup, knownTitle: page.title, reference: reference)
      if (other?.score ?? 0) > 2 * (found?.score ?? 0) {
        lines = bare
        found = other
      }
    }
    if found == nil, lines.contains(where: { $0.hint != nil }) {
      for index in lines.indices { lines[index].hint = nil }
      found = ArticleFinder(lines, manner: .markup, knownTitle: page.title, reference: reference)
    }
    guard var article = found else { return nil }
    var scores = [Int](repeating: 0, count: tree.count)
    for index in article.range where lines[index].kind == .prose && article.cuts[index] == nil {
      scores[lines[index].node] += lines[index].score(isAfterList: false)
    }
    let body = tree.body(scores: scores)
    article.cut { body.contains($0) }
    article.keepSignature { body.contains($0) }
    article.keepFirstItems { body.contains($0) }
    page.bylineDate = article.date
    if page.bylineDate == nil { page.strayDate = article.strayDate }
    page.source = metadata.statedSource ?? article.source ?? page.source
    page.author = page.author ?? article.author
    return article.cuts
  }

  /// Why each line is cut if no article was found: the page's furniture goes, and forms, unless there is
  /// nothing else.
  private func reasonsWithoutArticle(of lines: [PageLine]) -> [CutLine.Reason?] {
    let isBeside = lines.map { tree.isInside(.furniture, $0.node) }
    let isInForm = lines.map { tree.isInside(.form, $0.node) }
    let isInArticle = lines.map { tree.isInside(.article, $0.node) }
    let choices: [(Int) -> Bool] = [
      { isInArticle[$0] && !isInForm[$0] && !isBeside[$0] }, { !isInForm[$0] && !isBeside[$0] },
      { !isBeside[$0] },
    ]
    let isKept = choices.first { lines.indices.contains(where: $0) } ?? { _ in false }
    return lines.indices.map { isKept($0) ? nil : isBeside[$0] ? .navigation : .outside }
  }
}
