import ICU
import Testing

@testable import TextInput

private let simplified = """
  智谱与MiniMax先后登陆港交所，国产大模型开启资本竞赛。\n2026年1月8日，两家公司的股价都有上涨，\
  市场对人工智能的发展前景表示看好。\n
  """
private let traditional = """
  台積電第四季營收創新高，外資看好明年半導體需求。\n這是因為人工智慧的發展，\
  對於先進製程的需要還會增加，市場也都這樣認為。\n
  """

@Suite struct EncodingTests {
  @Test(
    "knows each encoding and reads it back",
    arguments: [
      (TextEncoding.utf8, simplified), (.utf8, traditional), (.gb18030, simplified),
      (.gb18030, traditional), (.big5, traditional), (.eucTaiwan, traditional), (.hz, simplified),
      (.utf16LittleEndian, simplified),
      (.utf16BigEndian, traditional), (.utf32LittleEndian, simplified),
      (.utf32BigEndian, traditional),
    ])
  func roundTrip(encoding: TextEncoding, text: String) throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.txt", try encoded(text, as: encoding))
    let found = Outcome([path])
    #expect(found.blocks.map(\.encoding.encoding) == [encoding])
    #expect(found.texts == [text])
    #expect(found.problems.isEmpty)
    // With the encoding named the text is the same.
    #expect(Outcome([path], options: .init(encoding: encoding)).texts == [text])
  }

  @Test(
    "a byte-order mark decides and is taken away",
    arguments: [
      (TextEncoding.utf8, [0xEF, 0xBB, 0xBF]), (.utf16LittleEndian, [0xFF, 0xFE]),
      (.utf16BigEndian, [0xFE, 0xFF]), (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]),
      (.utf32BigEndian, [0, 0, 0xFE, 0xFF]), (.gb18030, [0x84, 0x31, 0x95, 0x33]),
    ] as [(TextEncoding, [UInt8])])
  func marks(encoding: TextEncoding, mark: [UInt8]) throws {
    let folder = TemporaryFolder()
    let path = folder.write("a.txt", mark + (try encoded("中文", as: encoding)))
    let found = Outcome([path])
    #expect(found.blocks.first?.encoding == .init(encoding, confidence: 1, reason: "BOM"))
    #expect(found.texts == ["中文"])
    let open: TextEncoding =
      encoding.name.hasPrefix("UTF-16")
      ? .utf16 : encoding.name.hasPrefix("UTF-32") ? .utf32 : encoding
    #expect(Outcome([path], options: .init(encoding: open)).texts == ["中文"])
  }

  @Test("bytes made by another program are read")
  func literals() {
    let gb = hexadecimal(
      "d6c7c6d7d3eb4d696e694d6178cfc8baf3b5c7c2bdb8dbbdbbcbf9a3acb9fab2fab4f3c4a3d0cdbfaac6f4"
        + "d7cab1bebeba")
    #expect(EncodingDetector.encoding(of: gb, isWhole: true).encoding == .gb18030)
    let big5 = hexadecimal("a578bf6eb971b2c4a57ca975c0e7a6acb3d0b773b0aa")
    #expect(EncodingDetector.encoding(of: big5, isWhole: true).encoding == .big5)
  }

  @Test(
    "knows a headline of GB18030",
    arguments: [
      "智谱与MiniMax先后登陆港交所，国产大模型开启资本竞赛", "央行：保持流动性合理充裕，推动社会融资成本下降",
      "国家统计局：12月份居民消费价格同比上涨0.8%", "中国队三比一战胜对手，夺得小组第一",
      "DeepSeek发布新模型，开源社区热议", "台风登陆广东，多地停课停工", "新华社北京1月8日电", "上海今日有雨",
      "特朗普称将于四月访问", "习近平会见外宾",
    ])
  func simplifiedHeadlines(text: String) throws {
    let bytes = try encoded(text, as: .gb18030)
    #expect(EncodingDetector.encoding(of: bytes, isWhole: true).encoding == .gb18030)
  }

  @Test(
    "knows a headline of Big5",
    arguments: [
      "台積電第四季營收創新高，外資看好明年半導體需求", "中央氣象署：明天起天氣轉冷，北部有雨",
      "立法院三讀通過新年度總預算", "美國總統表示將與中國談判貿易問題", "香港恒生指數今日收市上升兩百點",
      "行政院長今天到立法院報告", "颱風來襲 各地停班停課", "國際油價上漲，民眾叫苦",
    ])
  func traditionalHeadlines(text: String) throws {
    let bytes = try encoded(text, as: .big5)
    #expect(EncodingDetector.encoding(of: bytes, isWhole: true).encoding == .big5)
  }

  @Test("characters of Hong Kong make it Big5-HKSCS")
  func hongKong() throws {
    let text = "佢哋話香港嘅市場有好多人，今日大家都係咁樣講，我哋喺度等咗一個月"
    let bytes = try encoded(text, as: .big5HongKong)
    #expect(EncodingDetector.encoding(of: bytes, isWhole: true).encoding == .big5HongKong)
  }

  @Test("pure Chinese in UTF-16 has no zero byte and is known all the same")
  func utf16WithoutZeros() throws {
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      let bytes = try encoded("我们的国家在这个时候对于市场的发展有了新的要求", as: encoding)
      #expect(!bytes.contains(0))
      #expect(EncodingDetector.encoding(of: bytes, isWhole: true).encoding == encoding)
    }
  }

  @Test("a few bad bytes do not make UTF-8 anything else", arguments: 0..<50)
  func damagedUTF8(seed: Int) {
    var random = SplitMix(seed: seed)
    var bytes = Array(simplified.utf8)
    for _ in 0..<3 { bytes[Int.random(in: 0..<bytes.count, using: &random)] = 0xFF }
    #expect(EncodingDetector.encoding(of: bytes, isWhole: true).encoding == .utf8)
    bytes += [0xC8, 0xCB]
    let folder = TemporaryFolder()
    let found = Outcome([folder.write("b.txt", bytes)])
    #expect(found.problems.count == 1)
    #expect(found.problems[0].severity == .warning)
    #expect(found.texts[0].unicodeScalars.contains("\u{FFFD}"))
  }

  @Test(
    "bytes without evidence are UTF-8",
    arguments: [
      ([], "ASCII only"), (Array("plain".utf8), "ASCII only"),
      ([0x63, 0x61, 0x66, 0xE9, 0x20], "no evidence"), ([0x80], "no evidence"),
      (Array("hello\0world".utf8), "ASCII only"),
      ([UInt8](repeating: 0, count: 4096), "ASCII only"),
    ] as [([UInt8], String)])
  func noEvidence(bytes: [UInt8], reason: String) {
    let found = EncodingDetector.encoding(of: bytes, isWhole: true)
    #expect(found.encoding == .utf8)
    #expect(found.reason == reason)
  }

  @Test("a cut last character is no fault, and a late one counts")
  func cut() {
    let bytes = Array("中文".utf8.dropLast())
    #expect(EncodingDetector.encoding(of: bytes, isWhole: false).reason == "valid UTF-8")
    var late = EncodingEvidence()
    late.add(Array("ascii".utf8), at: 0, isLast: false)
    late.add(Array("\n".utf8) + hexadecimal("b5c4cac7b2bb"), at: 5, isLast: true)
    #expect(EncodingDetector.encoding(from: late).encoding == .gb18030)
  }

  @Test("a big file is known by what comes after its first megabyte")
  func bigFile() throws {
    let folder = TemporaryFolder()
    let chinese = try encoded(simplified, as: .gb18030)
    var bytes = [UInt8](repeating: ASCII.lineFeed, count: 1 << 20)
    for _ in 0..<4000 { bytes += chinese }
    let found = Outcome([folder.write("a.txt", bytes)])
    #expect(found.blocks.first?.encoding.encoding == .gb18030)
    #expect(found.texts[0].hasSuffix(simplified))
    #expect(found.problems.isEmpty)
  }

  @Test("bad bytes of a converted file are told with their place")
  func badGB() throws {
    let folder = TemporaryFolder()
    var bytes = try encoded(simplified, as: .gb18030)
    // The second byte of a pair: the bad sequence begins with the first one.
    bytes[40] = 0xFF
    bytes.append(0xD6)
    let path = folder.write("a.txt", bytes)
    let found = Outcome([path])
    #expect(found.blocks[0].encoding.encoding == .gb18030)
    #expect(found.problems.count == 1)
    #expect(found.problems[0].offset == 39)
    #expect(found.problems[0].message.hasPrefix("invalid GB18030, replaced by U+FFFD ("))
  }

  @Test(
    "labels",
    arguments: [
      ("utf-8", "UTF-8"), ("UTF8", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16le", "UTF-16LE"),
      ("UTF_16BE", "UTF-16BE"), ("gb18030", "GB18030"), ("GBK", "GB18030"), ("gb2312", "GB18030"),
      ("big5", "Big5"), ("big5-hkscs", "Big5-HKSCS"), ("utf-32", "UTF-32"),
      ("euc-tw", "EUC-TW"), ("hz", "HZ"), ("HZ-GB-2312", "HZ"),
      ("shift_jis", "ibm-943_P15A-2003"),
    ])
  func labels(label: String, name: String) throws {
    #expect(try TextEncoding(label: label).name == name)
  }

  @Test("an unknown label is a clear error")
  func unknownLabel() {
    #expect(throws: InputError.unknownEncoding(label: "klingon")) {
      try TextEncoding(label: "klingon")
    }
    #expect(throws: InputError.self) { try TextEncoding(label: "") }
  }

  @Test("conversion does not depend on how the bytes are cut", arguments: 0..<200)
  func streaming(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let encodings: [TextEncoding] = [.gb18030, .big5, .utf16LittleEndian, .utf16BigEndian]
    let encoding = encodings[seed % encodings.count]
    var bytes = try encoded(seed % 2 == 0 ? simplified : traditional, as: encoding)
    for _ in 0..<(seed % 5) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
    }
    var whole = try CharsetConverter(from: encoding.name)
    var expected: [UInt8] = []
    try whole.convert(bytes, appendingTo: &expected, isLast: true)
    var pieces = try CharsetConverter(from: encoding.name)
    var result: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 1...7, using: &random))
      rest = rest.dropFirst(piece.count)
      try pieces.convert(Array(piece), appendingTo: &result, isLast: false)
    }
    try pieces.convert([], appendingTo: &result, isLast: true)
    #expect(result == expected)
    #expect(pieces.invalidCount == whole.invalidCount)
    for (cut, uncut) in zip(pieces.invalidOffsets, whole.invalidOffsets) {
      #expect(abs(cut - uncut) <= 3)
    }
  }

  @Test("ill-formed sequences are counted as String replaces them", arguments: 0..<300)
  func statistics(seed: Int) {
    var random = SplitMix(seed: seed)
    let interesting: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC1, 0xC2, 0xE0, 0xE4, 0xED, 0xF0, 0xF4, 0xF5, 0xFF, 0x9F, 0xA0, 0xB8,
      0xAD,
    ]
    let bytes = (0..<40).map { _ in interesting.randomElement(using: &random)! }
    let statistics = UTF8Statistics(bytes)
    let repaired = String(decoding: bytes, as: UTF8.self)
    #expect(statistics.invalidCount == repaired.unicodeScalars.count { $0 == "\u{FFFD}" })
    #expect(statistics.isValid == (String(validating: bytes, as: UTF8.self) != nil))
  }

  @Test("one bad sequence in Chinese text is found wherever it stands", arguments: 0..<300)
  func rareFault(seed: Int) {
    var random = SplitMix(seed: seed)
    let common = ["中", "国", "，", "。"].map { Array($0.utf8) }
    let rare = ["A", "2026", "é", "𠮷", "\u{800}", "\u{D7FF}", "\u{E000}"].map { Array($0.utf8) }
    let ill: [[UInt8]] = [
      [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE4, 0xB8],
      [0xE4], [0xB8], [0xFF], [0xC0, 0x80], [0xF0, 0x80, 0x80, 0x80],
    ]
    // Some longer than the counts of one lane go.
    let sizes = seed % 10 == 0 ? 1_500...3_000 : 1...60
    var pieces = (0..<Int.random(in: sizes, using: &random)).map { _ in
      (Int.random(in: 0..<8, using: &random) == 0 ? rare : common).randomElement(using: &random)!
    }
    if seed % 3 > 0 {
      pieces.insert(
        ill.randomElement(using: &random)!, at: Int.random(in: 0...pieces.count, using: &random))
    }
    let bytes = pieces.flatMap(\.self)
    let statistics = UTF8Statistics(bytes)
    let repaired = String(decoding: bytes, as: UTF8.self).unicodeScalars
    #expect(statistics.invalidCount == repaired.count { $0 == "\u{FFFD}" })
    #expect(statistics.longCount == repaired.count { $0.value >= 0x800 && $0 != "\u{FFFD}" })
    #expect(statistics.twoByteCount == repaired.count { (0x80..<0x800).contains($0.value) })
    #expect(statistics.isValid == (String(validating: bytes, as: UTF8.self) != nil))
  }
}
