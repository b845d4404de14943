/// A file of sections: a header, a table of the sections, and the sections, each at a multiple of 64
/// bytes. All numbers are little-endian.
///
/// | bytes | what |
/// |---|---|
/// | 0–7 | magic, eight bytes that say what the file is |
/// | 8–11 | format number |
/// | 12–15 | number of sections |
/// | 16–23 | checksum of everything after this header's 64 bytes |
/// | 24–31 | size of the file |
/// | 32–63 | SHA-256 of what the file was made from, as 32 bytes |
/// | 64– | for each section: kind (4 bytes), zero (4), offset (8), size (8) |
///
/// The file is mapped into memory and read in place. Opening checks the header and the table of sections,
/// and reads nothing else; `verify()` compares the checksum. What was not verified may hold anything, so
/// readers must not trust an index that comes from the file further than `reserve` reaches.
public struct SectionFile: Sendable {
  public let path: String
  /// The SHA-256 of what the file was made from, in hexadecimal digits.
  public let sourceHash: String
  private let file: MappedFile
  private let sections: [UInt32: Range<Int>]

  static let headerSize = 64
  static let sectionEntrySize = 24
  static let alignment = 64
  /// So many bytes may be read behind the file (they are zeros): as far as the largest index leads that a
  /// unit of a `DoubleArray` can hold, into units of 8 bytes (24 bits and a code) or into the rows of 32
  /// bytes that its weight and tag name (23 bits).
  static let reserve = 1 << 28

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

  /// Opens a file, and checks its header and its table of sections.
  ///
  /// - Parameters:
  ///   - magic: The eight bytes that it must begin with.
  ///   - format: The format number that it must have.
  ///   - content: What the file should be, for the message: "compiled dictionary".
  /// - Throws: `FileError` if it cannot be read, `LexiconError` if it is something else, cut off, of
  ///   another format, or has an impossible table.
  /// - Complexity: O(1) in the size of the file.
  public init(path: String, magic: [UInt8], format: Int, content: String) throws {
    let file = try MappedFile(path: path, reserve: Self.reserve)
    let bytes = file.bytes
    guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(magic) else {
      throw LexiconError.damaged(path: path, reason: "this is no \(content)")
    }
    let found = Int(Self.number(UInt32.self, at: 8, of: bytes))
    guard found == format else {
      throw LexiconError.unsupportedFormat(path: path, found: found, supported: format)
    }
    let size = Int(truncatingIfNeeded: Self.number(UInt64.self, at: 24, of: bytes))
    guard size == bytes.count else {
      throw LexiconError.damaged(path: path, reason: "\(bytes.count) bytes where \(size) belong")
    }
    guard let sections = Self.sections(of: bytes) else {
      throw LexiconError.damaged(path: path, reason: "its table of sections is wrong")
    }
    self.path = path
    self.file = file
    self.sections = sections
    sourceHash = bytes[32..<64].map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// The table of sections; nil unless they stand one after the other, as they are written.
  private static func sections(of bytes: UnsafeRawBufferPointer) -> [UInt32: Range<Int>]? {
    let sectionCount = Int(number(UInt32.self, at: 12, of: bytes))
    guard headerSize + sectionCount * sectionEntrySize <= bytes.count else { return nil }
    var sections: [UInt32: Range<Int>] = [:]
    var next = aligned(headerSize + sectionCount * sectionEntrySize)
    for index in 0..<sectionCount {
      let entry = headerSize + index * sectionEntrySize
      let kind = number(UInt32.self, at: entry, of: bytes)
      let count = number(UInt64.self, at: entry + 16, of: bytes)
      guard number(UInt32.self, at: entry + 4, of: bytes) == 0,
        number(UInt64.self, at: entry + 8, of: bytes) == UInt64(next),
        count <= UInt64(max(0, bytes.count - next)), sections[kind] == nil
      else { return nil }
      sections[kind] = next..<next + Int(count)
      next = aligned(next + Int(count))
    }
    return sections
  }

  /// Compares the checksum of the whole file.
  ///
  /// - Throws: `LexiconError.damaged` if it is wrong.
  /// - Complexity: O(*n*); some 0.1 ms a megabyte, and the reading.
  public func verify() throws(LexiconError) {
    let body = UnsafeRawBufferPointer(rebasing: file.bytes[Self.headerSize...])
    guard Checksum.value(of: body) == Self.number(UInt64.self, at: 16, of: file.bytes) else {
      throw .damaged(path: path, reason: "its checksum is wrong")
    }
  }

  /// Whether the file has a section.
  public func contains(_ kind: UInt32) -> Bool { sections[kind] != nil }

  /// The elements of a section, read in place.
  ///
  /// - Throws: `LexiconError.damaged` if the section is missing or has another size.
  public func array<Element>(
    _ kind: UInt32, of type: Element.Type = Element.self, count: Int? = nil
  ) throws(LexiconError) -> MappedArray<Element> {
    guard let range = sections[kind], let base = file.bytes.baseAddress,
      range.count % MemoryLayout<Element>.stride == 0
    else { throw .damaged(path: path, reason: "section \(kind) is missing") }
    let found = range.count / MemoryLayout<Element>.stride
    if let count, count != found {
      throw .damaged(path: path, reason: "section \(kind) has \(found) elements, not \(count)")
    }
    return MappedArray(
      address: base + range.lowerBound, count: found, reserve: Self.reserve, owner: file)
  }

  /// A section as text.
  public func text(_ kind: UInt32) throws(LexiconError) -> String {
    try array(kind, of: UInt8.self).text
  }

  private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, at offset: Int, of bytes: UnsafeRawBufferPointer
  ) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }
}

extension MappedArray<UInt8> {
  /// The bytes as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
