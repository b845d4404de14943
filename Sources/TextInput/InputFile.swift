/// One open file, given out block by block.
final class InputFile {
  /// Plain text without any mark to cut at is cut at this size.
  private static let longestPart = 1 << 20
  private static let longestHeader = 1 << 20

  let path: InputPath
  let format: InputFormat
  private let source: TextSource
  private let options: InputReader.Options
  private var buffer: [UInt8] = []
  /// The first byte of the buffer that is not yet given.
  private var start = 0
  private var isAtEnd = false
  private var byteOffset = 0
  private var line = 1
  private var partIndex = 0
  /// The header of a table, once it is read.
  private var header: TableHeader?
  /// The file's own bytes that blocks account for so far.
  private var sourceBytes = 0
  private(set) var problems: [InputProblem] = []

  init(
    _ path: InputPath, hasName: Bool, file: consuming SystemFile, options: InputReader.Options,
    stop: StopSignal?
  ) throws(InputFault) {
    self.path = path
    self.options = options
    let bytes = ByteSource(file, maximumExpansion: options.maximumExpansion, stop: stop)
    let implied = hasName ? InputFormat.implied(byPath: path.description) : .text
    let isArchive = (options.format == .auto ? implied : options.format) == .mhtml
    // The parts of an archive have encodings of their own.
    source = try TextSource(bytes, named: isArchive ? .utf8 : options.encoding)
    if options.format == .auto, source.looksBinary, !isArchive {
      throw InputFault(
        message: "looks like a binary file (it has zero bytes); name the format to read it anyway")
    }
    var first: [UInt8] = []
    var fault: InputFault?
    do throws(InputFault) {
      while first.isEmpty, !isAtEnd { isAtEnd = !(try source.read(into: &first)) }
    } catch {
      isAtEnd = true
      fault = error
    }
    if options.format != .auto {
      format = options.format
    } else if hasName {
      // XML may be anything; a feed is known by its root.
      format = implied == .text && InputFormat.isFeed(first[...]) ? .feed : implied
    } else {
      format = .implied(byContent: first)
    }
    buffer = first
    byteOffset = source.markSize
    if let fault { note(fault) }
    if buffer.isEmpty, isAtEnd, fault == nil {
      note(InputFault(severity: .warning, message: "an empty file: no document"))
    }
  }

  /// Passes over the first blocks, without a word of what is wrong with them.
  func skip(parts count: Int) {
    guard count > 0 else { return }
    for _ in 0..<count where next() == nil { break }
    problems = []
  }

  /// The next block, or nil at the end. Its ordinal is left to the reader.
  func next() -> InputBlock? {
    let count: Int? =
      switch format {
      case .text where options.splitsLongText: nextPart()
      case .text, .html, .mhtml, .feed, .auto: nextWhole()
      case .csv, .tsv: nextRecords()
      case .lines, .jsonl: nextLines()
      }
    guard let count else {
      if let fault = source.conversionFault { note(fault) }
      return nil
    }
    let block = take(count)
    return format == .mhtml ? unpacked(block) : block
  }

  func takeProblems() -> [InputProblem] {
    defer { problems = [] }
    return problems
  }

  private var available: Int { buffer.count - start }

  private func nextPart() -> Int? {
    while available <= Self.longestPart, !isAtEnd { fill() }
    guard available > 0 else { return nil }
    return withAvailable {
      BlockCutter.textEnd(in: $0, target: options.blockSize, limit: Self.longestPart)
    }
  }

  private func nextWhole() -> Int? {
    // A file that says how large it is gets its room at once.
    if !isAtEnd, let size = source.expectedSize, size <= options.maximumDocumentSize {
      buffer.reserveCapacity(size + 64)
    }
    while !isAtEnd, available <= options.maximumDocumentSize { fill() }
    guard available <= options.maximumDocumentSize else {
      isAtEnd = true
      buffer = []
      start = 0
      note(tooLarge("document"))
      return nil
    }
    return available > 0 ? available : nil
  }

  private func nextLines() -> Int? {
    var scanned = 0
    while true {
      while available < options.blockSize, !isAtEnd { fill() }
      guard available > 0 else { return nil }
      let end = withAvailable {
        BlockCutter.lineEnd(
          in: $0, target: options.blockSize, scanned: scanned, isWhole: isAtEnd)
      }
      if (end ?? available) > max(options.maximumDocumentSize, options.blockSize) {
        note(tooLarge("line"), line: line)
        skipLine(known: end)
        scanned = 0
      } else if let end {
        return end
      } else {
        // The last byte may be the CR of a CRLF: it is looked at again.
        scanned = max(0, available - 1)
        fill()
      }
    }
  }

