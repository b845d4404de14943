/// Lays out the bytes of a `SectionFile`.
public struct SectionFileWriter {
  private let magic: [UInt8]
  private let format: Int
  private var sections: [(kind: UInt32, bytes: [UInt8])] = []

  /// - Precondition: `magic` has eight bytes.
  public init(magic: [UInt8], format: Int) {
    precondition(magic.count == 8)
    self.magic = magic
    self.format = format
  }

  /// Adds a section of bytes.
  public mutating func add(_ kind: UInt32, _ bytes: [UInt8]) {
    sections.append((kind, bytes))
  }

  /// Adds a section of text.
  public mutating func add(_ kind: UInt32, _ text: String) { add(kind, Array(text.utf8)) }

  /// Adds a section of integers.
  public mutating func add<Element>(_ kind: UInt32, _ array: MappedArray<Element>) {
    add(kind, Array(array.bytes))
  }

  /// Adds a section of integers.
  public mutating func add<Element: FixedWidthInteger & BitwiseCopyable>(
    _ kind: UInt32, _ elements: [Element]
  ) {
    add(kind, elements.withUnsafeBytes { Array($0) })
  }

  /// The bytes of the file.
  ///
  /// - Parameter sourceHash: 64 hexadecimal digits.
  public func file(sourceHash: String) -> [UInt8] {
    var table: [UInt8] = []
    var body: [UInt8] = []
    let bodyStart = SectionFile.aligned(
      SectionFile.headerSize + sections.count * SectionFile.sectionEntrySize)
    for (kind, bytes) in sections {
      body.append(
        contentsOf: repeatElement(0, count: SectionFile.aligned(body.count) - body.count))
      append(kind, to: &table)
      append(UInt32(0), to: &table)
      append(UInt64(bodyStart + body.count), to: &table)
      append(UInt64(bytes.count), to: &table)
      body += bytes
    }
    table.append(
      contentsOf: repeatElement(0, count: bodyStart - SectionFile.headerSize - table.count))
    let checked = table + body
    var file = magic
    append(UInt32(format), to: &file)
    append(UInt32(sections.count), to: &file)
    append(checked.withUnsafeBytes { Checksum.value(of: $0) }, to: &file)
    append(UInt64(SectionFile.headerSize + checked.count), to: &file)
    var digits = Substring(sourceHash)
    for _ in 0..<32 {
      file.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
      digits = digits.dropFirst(2)
    }
    return file + checked
  }

  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
