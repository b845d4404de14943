internal import ICU

/// A page with all that it shows in one file, as browsers save it (MHTML, RFC 2557): a mail message whose first
/// part of HTML is the page. The other parts (frames, pictures, styles) are not looked at.
struct MHTMLArchive {
  /// What the archive says of the page.
  let envelope: PageEnvelope
  /// The page, in the encoding that it was saved in.
  let page: [UInt8]
  /// The encoding that the part says it has.
  private let charset: String?
  /// Whether the mark behind the page is missing: its end may be lost.
  let isCut: Bool

  /// Messages within messages are looked at no deeper than this.
  private static let maximumDepth = 8

  /// - Returns: nil if there is no part of HTML.
  /// - Complexity: O(*n*).
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let part = Self.page(in: bytes, isWhole: true, depth: 0) else { return nil }
    let header = MailHeader(bytes)
    let places = [part.header["content-location"], header["snapshot-content-location"]]
    envelope = PageEnvelope(
      title: header.text(of: "subject"),
      url: places.lazy.compactMap(\.self).first { $0.lowercased().hasPrefix("http") },
      savedDate: header["date"].flatMap { DateReader.date(in: $0) })
    page = TransferEncoding(part.header.token(of: "content-transfer-encoding")).decoded(part.body)
    charset = part.header.parameter("charset", of: "content-type")
    isCut = !part.isWhole
  }

  /// Whether bytes begin like an archive that has no name to tell it.
  static func isArchive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let header = MailHeader(UnsafeBufferPointer(rebasing: bytes.prefix(8 << 10)))
    return header["mime-version"] != nil
      && header.token(of: "content-type").map { $0 == "multipart/related" } == true
  }

  /// The page in UTF-8.
  ///
  /// - Parameter named: The encoding the user names. Without it that of the page is found as that of any file;
  ///   what the archive says counts where that is a guess.
  func text(
    named: TextEncoding?
  ) throws(InputFault) -> (bytes: [UInt8], encoding: DetectedEncoding, invalidCount: Int) {
    var encoding =
      named.map { TextSource.resolve($0, sample: page) }
      ?? EncodingDetector.encoding(of: page, isWhole: true)
    if encoding.confidence < 0.5, let charset, let stated = try? TextEncoding(label: charset) {
      encoding = DetectedEncoding(stated, confidence: 0.5, reason: "named by the archive")
    }
    guard encoding.encoding != .utf8 else { return (page, encoding, 0) }
    var text: [UInt8] = []
    do throws(ICUError) {
      var converter = try CharsetConverter(from: encoding.encoding.name)
      try converter.convert(page, appendingTo: &text, isLast: true)
      return (text, encoding, converter.invalidCount)
    } catch {
      throw InputFault(message: "cannot be read as \(encoding.encoding): \(error)")
    }
  }

  private struct Part {
    var header: MailHeader
    var body: UnsafeBufferPointer<UInt8>
    var isWhole: Bool
  }

  /// The page in a message or a part of one.
  private static func page(
    in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool, depth: Int
  ) -> Part? {
    let header = MailHeader(bytes)
    let body = UnsafeBufferPointer(rebasing: bytes[header.end...])
    let type = header.token(of: "content-type") ?? ""
    if type == "text/html" || type == "application/xhtml+xml" {
      return Part(header: header, body: body, isWhole: isWhole)
    }
    guard type.hasPrefix("multipart/"), depth < maximumDepth,
      let boundary = header.parameter("boundary", of: "content-type"), !boundary.isEmpty
    else { return nil }
    let parts = parts(of: body, boundary: Array("--\(boundary)".utf8))
    // The message may name the part that is the page; else it is the first.
    let start = header.parameter("start", of: "content-type")
    let named = start.flatMap { start in
      parts.firstIndex { MailHeader($0.bytes)["content-id"] == start }
    }
    let order = (named.map { [$0] } ?? []) + parts.indices.filter { $0 != named }
    return order.lazy.compactMap { index in
      page(in: parts[index].bytes, isWhole: parts[index].isWhole, depth: depth + 1)
    }.first
  }

  /// What stands between lines that begin with the boundary.
  private static func parts(
    of body: UnsafeBufferPointer<UInt8>, boundary: [UInt8]
  ) -> [(bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool)] {
    var parts: [(bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool)] = []
    var start: Int?
    var line = 0
    while line < body.count {
      let next = (BlockCutter.first(ASCII.lineFeed, in: body, from: line) ?? body.count - 1) + 1
      let mark = body[line..<next]
      let rest = mark.dropFirst(boundary.count)
      let isLast = rest.starts(with: [ASCII.hyphen, ASCII.hyphen])
      if mark.starts(with: boundary), isLast || rest.allSatisfy(ASCII.isWhiteSpace) {
        if let start {
          // The line end before the boundary belongs to it.
          var end = line
          if end > start, body[end - 1] == ASCII.lineFeed { end -= 1 }
          if end > start, body[end - 1] == ASCII.carriageReturn { end -= 1 }
          parts.append((UnsafeBufferPointer(rebasing: body[start..<end]), true))
        }
        start = isLast ? nil : next
        if isLast { break }
      }
      line = next
    }
    if let start { parts.append((UnsafeBufferPointer(rebasing: body[start...]), false)) }
    return parts
  }
}
