internal import TextModel

/// The headline of a text that has none of its own: its first line, if that looks like one.
enum Headline {
  /// A longer line is a paragraph.
  static let maximumCharacters = 40

  /// How a line of running text ends: marks of sentences, and those that announce more.
  private static let closingMarks: Set<Character> = [
    "。", "！", "？", "；", "：", "，", "、", "…", ".", "!", "?", ";", ":", ",",
  ]

  /// A document with its first line as its title and the rest as its text; unchanged if it has a title, if it has
  /// one line only, or if the line is long or ends as a sentence does.
  static func split(_ document: Document) -> Document {
    guard document.title?.isEmpty != false else { return document }
    let text = document.text.drop(while: \.isWhitespace)
    guard let end = text.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return document }
    let line = text[..<end].trimmingSuffix(while: \.isWhitespace)
    let rest = text[end...].drop(while: \.isWhitespace)
    guard let last = line.last, !closingMarks.contains(last), !rest.isEmpty,
      line.count <= maximumCharacters
    else { return document }
    var split = document
    split.title = String(line)
    split.text = String(rest)
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
