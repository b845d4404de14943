/// One entry of a feed, as it is written there.
struct FeedEntry: Equatable {
  var title: String?
  var id: String?
  var url: String?
  /// The date as the feed writes it: that of publication before that of a change.
  var date: String?
  private var publication = 0
  /// HTML or plain text: the longest of content, summary and description.
  var markup = ""

  /// Takes the text of an element of the entry.
  mutating func add(_ value: String, of name: String) {
    let plain = HTMLText(value).string
    guard !plain.isEmpty else { return }
    switch name {
    case "title": title = title ?? plain
    case "guid", "id": id = id ?? plain
    case "link": url = url ?? plain
    case "pubDate", "published", "date", "updated":
      let rank = name == "updated" ? 1 : 2
      if rank > publication {
        date = plain
        publication = rank
      }
    case "description", "summary", "content":
      if value.utf8.count > markup.utf8.count { markup = value }
    default: break
    }
  }
}

extension HTMLText {
  /// A text with its white space made sensible.
  init(_ text: String) {
    self.init()
    append(text)
  }
}
