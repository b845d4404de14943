/// One unit of text: an article, a record, a line. Its text is clean: valid UTF-8, decoded, with no
/// byte-order mark.
///
/// Everything found in a document (tokens, mentions) is a span into `text`, which is owned here and
/// nowhere else.
public struct Document: Hashable, Sendable {
  /// What names the document: the record's own `id`, or a path, with a number where a file holds many.
  public var id: String
  public var title: String?
  public var date: CalendarDate?
  public var source: String?
  public var url: String?
  /// Fields of the record that Fenci does not use, in their order; they pass through to JSON output.
  public var metadata: [MetadataField]
  public var text: String
  /// The lines of the page that were cut, in their order; empty if nothing was.
  public var cutLines: [CutLine] = []

  public init(
    id: String, text: String, title: String? = nil, date: CalendarDate? = nil,
    source: String? = nil, url: String? = nil, metadata: [MetadataField] = []
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.date = date
    self.source = source
    self.url = url
    self.metadata = metadata
  }

  /// The characters of a span.
  ///
  /// - Precondition: the span lies in the text, and both ends on character boundaries.
  /// - Complexity: O(*n*) in the span's length.
  public subscript(span: TextSpan) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: Int(span.start))
    return text[start..<utf8.index(start, offsetBy: span.count)]
  }
}
