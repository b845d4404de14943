internal import TextModel

extension DocumentParser {
  /// Reads an RSS or Atom feed: each entry is a document.
  func parseFeed(_ bytes: UnsafeBufferPointer<UInt8>, in context: inout ParseContext) {
    let feed = FeedExtractor.feed(in: context.string(bytes))
    guard feed.isFeed || !feed.entries.isEmpty else {
      context.fail("no RSS or Atom feed")
      return
    }
    for (index, entry) in feed.entries.enumerated() {
      var document = Document(
        id: entry.id ?? "\(context.block.path)#\(index + 1)", text: Self.text(of: entry.markup),
        title: entry.title.map { Self.text(of: $0) }, source: feed.title, url: entry.url)
      // An entry without content is a headline: that is its text.
      if document.text.isEmpty { document.text = document.title ?? "" }
      if let written = entry.date {
        document.date = context.date(in: written)
        if document.date == nil { context.warnOfDate(written) }
      }
      if options.extraction == .strict {
        extractArticle(of: &document, near: document.date ?? context.pathDate)
      }
      document.date = document.date ?? context.pathDate
      context.add(document)
    }
    if let line = feed.faultyLine {
      context.warn("the XML is damaged; entries behind this line may be missing", line: line)
    }
  }

  /// Feeds write HTML, plain text, or HTML whose marks are written as text.
  private static func text(of markup: String) -> String {
    guard markup.utf8.contains(ASCII.less) || markup.utf8.contains(UInt8(ascii: "&")) else {
      return markup.split(whereSeparator: \.isNewline).map { HTMLText(String($0)).string }
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }
    return HTMLExtractor.page(in: markup).text
  }
}
