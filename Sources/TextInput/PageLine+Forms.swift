/// Forms of lines by which the parts of an article are known.
extension PageLine {
  /// What stands before the text of a heading in Markdown, or in the head that a reading service writes.
  var titleMarkCount: Int {
    for mark in ["Title: ", "# "] where bytes.starts(with: mark.utf8) { return mark.utf8.count }
    return 0
  }

  /// Whether it names a file that can be taken from the page.
  var isAttachment: Bool {
    Self.fileEndings.contains { bytes.suffix($0.count).elementsEqual($0) }
      || bytes.starts(with: "附件".utf8)
  }

  private static let fileEndings = [
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".et", ".ofd", ".ppt", ".pptx", ".zip",
    ".rar",
  ].map { Array($0.utf8) }

  /// Whether it begins as the first of several items does.
  var isFirstItem: Bool {
    ["一、", "（一）", "(一)", "1.", "1、", "1．", "第一条", "第一章"].contains {
      bytes.starts(with: $0.utf8)
    }
  }

  /// Whether it is a time of the day, as above the entries of a live report.
  var isClock: Bool {
    kind == .stamp && bytes.count <= 8 && BlockCutter.first(ASCII.colon, in: bytes, from: 1) != nil
  }

  /// Whether it only says that the text ends: `—— 完 ——`, `END`.
  var isEndMark: Bool {
    guard characterCount <= 16 else { return false }
    let letters = text.filter { $0.isLetter }
    return ["完", "全文完", "正文完", "END", "End", "end", "THEEND", "完结"].contains(letters)
  }
}
