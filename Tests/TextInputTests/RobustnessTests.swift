import Testing
import TextModel

@testable import TextInput

@Suite struct RobustnessTests {
  /// Pieces that mean something to one format or another.
  static let pieces: [[UInt8]] =
    [
      "{", "}", "\"text\":", "\"", "\\u", "\\ud800", "[", "]", ",", ":", "\n", "\r", "---\n",
      "date: ",
      "2026-01-08", "<p>", "</p>", "<article>", "<meta ", "content=", "<!--", "&#x", "<script>",
      "<![CDATA[",
      "中", "。", "\u{3000}", "年", "title: ", "\0", "{\"text\":\"中\"}\n",
    ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0x1F, 0x8B, 8, 0], [0xD6, 0xD0], [0x81, 0x30]]

  static func bytes(seed: Int) -> [UInt8] {
    var random = SplitMix(seed: seed)
    var bytes: [UInt8] = []
    let count = Int.random(in: 0...300, using: &random)
    while bytes.count < count {
      if seed % 3 != 0, Int.random(in: 0..<10, using: &random) < 8 {
        bytes += pieces.randomElement(using: &random)!
      } else {
        bytes.append(.random(in: 0...255, using: &random))
      }
    }
    return bytes
  }

  @Test("no bytes stop the reading, in any format", arguments: InputFormat.allCases)
  func anyBytes(format: InputFormat) {
    let folder = TemporaryFolder()
    for seed in 0..<2_000 {
      let bytes = Self.bytes(seed: seed)
      let direct = parse(bytes, as: format)
      #expect(direct.documents.allSatisfy { !$0.id.isEmpty })
      guard seed % 4 == 0 else { continue }
      let path = folder.write("a", bytes)
      let options = InputReader.Options(
        format: format, splitsLongText: seed % 8 == 0, blockSize: 1 + seed % 50)
      let found = Outcome([path], options: options)
      #expect(found.problems.allSatisfy { $0.path == path && !$0.message.isEmpty })
    }
  }

  @Test("the same bytes make the same documents", arguments: 0..<50)
  func determinism(seed: Int) {
    let bytes = Self.bytes(seed: seed)
    for format in InputFormat.allCases {
      #expect(parse(bytes, as: format) == parse(bytes, as: format))
    }
  }

  @Test("every encoding reads any bytes")
  func anyEncoding() throws {
    let folder = TemporaryFolder()
    let labels = [
      "utf-8", "utf-16", "utf-16be", "utf-32", "gb18030", "big5", "big5-hkscs", "utf-7",
      "iso-2022-cn",
      "hz", "shift_jis",
    ]
    for label in labels {
      let encoding = try TextEncoding(label: label)
      for seed in 0..<60 {
        let path = folder.write("a", Self.bytes(seed: seed * 3))
        let found = Outcome(
          [path], options: .init(format: .lines, encoding: encoding, blockSize: 16))
        #expect(found.documents.allSatisfy { !$0.text.isEmpty })
      }
    }
  }
}
