/// What an HTML page tells.
struct HTMLPage: Equatable {
  var title: String?
  /// The date as the page writes it.
  var date: String?
  var source: String?
  var url: String?
  /// The paragraphs, one a line.
  var text = ""
  /// Whether the page is nested so deep that its rest was not read.
  var isTruncated = false
}
