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
  func bomb() {
    // A deflate block of zeros: each pair of bytes 0x01 0x01… inflates a thousandfold.
    let folder = TemporaryFolder()
    let path = folder.write("bomb.gz", Self.bomb)
    let found = Outcome([path], options: .init(format: .text, splitsLongText: true))
    #expect(found.problems.contains { $0.message.contains("more than 200 times its size") })
    let patient = Outcome(
      [path], options: .init(format: .text, splitsLongText: true, maximumExpansion: 2000))
    #expect(!patient.problems.contains { $0.message.contains("times its size") })
  }

  /// A gzip member of some 90 MiB of zeros, made by hand: fixed-code deflate, whose match of 258 bytes
  /// at distance 1 is 13 bits, `10100011 00000`; its checksum is wrong, but comes too late.
  static let bomb: [UInt8] = {
    var bits: [Bool] = [true, true, false]  // last block, fixed codes
    bits += [false, false, true, true, false, false, false, false]  // the literal 0
    let match = [true, true, false, false, false, true, false, true] + [Bool](repeating: false, count: 5)
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var pending: [Bool] = bits
    for _ in 0..<(90 << 20) / 258 {
      pending += match
      if pending.count >= 104 { flush(&pending, into: &bytes, all: false) }
    }
    pending += [Bool](repeating: false, count: 7)
    flush(&pending, into: &bytes, all: true)
    return bytes + [0, 0, 0, 0, 0, 0, 0, 0]
  }()

  private static func flush(_ bits: inout [Bool], into bytes: inout [UInt8], all: Bool) {
    while bits.count >= 8 || (all && !bits.isEmpty) {
      var byte: UInt8 = 0
      for (index, bit) in bits.prefix(8).enumerated() where bit { byte |= 1 << index }
      bytes.append(byte)
      bits.removeFirst(min(8, bits.count))
    }
  }
}
