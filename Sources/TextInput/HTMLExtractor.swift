internal import CXML

/// Takes the article out of an HTML page, while libxml2 reads it.
///
/// The text is that of the block elements, one paragraph a line, without navigation, scripts and
/// forms; if the page has an `<article>` with text in it, nothing else is taken.
final class HTMLExtractor {
  private var metadata = HTMLMetadata()
  private var paragraphs: [Paragraph] = []
  private var current = HTMLText()
  /// How many elements of each kind are open around the present place.
  private var droppedDepth = 0
  private var articleDepth = 0
  private var formDepth = 0
  /// The text being gathered for the title, the first heading or `<time>`.
  private var capture: (element: String, text: HTMLText)?

  private struct Paragraph {
    var text: String
    var isInArticle: Bool
    var isInForm: Bool
  }

  private static let dropped: Set<String> = [
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "button",
    "select", "textarea", "iframe", "object", "svg", "canvas", "dialog",
  ]

  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "meta", "link", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]

  private init() {}

  /// What a page tells. The markup may be wrong in any way.
  ///
  /// - Complexity: O(*n*) in the length of the page.
  static func page(in html: String) -> HTMLPage {
    let extractor = HTMLExtractor()
    var handler = cxml_html_handler(
      start: { context, name, attributes in
        HTMLExtractor.from(context).start(
          String(cString: name), HTMLExtractor.dictionary(attributes))
      },
      end: { context, name in HTMLExtractor.from(context).end(String(cString: name)) },
      text: { context, bytes, count in
        let text = UnsafeBufferPointer(start: bytes, count: Int(count))
        HTMLExtractor.from(context).add(String(decoding: text, as: UTF8.self))
      })
    // A zero byte would end the page for libxml2; HTML reads it as U+FFFD.
    var source = html.utf8.contains(0) ? String(html.map { $0 == "\0" ? "\u{FFFD}" : $0 }) : html
    let status = withExtendedLifetime(extractor) {
      source.withUTF8 { bytes -> Int32 in
        guard let base = bytes.baseAddress else { return 0 }
        return cxml_html_parse(
          base, Int64(bytes.count), &handler, Unmanaged.passUnretained(extractor).toOpaque())
      }
    }
    extractor.flush()
    var page = extractor.metadata.page
    page.text = extractor.articleText
    page.isTruncated = Int(status) != CXML_OK
    return page
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> HTMLExtractor {
    Unmanaged<HTMLExtractor>.fromOpaque(context!).takeUnretainedValue()
  }

  private static func dictionary(
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    var result: [String: String] = [:]
    guard var next = attributes else { return result }
    while let name = next.pointee {
      let value = next.advanced(by: 1).pointee.map { String(cString: $0) } ?? ""
      // Of attributes of one name HTML takes the first.
      if result[String(cString: name)] == nil { result[String(cString: name)] = value }
      next = next.advanced(by: 2)
    }
    return result
  }

  private func start(_ name: String, _ attributes: [String: String]) {
    if !Self.inline.contains(name) { flush() }
    if Self.dropped.contains(name) { droppedDepth += 1 }
    switch name {
    case "article": articleDepth += 1
    case "form": formDepth += 1
    case "meta": metadata.addMeta(attributes)
    case "link": metadata.addLink(attributes)
    case "time":
      if let date = attributes["datetime"] {
        metadata.addTime(date)
      } else {
        startCapture(name)
      }
    case "title", "h1": startCapture(name)
    default: break
    }
  }

  private func end(_ name: String) {
    if !Self.inline.contains(name) { flush() }
    if Self.dropped.contains(name) { droppedDepth -= 1 }
    switch name {
    case "article": articleDepth -= 1
    case "form": formDepth -= 1
    default: break
    }
    if let captured = capture, captured.element == name {
      capture = nil
      metadata.add(captured.text.string, of: name)
    }
  }

  private func add(_ text: String) {
    capture?.text.append(text)
    if droppedDepth == 0, capture?.element != "title" { current.append(text) }
  }

  /// Begins to gather an element's text, unless another one is being gathered. A heading counts
  /// though it stands in a `<header>`; the title of a drawing does not.
  private func startCapture(_ name: String) {
    if capture == nil, name == "h1" || droppedDepth == 0 { capture = (name, HTMLText()) }
  }

  /// Ends the present paragraph.
  private func flush() {
    let text = current.string
    current = HTMLText()
    guard !text.isEmpty else { return }
    paragraphs.append(
      Paragraph(text: text, isInArticle: articleDepth > 0, isInForm: formDepth > 0))
  }

  private var articleText: String {
    // Some sites put the whole page into one form: its text is better than none.
    let choices: [(Paragraph) -> Bool] = [
      { $0.isInArticle && !$0.isInForm }, { !$0.isInForm }, { _ in true },
    ]
    for isChosen in choices {
      let chosen = paragraphs.filter(isChosen)
      if !chosen.isEmpty { return chosen.map(\.text).joined(separator: "\n") }
    }
    return ""
  }
}
