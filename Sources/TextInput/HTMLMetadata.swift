/// What a page says of itself, the better sources before the others.
struct HTMLMetadata {
  var data = StructuredData()
  private var properties: [String: String] = [:]
  private var title: String?
  private var heading: String?
  private var time: String?
  private var canonicalURL: String?
  private var scriptDate: String?

  /// Names of `<meta>` elements that tell the date, the best first.
  private static let dateNames = [
    "article:published_time", "og:published_time", "og:release_date", "bytedance:published_time",
    "datepublished", "apub:time", "_pubtime", "pubtime", "pubdate", "publishdate", "publish_date",
    "publish-date", "publishtime", "firstpublishedtime", "weibo:article:create_at", "og:time",
    "dc.date", "dc.date.issued", "dcterms.issued", "date", "article:modified_time", "contentdate",
  ]
  private static let dateRanks = Dictionary(
    uniqueKeysWithValues: dateNames.enumerated().map { ($1, $0) })
  /// Names that tell who published the text before it was copied here.
  private static let sourceNames = ["mediaid", "contentsource", "source", "article:source"]
  private static let authorNames = ["article:author", "author", "og:article:author", "byl"]
  /// What stands before the date in the scripts of portals.
  private static let scriptKeys = [
    "datePublished", "publish_time", "publishTime", "pubtime", "pubTime", "publishDate", "pub_date",
    "var ct", "newsTime", "newsDate", "createTime", "ptime",
  ].map { Array($0.utf8) }

  mutating func addMeta(_ attributes: HTMLAttributes) {
    guard let content = attributes["content"], !content.isEmpty,
      let name = attributes["property"] ?? attributes["name"] ?? attributes["itemprop"]
    else { return }
    let key = name.lowercased()
    if properties[key] == nil { properties[key] = content }
  }

  mutating func addLink(_ attributes: HTMLAttributes) {
    if canonicalURL == nil, attributes["rel"]?.lowercased() == "canonical" {
      canonicalURL = attributes["href"]
    }
  }

  mutating func addTime(_ date: String) {
    if time == nil { time = date }
  }

  /// The text of a `<title>`, `<h1>` or `<time>`; the first of each counts.
  mutating func add(_ text: String, of element: PageElement) {
    guard !text.isEmpty else { return }
    switch element {
    case .pageTitle: title = title ?? text
    case .title: heading = heading ?? text
    default: time = time ?? text
    }
  }

  /// Whether only scripts may still know the date.
  var needsDate: Bool { statedDates.isEmpty }

  /// Looks for a date behind the names that portals give it in their scripts:
  /// `"publishTime":"2026-01-08 21:33"`, `var ct = "1767879199";`.
  ///
  /// - Complexity: O(*n*).
  mutating func addScript(_ script: UnsafeBufferPointer<UInt8>) {
    for mark in [ASCII.colon, UInt8(ascii: "=")] {
      var place = 0
      while scriptDate == nil, let found = BlockCutter.first(mark, in: script, from: place) {
        place = found + 1
        var start = place
        while start < min(script.count, found + 4), !ASCII.isDigit(script[start]) { start += 1 }
        guard start < script.count, script[start] == 0x31 || script[start] == 0x32 else { continue }
        let before = script[max(0, found - 24)..<found]
        guard Self.scriptKeys.contains(where: { Self.ends(before, with: $0) }) else { continue }
        let after = script[start..<min(script.count, start + 40)]
        let value = String(
          decoding: after.prefix { !"\\\"';,}\n".utf8.contains($0) }, as: UTF8.self)
        if DateReader.date(in: value) != nil { scriptDate = value }
      }
    }
  }

  /// Whether a name ends there, quotation marks and white space passed over.
  private static func ends(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, with key: [UInt8]) -> Bool {
    let name = bytes.reversed().drop { $0 == ASCII.space || $0 == ASCII.quote || $0 == 0x27 }
    return name.starts(with: key.reversed())
  }

