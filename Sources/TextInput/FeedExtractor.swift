internal import CXML

/// Takes the entries out of an RSS or Atom feed, while libxml2 reads it.
///
/// The text of an entry is the longest that the feed gives of it: its content, else its description.
/// Nothing that a feed names is loaded.
final class FeedExtractor {
  /// What a feed holds.
  struct Feed: Equatable {
    /// The name of the feed.
    var title: String?
    var entries: [FeedEntry] = []
    /// The line where the XML is first wrong, if it is.
    var faultyLine: Int?
    /// Whether an element of a feed was seen at all.
    var isFeed = false
  }

  private var feed = Feed()
  private var entry: FeedEntry?
  /// The open elements whose text is gathered: a part of an entry may hold XHTML of its own.
  private var part: (name: String, depth: Int)?
  private var text = ""
  private var depth = 0

  private static let content = "http://purl.org/rss/1.0/modules/content/"
  private static let blocks: Set<String> = [
    "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section",
  ]

  private init() {}

  /// The entries of a feed, in their order; the XML may be wrong in any way.
  ///
  /// - Complexity: O(*n*) in the length of the feed.
  static func feed(in xml: String) -> Feed {
    let extractor = FeedExtractor()
    var handler = cxml_xml_handler(
      start: { context, name, space, attributes in
        FeedExtractor.from(context).start(
          String(cString: name), space: space.map { String(cString: $0) } ?? "", attributes)
      },
      end: { context, name in FeedExtractor.from(context).end(String(cString: name)) },
      text: { context, bytes, count in
        let text = UnsafeBufferPointer(start: bytes, count: Int(count))
        FeedExtractor.from(context).add(String(decoding: text, as: UTF8.self))
      })
    var source = xml
    var line: Int64 = 0
    let status = withExtendedLifetime(extractor) {
      source.withUTF8 { bytes -> Int32 in
        guard let base = bytes.baseAddress else { return 0 }
        return cxml_xml_parse(
          base, Int64(bytes.count), &handler, Unmanaged.passUnretained(extractor).toOpaque(), &line)
      }
    }
    extractor.finishEntry()
    if status != CXML_OK { extractor.feed.faultyLine = max(1, Int(line)) }
    return extractor.feed
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> FeedExtractor {
    Unmanaged<FeedExtractor>.fromOpaque(context!).takeUnretainedValue()
  }

  private func start(
    _ name: String, space: String, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    if part != nil {
      // XHTML inside a part: its elements become tags again for the reader of HTML.
      if Self.blocks.contains(name) { text += "\n" }
      return
    }
    switch name {
    case "rss", "feed", "RDF": feed.isFeed = true
    case "item", "entry":
      finishEntry()
      entry = FeedEntry()
    case "link":
      if let link = Self.link(attributes) { entry?.add(link, of: "link") }
      begin(name)
    case "encoded" where space == Self.content: begin("content")
    case "title", "guid", "id", "pubDate", "published", "updated", "date", "description", "summary",
      "content":
      begin(name)
    default: break
    }
  }

  private func begin(_ name: String) {
    part = (name, depth)
    text = ""
  }

  private func end(_ name: String) {
    if let open = part, open.depth == depth {
      part = nil
      let value = HTMLText(text).string
      if entry != nil {
        entry?.add(text, of: open.name)
      } else if open.name == "title", feed.title == nil, !value.isEmpty {
        feed.title = value
      }
    } else if part != nil, Self.blocks.contains(name) {
      text += "\n"
    }
    depth -= 1
    if part == nil, name == "item" || name == "entry" { finishEntry() }
  }

  private func add(_ characters: String) {
    if part != nil { text += characters }
  }

  private func finishEntry() {
    if let entry { feed.entries.append(entry) }
    entry = nil
    part = nil
  }

  /// Atom's link to the entry itself.
  private static func link(_ attributes: UnsafePointer<UnsafePointer<CChar>?>?) -> String? {
    var href: String?
    var relation = "alternate"
    guard var next = attributes else { return nil }
    while let name = next.pointee {
      let value = next.advanced(by: 1).pointee.map { String(cString: $0) } ?? ""
      switch String(cString: name) {
      case "href": href = value
      case "rel": relation = value
      default: break
      }
      next = next.advanced(by: 2)
    }
    return relation == "alternate" ? href : nil
  }
}