  private func nextRecords() -> Int? {
    if header == nil, !readHeader() { return nil }
    while true {
      while available < options.blockSize, !isAtEnd { fill() }
      guard available > 0, let header else { return nil }
      let end = withAvailable {
        DelimitedScanner(delimiter: header.delimiter)
          .recordsEnd(in: $0, target: options.blockSize, isWhole: isAtEnd)
      }
      if let end, end <= max(options.maximumDocumentSize, options.blockSize) { return end }
      if end != nil || available > options.maximumDocumentSize {
        // Where a record does not end, no later one can be told from it.
        note(tooLarge("record"), line: line)
        isAtEnd = true
        drop(available)
        return nil
      }
      let before = available
      while available < 2 * before, !isAtEnd { fill() }
    }
  }

  /// Reads the first record of a table.
  private func readHeader() -> Bool {
    let isTabbed = format == .tsv
    while true {
      let header = withAvailable { TableHeader($0, isTabbed: isTabbed) }
      let end = withAvailable {
        DelimitedScanner(delimiter: header.delimiter).recordsEnd(
          in: $0, target: 0, isWhole: isAtEnd)
      }
      if let end {
        self.header = header
        line += withAvailable { bytes in
          BlockCutter.lineEndCount(in: UnsafeBufferPointer(rebasing: bytes[..<end]))
        }
        drop(end)
        return true
      }
      guard !isAtEnd else { return false }
      if available > Self.longestHeader {
        note(tooLarge("header", limit: Self.longestHeader), line: line)
        isAtEnd = true
        drop(available)
        return false
      }
      fill()
    }
  }

  /// Passes over a line that is too long without keeping it.
  private func skipLine(known: Int?) {
    var end = known
    while end == nil {
      let kept = 1
      drop(available - kept)
      if isAtEnd { break }
      fill()
      end = withAvailable {
        BlockCutter.lineEnd(in: $0, target: 0, scanned: 0, isWhole: isAtEnd)
      }
    }
    drop(end ?? available)
    line += 1
  }

  private func drop(_ count: Int) {
    start += count
    byteOffset += count
  }

  private func take(_ count: Int) -> InputBlock {
    let bytes: [UInt8]
    if start == 0, count == buffer.count {
      // A whole file is handed over without a copy.
      bytes = buffer
      buffer = []
    } else {
      bytes = Array(buffer[start..<start + count])
      start += count
    }
    if available == 0, !isAtEnd { fill() }
    let block = InputBlock(
      path: path.description, format: format, bytes: bytes, encoding: source.encoding,
      header: header, firstLine: line, byteOffset: byteOffset, partIndex: partIndex,
      isLastPart: isAtEnd && available == 0, sourceByteCount: source.bytesRead - sourceBytes)
    sourceBytes = source.bytesRead
    if !block.isLastPart { line += bytes.withUnsafeBufferPointer(BlockCutter.lineEndCount) }
    byteOffset += count
    partIndex += 1
    return block
  }

  /// The page of an archive.
  private func unpacked(_ file: InputBlock) -> InputBlock? {
    guard let archive = file.bytes.withUnsafeBufferPointer({ MHTMLArchive($0) }) else {
      note(InputFault(message: "no page in the archive (no part of HTML)"))
      return nil
    }
    if archive.isCut {
      note(InputFault(severity: .warning, message: "the archive ends within the page"))
    }
    do throws(InputFault) {
      let text = try archive.text(named: options.encoding)
      if text.invalidCount > 0 {
        let message = TextSource.replacementMessage(
          text.encoding.encoding, count: text.invalidCount)
        note(InputFault(severity: .warning, message: message))
      }
      var page = file
      page.format = .html
      page.bytes = text.bytes
      page.encoding = text.encoding
      page.envelope = archive.envelope
      return page
    } catch {
      note(error)
      return nil
    }
  }

  /// Reads some more, after moving what is left to the beginning of the buffer.
  private func fill() {
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    do throws(InputFault) {
      isAtEnd = !(try source.read(into: &buffer))
    } catch {
      isAtEnd = true
      note(error)
    }
  }

  private func withAvailable<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  private func tooLarge(_ thing: String, limit: Int? = nil) -> InputFault {
    let limit = limit ?? options.maximumDocumentSize
    return InputFault(
      message: "the \(thing) is larger than \(limit) bytes; left out"
        + (limit == options.maximumDocumentSize ? " (--max-document)" : ""))
  }

  private func note(_ fault: InputFault, line: Int? = nil) {
    problems.append(
      InputProblem(
        fault.severity, path: path.description, line: line, offset: fault.offset,
        message: fault.message))
  }
}
