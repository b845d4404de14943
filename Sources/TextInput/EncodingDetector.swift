internal import ICU

/// Finds the encoding of a Chinese text from its bytes.
///
/// The evidence, in this order: a byte-order mark; zero bytes in the pattern of UTF-16 or UTF-32;
/// validity as UTF-8 (a few bad bytes do not make it anything else); and whether the characters
/// that come out of GB18030, Big5 or UTF-16 are those that Chinese texts use most.
public enum EncodingDetector {
  /// At most this many bytes are decoded for the letter statistics.
  private static let scoredSize = 64 << 10

  /// The most probable encoding.
  ///
  /// - Parameters:
  ///   - sample: The beginning of the text, or all of it.
  ///   - isWhole: Whether the sample is all: if not, its last character may be cut.
  ///   - slices: Pieces from further on, cut anywhere; may be empty.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func encoding(
    of sample: [UInt8], isWhole: Bool, slices: [[UInt8]] = []
  ) -> DetectedEncoding {
    if let marked = byteOrderMark(of: sample) {
      return DetectedEncoding(marked, confidence: 1, reason: "BOM")
    }
    if let patterned = zeroBytePattern(of: sample) {
      return DetectedEncoding(patterned, confidence: 0.95, reason: "zero bytes")
    }
    let counts = UTF8Counts(sample, isWhole: isWhole, slices: slices)
    if counts.invalid == 0 {
      guard counts.valid > 0 else {
        return DetectedEncoding(.utf8, confidence: 1, reason: "ASCII only")
      }
      let confidence = 1 - 1 / Double(1 + counts.twoByte + 8 * counts.long)
      return DetectedEncoding(.utf8, confidence: confidence, reason: "valid UTF-8")
    }
    // In GB18030 and Big5 long UTF-8 sequences are rare accidents: they outweigh some bad bytes.
    if counts.long >= 2 * counts.invalid || counts.valid >= 10 * counts.invalid {
      let confidence = Double(counts.valid) / Double(counts.valid + counts.invalid)
      return DetectedEncoding(.utf8, confidence: confidence, reason: "UTF-8 with bad bytes")
    }
    return wideCharacters(in: sample) ?? lettersDecide(evidence(in: sample, slices: slices))
  }

  private static func byteOrderMark(of bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LittleEndian }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return .gb18030 }
    return nil
  }

  /// The form of UTF-16 or UTF-32 whose zero bytes these are, if any.
  private static func zeroBytePattern(of sample: [UInt8]) -> TextEncoding? {
    guard BlockCutter.contains(0, in: sample) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 3] += 1 }
    let total = zeros.reduce(0, +)
    guard total > 0, sample.count >= 4 else { return nil }
    let quarter = sample.count / 4
    // In UTF-32 the highest byte is always zero, the next one but for rare characters.
    if zeros[3] >= quarter, zeros[2] * 10 >= quarter * 9 { return .utf32LittleEndian }
    if zeros[0] >= quarter, zeros[1] * 10 >= quarter * 9 { return .utf32BigEndian }
    let even = zeros[0] + zeros[2]
    let odd = zeros[1] + zeros[3]
    // A text in Latin letters has a zero in every second place and hardly any in the others.
    if odd * 4 >= sample.count, even * 20 <= odd { return .utf16LittleEndian }
    if even * 4 >= sample.count, odd * 20 <= even { return .utf16BigEndian }
    // A Chinese text has few zeros, but then its characters must be sensible ones; and bytes that
    // are UTF-8 all the same are a text with stray zeros.
    let counts = UTF8Counts(sample, isWhole: false, slices: [])
    guard counts.invalid > 0, counts.long < 2 * counts.invalid else { return nil }
    let evidence = Array(sample.prefix(scoredSize & ~1))
    return [.utf16LittleEndian, .utf16BigEndian].first {
      score(of: evidence, as: $0).share > 0.4
    }
  }

  /// The part of the bytes that says most: from the first byte that is not ASCII.
  private static func evidence(in sample: [UInt8], slices: [[UInt8]]) -> [UInt8] {
    let start = sample.firstIndex { $0 >= 0x80 } ?? sample.endIndex
    var evidence = Array(sample[start...].prefix(scoredSize))
    for slice in slices where evidence.count < scoredSize {
      // A slice may begin inside a character: all encodings agree again after a line end or space.
      guard let blank = slice.firstIndex(where: { $0 <= ASCII.space }) else { continue }
      evidence.append(ASCII.lineFeed)
      evidence += slice[blank...].prefix(scoredSize - evidence.count)
    }
    return evidence
  }

  /// UTF-16 without spaces, figures and line ends, which has no zero byte to be known by.
  private static func wideCharacters(in sample: [UInt8]) -> DetectedEncoding? {
    let evidence = Array(sample.prefix(scoredSize & ~1))
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      let score = score(of: evidence, as: encoding)
      // Nearly every unit is a character outside ASCII, and the most of them are common ones.
      if score.total >= 4, score.total * 3 >= evidence.count, score.share > 0.5 {
        return DetectedEncoding(encoding, confidence: score.share, reason: "letter statistics")
      }
    }
    return nil
  }

  private static func lettersDecide(_ evidence: [UInt8]) -> DetectedEncoding {
    let scores: [(encoding: TextEncoding, score: LetterScore)] = [
      (.gb18030, score(of: evidence, as: .gb18030)), (.big5, score(of: evidence, as: .big5)),
    ]
    var best = scores[0]
    for other in scores[1...] where other.score.share > best.score.share { best = other }
    let rival = scores.filter { $0.encoding != best.encoding }.map(\.score.share).max() ?? 0
    guard best.score.share > 0.1, best.score.total > 0 else {
      return noEvidence(scores.map { ($0.encoding, $0.score) })
    }
    if best.encoding == .big5, best.score.privateUse > 0 {
      // Code page 950 has no characters of Hong Kong: it reads them as private ones.
      let hongKong = score(of: evidence, as: .big5HongKong)
      if hongKong.privateUse < best.score.privateUse, hongKong.invalid <= best.score.invalid {
        best = (.big5HongKong, hongKong)
      }
    }
    let lead = (best.score.share - max(0, rival)) / best.score.share
    let size = Double(best.score.total)
    return DetectedEncoding(
      best.encoding, confidence: min(0.99, max(0.1, lead * size / (size + 2))),
      reason: "letter statistics")
  }

  /// Not one common character: what can be read without a fault, else UTF-8 with bad bytes.
  private static func noEvidence(_ scores: [(TextEncoding, LetterScore)]) -> DetectedEncoding {
    for (encoding, score) in scores where score.invalid == 0 && score.total > 1 {
      return DetectedEncoding(encoding, confidence: 0.2, reason: "no bad bytes")
    }
    return DetectedEncoding(.utf8, confidence: 0.1, reason: "no evidence")
  }

  private static func score(of bytes: [UInt8], as encoding: TextEncoding) -> LetterScore {
    guard var converter = try? CharsetConverter(from: encoding.name) else { return LetterScore() }
    var decoded: [UInt8] = []
    // A failure inside ICU leaves the score of what was decoded: no worse than no evidence.
    try? converter.convert(bytes, appendingTo: &decoded, isLast: false)
    let common =
      encoding == .big5 || encoding == .big5HongKong
      ? CommonCharacters.traditional : CommonCharacters.all
    return LetterScore(String(decoding: decoded, as: UTF8.self), common: common)
  }
}

/// UTF-8 statistics over a sample and slices, cut characters left out.
private struct UTF8Counts {
  var twoByte = 0
  var long = 0
  var invalid = 0
  var valid: Int { twoByte + long }

  init(_ sample: [UInt8], isWhole: Bool, slices: [[UInt8]]) {
    add(UTF8Statistics(sample), isCut: !isWhole)
    for slice in slices {
      add(UTF8Statistics(Array(slice.drop { $0 & 0xC0 == 0x80 })), isCut: true)
    }
  }

  private mutating func add(_ statistics: UTF8Statistics, isCut: Bool) {
    twoByte += statistics.twoByteCount
    long += statistics.longCount
    invalid += statistics.invalidCount - (isCut && statistics.endsInsideCharacter ? 1 : 0)
  }
}
