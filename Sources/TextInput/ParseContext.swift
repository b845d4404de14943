internal import TextModel

/// The state of parsing one block: the place, and what was found so far.
struct ParseContext {
  let block: InputBlock
  /// The date the path tells, for documents that have none of their own.
  let pathDate: CalendarDate?
  private(set) var result = ParsedBlock()
  /// The line being parsed, from 1; nil where a record is a whole file.
  private var line: Int?
  /// The first byte of the block, to tell where a piece of it stands.
  private var base: UnsafePointer<UInt8>?

  init(_ block: InputBlock, pathDate: CalendarDate?) {
    self.block = block
    self.pathDate = pathDate
  }

  /// The id of the record on this line.
  var recordID: String { "\(block.path)#\(line ?? block.firstLine)" }

  /// Takes a document of the block; of a text that comes in parts, the first one is looked at.
  mutating func add(_ document: Document) {
    if block.partIndex == 0 || block.format != .text,
      let finding = Mojibake.finding(in: document.text)
    {
      warn(finding)
    }
    result.documents.append(document)
  }

  mutating func warn(_ message: String, line: Int? = nil, offset: Int? = nil) {
    report(.warning, message, line: line, offset: offset)
  }

  mutating func fail(_ message: String, line: Int? = nil) {
    report(.error, message, line: line)
  }

  /// Says on which line of the file the next record begins.
  mutating func enter(line: Int) { self.line = line }

  /// The day that a field tells; one without a year is taken near that of the path.
  func date(in text: String) -> CalendarDate? { DateReader.date(in: text, near: pathDate) }

  mutating func warnOfDate(_ written: String, line: Int? = nil) {
    let shown = written.count > 40 ? String(written.prefix(40)) + "…" : written
    warn("not a date: \"\(shown)\"; the document is kept without it", line: line)
  }

  private mutating func report(
    _ severity: InputProblem.Severity, _ message: String, line: Int? = nil, offset: Int? = nil
  ) {
    result.problems.append(
      InputProblem(
        severity, path: block.path, line: line ?? self.line, offset: offset, message: message))
  }

  /// Calls the body for each line that is not blank, without its line end.
  mutating func forEachLine(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, inout ParseContext) -> Void
  ) {
    base = bytes.baseAddress
    var number = block.firstLine
    var start = 0
    // Looked for once: most texts have no CR at all.
    var nextReturn = BlockCutter.first(ASCII.carriageReturn, in: bytes, from: 0) ?? bytes.count
    while start < bytes.count {
      var end = BlockCutter.first(ASCII.lineFeed, in: bytes, from: start) ?? bytes.count
      if nextReturn < start {
        nextReturn =
          BlockCutter.first(ASCII.carriageReturn, in: bytes, from: start) ?? bytes.count
      }
      var next = end + 1
      if nextReturn < end {
        next = nextReturn + 1 == end && end < bytes.count ? end + 1 : nextReturn + 1
        end = nextReturn
      }
      let record = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if !Self.isBlank(record) {
        line = number
        body(record, &self)
      }
      number += 1
      start = next
    }
    line = nil
  }

  /// The text of some bytes of the block, without a byte-order mark; what is not UTF-8 becomes
  /// U+FFFD, with a warning.
  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var body = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { body = UnsafeBufferPointer(rebasing: bytes[3...]) }
    let statistics = UTF8Statistics(body)
    if statistics.isValid { return String(valid: body) }
    var offset = block.byteOffset + (statistics.firstInvalidOffset ?? 0)
    if let start = body.baseAddress, let base = base ?? blockStart(of: bytes) {
      offset += start - base
    }
    warn(
      TextSource.replacementMessage(.utf8, count: statistics.invalidCount), offset: offset)
    return String(decoding: body, as: UTF8.self)
  }

  /// Where the block begins, if the bytes are the end of it (a text after its front matter).
  private func blockStart(of bytes: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8>? {
    bytes.baseAddress.map { $0 - (block.bytes.count - bytes.count) }
  }

  /// Whether a line holds nothing but white space (U+3000 is white space too).
  private static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < line.count {
      if ASCII.isWhiteSpace(line[index]) {
        index += 1
      } else if index + 2 < line.count, line[index] == 0xE3, line[index + 1] == 0x80,
        line[index + 2] == 0x80
      {
        index += 3
      } else {
        return false
      }
    }
    return true
  }
}
