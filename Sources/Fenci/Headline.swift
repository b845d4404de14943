internal import TextModel

/// The headline of a text that has none of its own: its first line, if that looks like one.
enum Headline {
  /// A longer line is a paragraph.
  static let maximumCharacters = 40

  /// How a line of running text ends: marks of sentences, and those that announce more.
  private static let closingMarks: Set<Character> = [
    "。", "！", "？", "；", "：", "，", "、", "…", ".", "!", "?", ";", ":", ",",
  ]

  /// What stands between the steps of a path through a site (首页 > 新闻 > 正文).
  private static let pathMarks: Set<Character> = [">", "＞", "›", "»", "|"]

  /// A document with its first line as its title and the rest as its text. Unchanged if it has one line only, or if
  /// the line is long or ends as a sentence does. A line that is a path through a site is passed over, with what it
  /// says. Of a document that has a title, a first line that repeats it is dropped.
  static func split(_ document: Document) -> Document {
    if let title = document.title, !title.isEmpty { return dropping(title, from: document) }
    var text = document.text.drop(while: \.isWhitespace)
    while let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")) {
      let line = text[..<end].trimmingSuffix(while: \.isWhitespace)
      text = text[end...].drop(while: \.isWhitespace)
      guard let last = line.last, !text.isEmpty, line.count <= maximumCharacters else { break }
      if line.contains(where: pathMarks.contains) { continue }
      if closingMarks.contains(last) { break }
      var split = document
      split.title = String(line)
      split.text = String(text)
      return split
    }
    return document
  }

  private static func dropping(_ title: String, from document: Document) -> Document {
    let text = document.text.drop(while: \.isWhitespace)
    guard text.hasPrefix(title) else { return document }
    let rest = text.dropFirst(title.count)
    guard rest.first?.isNewline == true else { return document }
    var split = document
    split.text = String(rest.drop(while: \.isWhitespace))
    return split
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, isDropped(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
