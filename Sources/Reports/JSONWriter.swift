/// Writes JSON (RFC 8259) into a byte buffer: quickly, and with the keys in the order of the calls.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.key("text")
/// writer.value("智谱")
/// writer.endObject()
/// writer.bytes  // {"text":"智谱"}
/// ```
///
/// Commas and colons come by themselves. That calls nest properly is the caller's promise; the writer
/// checks only that every beginning has its end.
public struct JSONWriter: Sendable {
  /// What has been written since the last `removeAll()`: valid UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// Whether a value came before at this level, so that the next needs a comma.
  private var needsComma = false
  /// The number of open objects and arrays.
  private var depth = 0

  public init() {}

  /// What has been written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what has been written, and keeps the memory: a caller who has passed the bytes on goes on
  /// writing here, even in the middle of an object.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  public mutating func beginObject() { open(0x7B) }

  public mutating func endObject() { close(0x7D) }

  public mutating func beginArray() { open(0x5B) }

  public mutating func endArray() { close(0x5D) }

  /// Writes a key of the open object. Its value comes next.
  public mutating func key(_ name: some StringProtocol) {
    separate()
    quote(name)
    bytes.append(0x3A)
    needsComma = false
  }

  public mutating func value(_ text: some StringProtocol) {
    separate()
    quote(text)
    needsComma = true
  }

  public mutating func value(_ number: some BinaryInteger) {
    raw(String(number))
  }

  /// Writes the shortest decimal number that reads back as the same value; `null` for a value that JSON
  /// does not know (infinite, not a number).
  public mutating func value(_ number: Double) {
    if number.isFinite { raw(number.description) } else { null() }
  }

  public mutating func value(_ truth: Bool) { raw(truth ? "true" : "false") }

  public mutating func null() { raw("null") }

  /// Writes JSON source text as it is.
  ///
  /// - Parameter source: A valid JSON value.
  public mutating func raw(_ source: some StringProtocol) {
    separate()
    bytes.append(contentsOf: source.utf8)
    needsComma = true
  }

  /// Ends the line: between rows, for people and for JSON Lines. At the outermost level, the next value
  /// begins a new JSON text, without a comma.
  public mutating func newline() {
    if depth == 0 { needsComma = false }
    bytes.append(0x0A)
  }

  /// Ends the line before the next value, with the comma that the value needs.
  public mutating func newlineBeforeValue() {
    separate()
    needsComma = false
    bytes.append(0x0A)
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
    depth += 1
  }

  private mutating func close(_ bracket: UInt8) {
    precondition(depth > 0, "an object or array ends that did not begin")
    bytes.append(bracket)
    needsComma = true
    depth -= 1
  }

  private mutating func quote(_ text: some StringProtocol) {
    bytes.append(0x22)
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { escape($0) }
    if isDone == nil {
      var copy = String(text)
      copy.withUTF8 { escape($0) }
    }
    bytes.append(0x22)
  }

  /// Appends UTF-8, escaping what JSON requires: quotation mark, backslash and control characters.
  /// U+2028 and U+2029 are legal in JSON and stay.
  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
      bytes.append(contentsOf: utf8[start..<index])
      start = index + 1
      bytes.append(0x5C)
      switch byte {
      case 0x22, 0x5C: bytes.append(byte)
      case 0x08: bytes.append(UInt8(ascii: "b"))
      case 0x09: bytes.append(UInt8(ascii: "t"))
      case 0x0A: bytes.append(UInt8(ascii: "n"))
      case 0x0C: bytes.append(UInt8(ascii: "f"))
      case 0x0D: bytes.append(UInt8(ascii: "r"))
      default:
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      }
    }
    bytes.append(contentsOf: utf8[start...])
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
