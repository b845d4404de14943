import Testing

@testable import TextInput

@Suite struct GzipTests {
  /// 智谱上市。⏎第二行⏎ and 第三行⏎, as Python's gzip writes them.
  static let first: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x01, 0x1A, 0x00, 0xE5,
    0xFF, 0xE6, 0x99, 0xBA, 0xE8, 0xB0, 0xB1, 0xE4, 0xB8, 0x8A, 0xE5, 0xB8, 0x82, 0xE3,
    0x80, 0x82, 0x0A, 0xE7, 0xAC, 0xAC, 0xE4, 0xBA, 0x8C, 0xE8, 0xA1, 0x8C, 0x0A, 0x63,
    0x1C, 0x85, 0x27, 0x1A, 0x00, 0x00, 0x00,
  ]
  static let second: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0xFF, 0x7B, 0xBE, 0x66, 0xCD,
    0x93, 0x1D, 0x9D, 0x2F, 0x16, 0xF6, 0x70, 0x01, 0x00, 0x63, 0x5C, 0xD4, 0xC8, 0x0A,
    0x00, 0x00, 0x00,
  ]

  @Test("gzip is known by its bytes, whatever the name")
  func plain() {
    let folder = TemporaryFolder()
    for name in ["a.txt", "a.txt.gz", "a"] {
      let found = Outcome([folder.write(name, Self.first)])
      #expect(found.texts == ["智谱上市。\n第二行\n"])
      #expect(found.problems.isEmpty)
    }
    // And a name alone makes no gzip.
    #expect(Outcome([folder.write("b.txt.gz", "正文")]).texts == ["正文"])
  }

  @Test("several members are one stream, padding is nothing, anything else is told")
  func members() {
    let folder = TemporaryFolder()
    let joined = Self.first + Self.second
    for padding in [0, 1, 700, 3 << 20] {
      let bytes = joined + [UInt8](repeating: 0, count: padding)
      let found = Outcome([folder.write("a.gz", bytes)], options: .init(format: .lines))
      #expect(found.texts == ["智谱上市。", "第二行", "第三行"])
      #expect(found.problems.isEmpty)
    }
    let found = Outcome([folder.write("b.gz", joined + Array("rubbish".utf8))])
    #expect(found.texts == ["智谱上市。\n第二行\n第三行\n"])
    #expect(found.problems.map(\.severity) == [.warning])
    #expect(found.problems.map(\.offset) == [joined.count])
  }

  @Test("data cut anywhere are a problem with its place", arguments: 2..<GzipTests.first.count)
  func truncated(count: Int) {
    let folder = TemporaryFolder()
    let found = Outcome([folder.write("a.gz", Array(Self.first.prefix(count)))])
    let errors = found.problems.filter { $0.severity == .error }
    #expect(errors.map(\.offset) == [count])
    // What came before the cut is there; a character may be cut too.
    let text = (found.texts.first ?? "").prefix { $0 != "\u{FFFD}" }
    #expect("智谱上市。\n第二行\n".hasPrefix(text))
  }

  @Test("a changed byte never stops the program", arguments: 2..<GzipTests.first.count)
  func damaged(place: Int) {
    var bytes = Self.first
    bytes[place] ^= 0x55
    let folder = TemporaryFolder()
    let found = Outcome([folder.write("a.gz", bytes), folder.write("b.txt", "乙")])
    #expect(found.texts.last == "乙")
    if place > 9 { #expect(found.problems.contains { $0.severity == .error }) }
  }

  @Test("data that inflate without end are stopped")
  func bomb() throws {
    let folder = TemporaryFolder()
    let path = folder.write("bomb.gz", Self.bomb)
    func message(limit: Int) throws -> String? {
      let file = try SystemFile(opening: InputPath(path))
      let source = ByteSource(file, maximumExpansion: limit, stop: nil)
      do throws(InputFault) {
        var bytes: [UInt8] = []
        while try source.read(into: &bytes) { bytes.removeAll(keepingCapacity: true) }
        return nil
      } catch {
        return error.message
      }
    }
    #expect(
      try message(limit: 100)
        == "inflates to more than 100 times its size, as a zip bomb does; not read further (--max-expansion)"
    )
    #expect(try message(limit: 1000) != nil)
    #expect(try message(limit: 1000)?.contains("times its size") == false)
  }

  /// A gzip member of some 80 MiB of spaces, 158 times its size, made by hand: deflate with fixed
  /// codes, one literal and then matches of 258 bytes at distance 1, which take 13 bits each.
  /// Eight of them fill 13 bytes. It has no end, which comes too late to matter.
  private static let bomb: [UInt8] = {
    let match = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]
    // Last block, fixed codes; the literal 0x20 is 0x50, its highest bit first.
    let start = packed([1, 1, 0] + [0, 1, 0, 1, 0, 0, 0, 0] + match)
    let cycle = packed(Array(repeatElement(match, count: 8).joined()))
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + start
      + repeatElement(cycle, count: (80 << 20) / 258 / 8).joined()
  }()

  private static func packed(_ bits: [Int]) -> [UInt8] {
    stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].enumerated().reduce(0) { $0 | UInt8($1.element << $1.offset) }
    }
  }
}
