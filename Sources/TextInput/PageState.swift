/// The article in the scripts of a page that a browser builds from data: `window.__INITIAL_STATE__`,
/// `__NEXT_DATA__`, JSON-LD.
enum PageState {
  /// What the article's text is called in such data.
  private static let names = [
    "articleBody", "articleContent", "article_content", "newsContent", "contentHtml",
    "content_html",
    "content", "body", "html", "text", "detail",
  ].map { Array($0.utf8) }
  /// A text of fewer bytes is no article.
  private static let minimumSize = 180

  /// The longest of the strings in a script that may be the article, as markup or plain text; nil if
  /// there is none.
  ///
  /// - Complexity: O(*n*).
  static func article(in script: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var best: [UInt8]?
    var place = 0
    while let colon = BlockCutter.first(ASCII.colon, in: script, from: place) {
      place = colon + 1
      guard hasName(script[max(0, colon - 24)..<colon]) else { continue }
      var start = place
      while start < script.count, ASCII.isWhiteSpace(script[start]) { start += 1 }
      guard start < script.count, script[start] == ASCII.quote else { continue }
      var scanner = JSONScanner(UnsafeBufferPointer(rebasing: script[start...]))
      guard let text = try? scanner.string() else { break }
      place = start + scanner.position
      if text.bytes.count > max(best?.count ?? 0, minimumSize) { best = Array(text.bytes) }
    }
    return best
  }

  /// Whether one of the names, in quotation marks or not, ends there.
  private static func hasName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let before = bytes.reversed().drop { ASCII.isWhiteSpace($0) || $0 == ASCII.quote }
    return names.contains { name in
      guard before.starts(with: name.reversed()) else { return false }
      let rest = before.dropFirst(name.count).first
      return rest == nil || rest == ASCII.quote || rest == ASCII.comma || rest == ASCII.openBrace
        || rest == ASCII.space
    }
  }
}
