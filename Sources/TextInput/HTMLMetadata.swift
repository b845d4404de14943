/// What a page says of itself, the better sources before the others.
struct HTMLMetadata {
  private var properties: [String: String] = [:]
  private var title: String?
  private var heading: String?
  private var time: String?
  private var canonicalURL: String?

  /// Names of `<meta>` elements that tell the date, the best first.
  private static let dateNames = [
    "article:published_time", "og:published_time", "og:release_date", "datepublished", "pubdate",
    "publishdate", "publish_date", "publish-date", "dc.date", "dc.date.issued", "date",
    "weibo:article:create_at",
  ]

  mutating func addMeta(_ attributes: [String: String]) {
    guard let content = attributes["content"], !content.isEmpty,
      let name = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
    else { return }
    let key = name.lowercased()
    if properties[key] == nil { properties[key] = content }
  }

  mutating func addLink(_ attributes: [String: String]) {
    if canonicalURL == nil, attributes["rel"]?.lowercased() == "canonical" {
      canonicalURL = attributes["href"]
    }
  }

  mutating func addTime(_ date: String) {
    if time == nil { time = date }
  }

  /// The text of a `<title>`, `<h1>` or `<time>`; the first of each counts.
  mutating func add(_ text: String, of element: String) {
    guard !text.isEmpty else { return }
    switch element {
    case "title": title = title ?? text
    case "h1": heading = heading ?? text
    default: time = time ?? text
    }
  }

  /// The page without its text.
  var page: HTMLPage {
    var page = HTMLPage()
    page.title = clean(properties["og:title"]) ?? title ?? heading
    page.date = Self.dateNames.lazy.compactMap { clean(properties[$0]) }.first ?? time
    page.source = clean(properties["og:site_name"])
    page.url = clean(canonicalURL) ?? clean(properties["og:url"])
    return page
  }

  private func clean(_ text: String?) -> String? {
    guard let text else { return nil }
    var collapsed = HTMLText()
    collapsed.append(text)
    return collapsed.string.isEmpty ? nil : collapsed.string
  }
}