  /// Who the page says was the first to publish the text.
  var statedSource: String? {
    first(of: Self.sourceNames).map { name in
      // 来源：… stands before the name in some pages.
      ["来源：", "来源:"].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name
    }
  }

  /// The dates that the page states, the best first.
  private var statedDates: [String] {
    // A page has fewer properties than there are names.
    let ranked = properties.compactMap { name, value in
      Self.dateRanks[name].map { (rank: $0, value: value) }
    }.sorted { $0.rank < $1.rank }
    return ([data.date] + ranked.map(\.value)).compactMap(clean)
  }

  /// The page without its text.
  var page: HTMLPage {
    var page = HTMLPage()
    page.title = bestTitle
    page.statedDates = statedDates
    page.otherDates = [time, scriptDate].compactMap(\.self)
    page.source = statedSource ?? clean(data.source) ?? clean(properties["og:site_name"])
    page.author = clean(data.author) ?? first(of: Self.authorNames)
    page.url = clean(canonicalURL) ?? clean(properties["og:url"])
    return page
  }

  /// The title as the page writes it.
  private var writtenTitle: String? {
    clean(properties["og:title"]) ?? clean(properties["articletitle"]) ?? title ?? clean(data.title)
  }

  /// Longer ones, in bytes, are none, and are not taken apart.
  private static let longestTitle = 600

  /// What may part a title from the name of its site, the surest first.
  private static let titleMarks = ["_", "|", "丨", " - ", "-", "——"].map { Array($0.utf8) }

  /// The title as it is written, and what stands before and behind each mark in it, the longest first.
  var titleCandidates: [String] {
    guard var written = writtenTitle, written.utf8.count <= Self.longestTitle else { return [] }
    var pieces: [Slice<UnsafeBufferPointer<UInt8>>] = []
    let texts = written.withUTF8 { bytes in
      for mark in Self.titleMarks where mark.count != 3 || mark[0] != ASCII.space {
        var place = 0
        while let found = HTMLSource.find(mark, in: bytes, from: place) {
          pieces += [bytes[..<found], bytes[(found + mark.count)...]]
          place = found + 1
        }
      }
      pieces.sort { $0.count == $1.count ? $0.startIndex < $1.startIndex : $0.count > $1.count }
      return pieces.compactMap { clean(String(decoding: $0, as: UTF8.self)) }
    }
    return [written] + texts.filter { $0.count >= 6 }
  }

  /// The title without the site's name, which stands behind `_`, `|` or ` - `.
  private var bestTitle: String? {
    guard var written = writtenTitle else { return heading }
    if let heading, heading.count >= 6, written.hasPrefix(heading) { return heading }
    let name = written.withUTF8 { bytes -> String? in
      for mark in Self.titleMarks {
        guard let place = HTMLSource.find(mark, in: bytes, from: 0) else { continue }
        let name = String(decoding: bytes[..<place], as: UTF8.self)
        let site = String(decoding: bytes[(place + mark.count)...], as: UTF8.self)
        // `帖子 - 版块 - 论坛 - Powered by …`
        let parts = site.split(separator: String(decoding: mark, as: UTF8.self))
        let longest = parts.count > 1 ? parts[0].count : site.count
        let isShort =
          parts.allSatisfy { $0.count <= 24 } && name.count >= 8 && name.count >= longest
        if isShort, mark != [ASCII.hyphen] || !site.contains(where: \.isNumber) {
          return clean(name)
        }
      }
      return nil
    }
    return name ?? written
  }

  private func first(of names: [String]) -> String? {
    names.lazy.compactMap { clean(properties[$0]) }.first
  }

  private func clean(_ text: String?) -> String? {
    guard let text else { return nil }
    var collapsed = HTMLText()
    collapsed.append(text)
    return collapsed.characterCount == 0 ? nil : collapsed.string
  }
}
