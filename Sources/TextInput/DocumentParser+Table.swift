internal import TextModel

extension DocumentParser {
  /// Reads the rows of a table. The cell of the column `text` is the document; what Fenci does not use
  /// passes through.
  func parseTable(_ bytes: UnsafeBufferPointer<UInt8>, in context: inout ParseContext) {
    guard let header = context.block.header else { return }
    let names = options.fieldNames
    let textName = names.name(of: .text)
    guard header.columns.contains(textName) else {
      // Said once, for the first block of the file.
      guard context.block.partIndex == 0 else { return }
      let columns = header.columns.prefix(12).joined(separator: ", ")
      context.fail("no column \"\(textName)\" in the header (\(columns)); see --fields", line: 1)
      return
    }
    let scanner = DelimitedScanner(delimiter: header.delimiter)
    var line = context.block.firstLine
    var place = 0
    while place < bytes.count {
      let record = scanner.record(in: bytes, from: place)
      context.enter(line: line)
      add(record, under: header, names, in: &context)
      line += BlockCutter.lineEndCount(in: UnsafeBufferPointer(rebasing: bytes[place..<record.end]))
      place = record.end
    }
  }

  private func add(
    _ record: DelimitedScanner.Record, under header: TableHeader, _ names: FieldNames,
    in context: inout ParseContext
  ) {
    if record.fields.count == 1, record.fields[0].isEmpty { return }
    if record.isOpen {
      context.fail("a quoted field does not end; the rest of the file was read into it")
      return
    }
    if record.fields.count > header.columns.count {
      context.warn(
        "\(record.fields.count) fields under \(header.columns.count) columns; the rest is left out")
    }
    var document = Document(id: context.recordID, text: "")
    var seen: Set<String> = []
    for (column, bytes) in zip(header.columns, record.fields) where seen.insert(column).inserted {
      let value = context.cell(bytes)
      switch names.field(of: column) {
      case .text: document.text = value
      case _ where value.isEmpty: break
      case .id: document.id = value
      case .title: document.title = value
      case .source: document.source = value
      case .url: document.url = value
      case .date:
        document.date = context.date(in: value)
        if document.date == nil { context.warnOfDate(value) }
      case nil where !names.passesThrough(column): break
      case nil:
        document.metadata.append(MetadataField(name: column, value: value, isJSON: false))
      }
    }
    document.metadata.sortByName()
    if options.extraction == .strict { extractArticle(of: &document, near: context.pathDate) }
    document.date = document.date ?? context.pathDate
    context.add(document)
  }
}

extension ParseContext {
  /// The text of a cell; what is not UTF-8 becomes U+FFFD, with a warning.
  fileprivate mutating func cell(_ bytes: [UInt8]) -> String {
    if let valid = String(validating: bytes, as: UTF8.self) { return valid }
    warn(TextSource.replacementMessage(.utf8, count: UTF8Statistics(bytes).invalidCount))
    return String(decoding: bytes, as: UTF8.self)
  }
}
