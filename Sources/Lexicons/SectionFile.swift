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
/// The file is mapped into memory and read in place; opening costs the checksum, some 0.1 ms a megabyte.
public struct SectionFile: Sendable {
  public let path: String
  /// The SHA-256 of what the file was made from, in hexadecimal digits.
  public let sourceHash: String
  private let file: MappedFile
  private let sections: [UInt32: Range<Int>]

  static let headerSize = 64
  static let sectionEntrySize = 24
  static let alignment = 64

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

  /// Opens and checks a file.
  ///
  /// - Parameters:
  ///   - magic: The eight bytes that it must begin with.
  ///   - format: The format number that it must have.
  ///   - content: What the file should be, for the message: "compiled dictionary".
  /// - Throws: `FileError` if it cannot be read, `LexiconError` if it is something else, damaged, or of
  ///   another format.
  public init(path: String, magic: [UInt8], format: Int, content: String) throws {
    let file = try MappedFile(path: path)
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
    let body = UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...])
    guard Checksum.value(of: body) == Self.number(UInt64.self, at: 16, of: bytes) else {
      throw LexiconError.damaged(path: path, reason: "its checksum is wrong")
    }
    var sections: [UInt32: Range<Int>] = [:]
    for index in 0..<Int(Self.number(UInt32.self, at: 12, of: bytes)) {
      let entry = Self.headerSize + index * Self.sectionEntrySize
      let offset = Int(Self.number(UInt64.self, at: entry + 8, of: bytes))
      let count = Int(Self.number(UInt64.self, at: entry + 16, of: bytes))
      sections[Self.number(UInt32.self, at: entry, of: bytes)] = offset..<offset + count
    }
    self.path = path
    self.file = file
    self.sections = sections
    sourceHash = bytes[32..<64].map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
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
    return MappedArray(address: base + range.lowerBound, count: found, owner: file)
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
