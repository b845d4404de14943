internal import TextModel

/// What an HTML page tells.
struct HTMLPage {
  var title: String?
  /// Dates, as the page writes them, that are meant for programs.
  var statedDates: [String] = []
  /// The date of the line below the title.
  var bylineDate: CalendarDate?
  /// Other dates that may be the article's.
  var otherDates: [String] = []
  /// A date that stands near the article, for want of a better one.
  var strayDate: CalendarDate?
  var source: String?
  var author: String?
  var url: String?
  /// The paragraphs, one a line.
  var text = ""
  var cutLines: [CutLine] = []
  /// Whether an article was found in it.
  var hasArticle = false
  /// Whether the page is nested so deep that its rest was not read.
  var isTruncated = false
  /// Whether the page shows other pages and has no text of its own.
  var hasFramesOnly = false

  /// The day of publication: the first of these dates that is one.
  func date(near reference: CalendarDate?) -> CalendarDate? {
    func first(_ texts: [String]) -> CalendarDate? {
      texts.lazy.compactMap { DateReader.date(in: $0, near: reference) }.first
    }
    return first(statedDates) ?? bylineDate ?? first(otherDates) ?? strayDate
  }

  /// What the page gives for a date.
  var wrongDate: String? { statedDates.first ?? otherDates.first }

  /// Takes the lines that stay as the text, and the others as cut.
  mutating func takeLines(_ lines: [PageLine], _ reasons: [CutLine.Reason?]) {
    var kept: [UInt8] = []
    kept.reserveCapacity(lines.reduce(0) { $0 + $1.bytes.count + 1 })
    for (line, reason) in zip(lines, reasons) {
      if let reason {
        cutLines.append(CutLine(text: line.text, reason: reason, position: kept.count))
      } else {
        if !kept.isEmpty { kept.append(ASCII.lineFeed) }
        kept += line.bytes
      }
    }
    text = kept.withUnsafeBufferPointer { String(valid: $0) }
  }
}
