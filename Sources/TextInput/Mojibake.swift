internal import ICU

/// Text that was spoiled before it was saved: bytes of one encoding, read in another and written again.
///
/// It is known by its characters: they are rare ones, but turned back into bytes and read anew they are
/// common (`CodeLength`). 锟斤拷 is what is left of U+FFFD when its bytes are read as GBK; nothing brings
/// back what stood there.
enum Mojibake {
  /// At most so many bytes are looked at, half of them from the middle.
  private static let sampleSize = 2 << 10
  /// From so many bits a character a text is suspect; up to so many, what comes of it is Chinese.
  private static let suspectBits = 13.5
  private static let plausibleBits = 12.0

  /// What the text was, and what it was read as. ICU's name of ISO-8859-1 keeps the bytes that
  /// Windows-1252 gives to other characters.
  private static let confusions: [(truth: TextEncoding, reading: String)] = [
    (.utf8, "windows-1252"), (.utf8, "ISO-8859-1"), (.utf8, "GB18030"), (.utf8, "Big5"),
    (.gb18030, "windows-1252"), (.gb18030, "ISO-8859-1"), (.big5, "windows-1252"),
    (.big5, "ISO-8859-1"), (.big5, "GB18030"), (.gb18030, "Big5"),
  ]

  /// What is to be said of a text that was spoiled so, or nil.
  ///
  /// - Complexity: O(*n*) in the number of bytes; beyond 2 KiB only a search for 锟斤拷.
  static func finding(in text: String) -> String? {
    var text = text
    return text.withUTF8 { lostCharacters(in: $0) ?? confusion(in: $0) }
  }

  private static func lostCharacters(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let count = BlockCutter.count(of: Array("锟斤拷".utf8), in: bytes)
    guard count > 0 else { return nil }
    return "mojibake: characters were lost before the text was saved "
      + "(锟斤拷, \(count) \(count == 1 ? "place" : "places"))"
  }

  private static func confusion(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let sample = sample(of: bytes)
    let length = sample.withUnsafeBufferPointer { CodeLength(valid: $0) }
    guard length.wideCount >= 6, length.meanWideBits > suspectBits else { return nil }
    var best: (bits: Double, message: String)?
    for (truth, reading) in confusions {
      let text = restored(sample, truth: truth, reading: reading)
      let length = CodeLength(text)
      let kept = length.wideCount - length.invalidCount
      // Odd bytes are lost on the way: some bad places belong to it.
      guard kept >= 4, kept >= length.invalidCount, length.hanCount * 2 > kept else { continue }
      let bits =
        Double(length.wideBits - CharacterBits.invalid * length.invalidCount) / Double(kept)
        + Double(length.invalidCount) / Double(kept)
      guard bits < plausibleBits, bits < best?.bits ?? .infinity else { continue }
      let name = ["ISO-8859-1", "windows-1252"].contains(reading) ? "Latin-1" : reading
      let (shown, meant) = (excerpt(String(decoding: sample, as: UTF8.self)), excerpt(text))
      best = (
        bits,
        "mojibake: \(truth) that was read as \(name) before it was saved (\(shown) for \(meant)); "
          + "kept as it is"
      )
    }
    return best?.message
  }

  private static func sample(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard bytes.count > sampleSize else { return Array(bytes) }
    let half = sampleSize / 2
    let middle = bytes[(bytes.count / 2)...].drop { $0 & 0xC0 == 0x80 }
    return whole(bytes.prefix(half)) + [ASCII.lineFeed] + whole(middle.prefix(half))
  }

  /// The bytes without a character that is cut at their end.
  private static func whole(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var bytes = Array(bytes)
    guard let lead = bytes.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return bytes }
    if UTF8Statistics(Array(bytes[lead...])).endsInsideCharacter { bytes.removeSubrange(lead...) }
    return bytes
  }

  private static func restored(_ text: [UInt8], truth: TextEncoding, reading: String) -> String {
    var original: [UInt8] = []
    var result: [UInt8] = []
    guard var encoder = try? CharsetConverter(to: reading) else { return "" }
    try? encoder.convert(text, appendingTo: &original, isLast: true)
    if truth == .utf8 { return String(decoding: original, as: UTF8.self) }
    guard var decoder = try? CharsetConverter(from: truth.name) else { return "" }
    try? decoder.convert(original, appendingTo: &result, isLast: true)
    return String(decoding: result, as: UTF8.self)
  }

  /// The first characters outside ASCII.
  private static func excerpt(_ text: String) -> String {
    let wide = text.unicodeScalars.drop { $0.value < 0x80 }.prefix(6)
    return "“" + String(String.UnicodeScalarView(wide.filter { $0.value >= 0xA0 })) + "”"
  }
}
