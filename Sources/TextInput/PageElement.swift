/// What an HTML element means for the extraction of an article.
enum PageElement: UInt8 {
  /// Begins no new line.
  case inline
  case link
  case time
  /// Begins a new line, and nothing else.
  case block
  case paragraph
  /// A heading of the first rank.
  case title
  case article
  case form
  case caption
  case picture
  /// `nav`, `header`, `footer`, `aside`: beside the article.
  case furniture
  /// What shows no text of the page.
  case hidden
  case pageTitle
  case meta
  case linkRelation
  case frame
  case body
  /// A row of a table, and a cell of one.
  case row
  case cell
  /// A heading of the second or third rank.
  case heading

  var isInline: Bool {
    switch self {
    case .inline, .link, .time, .meta, .linkRelation, .picture: true
    default: false
    }
  }

  private static let names: KeyTable<PageElement> = {
    var names: [UInt64: PageElement] = [:]
    func add(_ element: PageElement, _ list: String) {
      for name in list.split(separator: " ") {
        names[key(name.utf8)] = element
      }
    }
    add(
      .inline,
      "abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span "
        + "strike strong sub sup tt u var wbr")
    add(.link, "a")
    add(.time, "time")
    add(.paragraph, "p")
    add(.picture, "img")
    add(.title, "h1")
    add(.article, "article")
    add(.form, "form")
    add(.caption, "figcaption")
    add(.furniture, "nav header footer aside")
    add(
      .hidden,
      "script style noscript template button select textarea iframe object svg canvas dialog video audio"
    )
    add(.pageTitle, "title")
    add(.meta, "meta")
    add(.linkRelation, "link")
    add(.frame, "frame frameset")
    add(.body, "body html")
    add(.row, "tr")
    add(.cell, "td th")
    add(.heading, "h2 h3")
    return KeyTable(names)
  }()

  /// - Parameter name: A name in small letters, ended by a zero byte.
  init(_ name: UnsafePointer<CChar>) {
    var count = 0
    while name[count] != 0 { count += 1 }
    self = name.withMemoryRebound(to: UInt8.self, capacity: count) {
      PageElement(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// - Parameter name: A name in letters of any case.
  init(_ name: UnsafeBufferPointer<UInt8>) { self = Self.names[Self.key(name)] ?? .block }

  /// The first bytes of a name, in small letters, and its length; no two names of the table have the same.
  @inline(__always)
  private static func key(_ name: some Collection<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for byte in name.prefix(7) {
      key = key << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return key << 8 | UInt64(truncatingIfNeeded: min(name.count, 255))
  }
}
