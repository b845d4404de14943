/// `key: value` lines at the beginning of a plain text, between two lines `---`.
enum FrontMatter {
  struct Field: Equatable {
    var name: String
    var value: String
    /// The line of the file, from 1.
    var line: Int
  }

  enum Outcome: Equatable {
    /// The text does not begin with a line `---`.
    case absent
    /// The text begins like front matter but is not: it is to be read as text.
    case malformed(line: Int, reason: String)
    /// The fields, and where the text begins.
    case fields([Field], end: Int)
  }

  /// The lines looked at for the closing `---`.
  private static let maximumLines = 200

  static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Outcome {
    guard bytes.starts(with: [ASCII.hyphen, ASCII.hyphen, ASCII.hyphen]) else { return .absent }
    var (line, next) = lineAndNext(in: bytes, from: 0)
    guard isFence(line) else { return .absent }
    var fields: [Field] = []
    for number in 2...maximumLines {
      guard next < bytes.count else { break }
      (line, next) = lineAndNext(in: bytes, from: next)
      if isFence(line) { return .fields(fields, end: next) }
      if line.allSatisfy(ASCII.isWhiteSpace) || line.first == UInt8(ascii: "#") { continue }
      guard let field = field(in: line, number: number) else {
        return .malformed(line: number, reason: "this line is not \"key: value\"")
      }
      fields.append(field)
    }
    return .malformed(line: 1, reason: "there is no closing line ---")
  }

  private static func isFence(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.starts(with: [ASCII.hyphen, ASCII.hyphen, ASCII.hyphen])
      && line.dropFirst(3).allSatisfy(ASCII.isWhiteSpace)
  }

  /// A name is any text without a colon that does not begin with white space or a hyphen; a value
  /// may stand in quotation marks.
  private static func field(in line: Slice<UnsafeBufferPointer<UInt8>>, number: Int) -> Field? {
    guard let first = line.first, !ASCII.isWhiteSpace(first), first != ASCII.hyphen,
      let colon = line.firstIndex(of: ASCII.colon)
    else { return nil }
    let name = trimmed(line[..<colon])
    let afterColon = line[(colon + 1)...]
    // `http://…` is no field.
    guard !name.isEmpty, afterColon.first.map(ASCII.isWhiteSpace) ?? true else { return nil }
    var value = trimmed(afterColon)
    if value.count >= 2, let mark = value.first, mark == value.last,
      mark == ASCII.quote || mark == UInt8(ascii: "'")
    {
      value = value.dropFirst().dropLast()
    }
    return Field(
      name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self),
      line: number)
  }

  private static func trimmed(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var bytes = bytes.drop(while: ASCII.isWhiteSpace)
    while let last = bytes.last, ASCII.isWhiteSpace(last) { bytes = bytes.dropLast() }
    return bytes
  }

  private static func lineAndNext(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (Slice<UnsafeBufferPointer<UInt8>>, Int) {
    var end = start
    while end < bytes.count, bytes[end] != ASCII.lineFeed, bytes[end] != ASCII.carriageReturn {
      end += 1
    }
    var next = min(end + 1, bytes.count)
    if next < bytes.count, bytes[end] == ASCII.carriageReturn, bytes[next] == ASCII.lineFeed {
      next += 1
    }
    return (bytes[start..<end], next)
  }
}
