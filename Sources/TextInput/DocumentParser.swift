internal import TextModel

/// Makes documents of blocks. A pure function: blocks may be parsed on any thread, in any order.
public struct DocumentParser: Sendable {
  /// How to parse.
  public struct Options: Hashable, Sendable {
    /// Whether `key: value` lines between two lines `---` at the beginning of a plain text are its
    /// title, date and so on. If not, they are text.
    public var readsFrontMatter = true
    /// Whether a document without a date gets the one its path tells (`2026/01/08/a.txt`).
    public var infersDateFromPath = true
    /// Where JSON objects and rows of tables have the fields of a document.
    public var fieldNames = FieldNames()
    /// How far the furniture of saved pages is cut.
    public var extraction = ExtractionMode.auto
    /// Lines to be cut from any document, wherever they stand, if anything is cut.
    public var furniture: FurnitureList?

    public init() {}
  }

  let options: Options

  public init(options: Options = Options()) {
    self.options = options
  }

  /// The documents of a block, and its problems.
  ///
  /// A record that cannot be used is a problem, and the rest goes on. Bytes that are not UTF-8
  /// become U+FFFD, with a warning.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public func documents(in block: InputBlock) -> ParsedBlock {
    var context = ParseContext(block, pathDate: pathDate(of: block.path))
    block.bytes.withUnsafeBufferPointer { bytes in
      switch block.format {
      case .text, .auto: parseText(bytes, in: &context)
      case .lines:
        context.forEachLine(of: bytes) { line, context in
          let text = context.string(line)
          context.add(Document(id: context.recordID, text: text, date: context.pathDate))
        }
      case .jsonl:
        context.forEachLine(of: bytes) { line, context in
          parseJSON(line, in: &context)
        }
      case .html, .mhtml: parseHTML(bytes, in: &context)
      case .csv, .tsv: parseTable(bytes, in: &context)
      case .feed: parseFeed(bytes, in: &context)
      }
    }
    var result = context.result
    if options.extraction != .off, let furniture = options.furniture {
      for index in result.documents.indices { furniture.cut(from: &result.documents[index]) }
    }
    return result
  }

  private func pathDate(of path: String) -> CalendarDate? {
    options.infersDateFromPath ? DateReader.date(inPath: path) : nil
  }

  private func parseText(_ bytes: UnsafeBufferPointer<UInt8>, in context: inout ParseContext) {
    var document = Document(id: context.block.path, text: "")
    var bodyStart = 0
    if options.readsFrontMatter, context.block.partIndex == 0 {
      switch FrontMatter.parse(bytes) {
      case .absent: break
      case .malformed(let line, let reason):
        context.warn("front matter is read as text: \(reason)", line: line)
      case .fields(let fields, let end):
        bodyStart = end
        apply(fields, to: &document, in: &context)
      }
    }
    document.text = context.string(UnsafeBufferPointer(rebasing: bytes[bodyStart...]))
    // A text that comes in parts is larger than any page.
    if options.extraction != .off, context.block.partIndex == 0, context.block.isLastPart {
      extractArticle(of: &document, near: context.pathDate)
    }
    document.date = document.date ?? context.pathDate
    context.add(document)
  }

  /// Cuts the furniture of a page from a document's text; what its head says goes into fields that are
  /// empty.
  func extractArticle(of document: inout Document, near reference: CalendarDate?) {
    let isStrict = options.extraction == .strict
    guard
      let article = document.text.withUTF8({ TextArticle($0, isStrict: isStrict, near: reference) })
    else {
      return
    }
    document.text = article.text
    document.cutLines = article.cutLines
    document.title = document.title ?? article.title
    document.date = document.date ?? article.date
    document.source = document.source ?? article.source
    if let author = article.author {
      document.metadata.append(MetadataField(name: "author", value: author, isJSON: false))
      document.metadata.sortByName()
    }
  }

  private func apply(
    _ fields: [FrontMatter.Field], to document: inout Document, in context: inout ParseContext
  ) {
    for field in fields {
      switch field.name.lowercased() {
      case "id" where !field.value.isEmpty: document.id = field.value
      case "title" where !field.value.isEmpty: document.title = field.value
      case "source" where !field.value.isEmpty: document.source = field.value
      case "url" where !field.value.isEmpty: document.url = field.value
      case "date" where !field.value.isEmpty:
        document.date = context.date(in: field.value)
        if document.date == nil { context.warnOfDate(field.value, line: field.line) }
      case "id", "title", "source", "url", "date": break
      default:
        document.metadata.append(
          MetadataField(name: field.name, value: field.value, isJSON: false))
      }
    }
    document.metadata.sortByName()
  }

  private func parseHTML(_ bytes: UnsafeBufferPointer<UInt8>, in context: inout ParseContext) {
    let envelope = context.block.envelope
    let page = HTMLExtractor.page(
      in: context.string(bytes), cuts: options.extraction != .off,
      near: context.pathDate ?? envelope?.savedDate)
    if page.isTruncated {
      context.warn("elements are nested too deep; what follows them is left out")
    }
    if page.hasFramesOnly {
      context.warn("the page only shows other pages in frames; it has no text of its own")
    }
    var document = Document(
      id: context.block.path, text: page.text, title: page.title ?? envelope?.title,
      source: page.source, url: page.url ?? envelope?.url)
    document.cutLines = page.cutLines
    if let author = page.author {
      document.metadata.append(MetadataField(name: "author", value: author, isJSON: false))
    }
    let told = context.pathDate ?? document.url.flatMap { DateReader.date(inPath: $0) }
    let reference = told ?? envelope?.savedDate
    document.date = page.date(near: reference)
    if document.date == nil, let written = page.wrongDate { context.warnOfDate(written) }
    document.date = document.date ?? reference
    context.add(document)
  }
}

extension [MetadataField] {
  /// Orders the fields by the UTF-8 bytes of their names; fields of one name keep their order.
  mutating func sortByName() {
    let keyed = enumerated().sorted { left, right in
      if left.element.name == right.element.name { return left.offset < right.offset }
      return left.element.name.utf8.lexicographicallyPrecedes(right.element.name.utf8)
    }
    self = keyed.map(\.element)
  }

  /// Of fields of one name, which stand together, the last one counts, as for other JSON readers.
  mutating func keepLastOfEachName() {
    self = indices.filter { $0 + 1 == count || self[$0].name != self[$0 + 1].name }.map { self[$0] }
  }
}
