internal import ICU

/// Finds the encoding of a Chinese text from its bytes.
///
/// The evidence, in this order: a byte-order mark; validity as UTF-8 (a few bad bytes do not make it
/// anything else); zero bytes in the pattern of UTF-16 or UTF-32; and how well what comes out of each other
/// encoding reads as Chinese (`CodeLength`).
public enum EncodingDetector {
  /// What an encoding costs beside its text, in bits: how unlikely it is before a byte is seen.
  private static let candidates: [(encoding: TextEncoding, bits: Int)] = [
    (.gb18030, 0), (.big5, 1), (.big5HongKong, 6), (.eucTaiwan, 10),
  ]
  private static let wideCandidates: [(encoding: TextEncoding, bits: Int)] = [
    (.utf16LittleEndian, 6), (.utf16BigEndian, 8), (.utf32LittleEndian, 14), (.utf32BigEndian, 14),
  ]

  /// The most probable encoding.
  ///
  /// - Parameters:
  ///   - bytes: The text, or the beginning of it.
  ///   - isWhole: Whether the bytes are all: if not, their last character may be cut.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func encoding(of bytes: [UInt8], isWhole: Bool) -> DetectedEncoding {
    var evidence = EncodingEvidence()
    evidence.add(bytes, at: 0, isLast: isWhole)
    return encoding(from: evidence)
  }

  static func encoding(from evidence: EncodingEvidence) -> DetectedEncoding {
    if let marked = byteOrderMark(of: evidence.head) {
      return DetectedEncoding(marked, confidence: 1, reason: "BOM")
    }
    let (valid, long, invalid) = (
      evidence.validCount, evidence.longCount, evidence.invalidCount
    )
    let hasZeros = evidence.zeroCounts.contains { $0 > 0 }
    if hasZeros, let wide = wideByZeros(evidence) { return wide }
    if valid + invalid == 0 {
      return escapes(in: evidence) ?? DetectedEncoding(.utf8, confidence: 1, reason: "ASCII only")
    }
    if invalid == 0, long > 0 || valid > 8 {
      let confidence = 1 - 1 / Double(1 + evidence.twoByteCount + 8 * long)
      return DetectedEncoding(.utf8, confidence: confidence, reason: "valid UTF-8")
    }
    // In GB18030 and Big5 long UTF-8 sequences are rare accidents: they outweigh some bad bytes.
    if invalid > 0, long >= 2 * invalid || valid >= 10 * invalid {
      let confidence = Double(valid) / Double(valid + invalid)
      return DetectedEncoding(.utf8, confidence: confidence, reason: "UTF-8 with bad bytes")
    }
    return lettersDecide(evidence)
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
  private static func wideByZeros(_ evidence: EncodingEvidence) -> DetectedEncoding? {
    let zeros = evidence.zeroCounts
    let quarter = evidence.byteCount / 4
    guard quarter > 0 else { return nil }
    func found(_ encoding: TextEncoding) -> DetectedEncoding {
      DetectedEncoding(encoding, confidence: 0.99, reason: "zero bytes")
    }
    // In UTF-32 the highest byte is always zero, the next one but for rare characters.
    if zeros[3] >= quarter, zeros[2] * 10 >= quarter * 9, zeros[0] * 2 <= quarter {
      return found(.utf32LittleEndian)
    }
    if zeros[0] >= quarter, zeros[1] * 10 >= quarter * 9, zeros[3] * 2 <= quarter {
      return found(.utf32BigEndian)
    }
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    // A text in Latin letters has a zero in every second place and hardly any in the others.
    if odd * 4 >= evidence.byteCount, even * 20 <= odd { return found(.utf16LittleEndian) }
    if even * 4 >= evidence.byteCount, odd * 20 <= even { return found(.utf16BigEndian) }
    // Bytes that are UTF-8 all the same are a text with stray zeros.
    guard evidence.invalidCount > 0, evidence.longCount < 2 * evidence.invalidCount else {
      return nil
    }
    // A Chinese text has few zeros, but then its characters must be sensible ones.
    let readings = wideCandidates.prefix(2).map { reading(of: evidence.aligned, as: $0) }
    guard let best = readings.min(by: { $0.bits < $1.bits }), best.length.wideCount > 0,
      best.length.meanWideBits < 14
    else { return nil }
    return DetectedEncoding(
      best.encoding, confidence: confidence(of: best, rivals: readings), reason: "letter statistics"
    )
  }

  /// HZ: ASCII whose `~{ … ~}` hold Chinese.
  private static func escapes(in evidence: EncodingEvidence) -> DetectedEncoding? {
    guard !evidence.escaped.isEmpty else { return nil }
    let length = reading(of: evidence.escaped, as: (.hz, 0)).length
    guard length.wideCount > 0, length.invalidCount * 20 <= length.wideCount,
      length.meanWideBits < 14
    else { return nil }
    return DetectedEncoding(
      .hz, confidence: certainty(bits: 4 * length.wideCount), reason: "escapes of HZ")
  }

  private static func lettersDecide(_ evidence: EncodingEvidence) -> DetectedEncoding {
    var readings = candidates.map { reading(of: evidence.stretches, as: $0) }
    // The wide forms see other bytes; what counts for them is whether they make sense at all.
    let wide = wideCandidates.map { reading(of: evidence.aligned, as: $0) }
    let narrowest = readings.map(\.length.meanWideBits).min() ?? .infinity
    if let best = wide.min(by: { $0.bits < $1.bits }),
      best.length.wideCount * 3 >= evidence.aligned.count, best.length.meanWideBits < 13,
      best.length.meanWideBits < narrowest
    {
      return DetectedEncoding(
        best.encoding, confidence: confidence(of: best, rivals: wide), reason: "letter statistics")
    }
    if evidence.invalidCount == 0 {
      // A few pairs that are UTF-8 may yet be two Chinese characters.
      readings.append(reading(of: evidence.stretches, as: (.utf8, -12)))
    }
    guard let best = readings.min(by: { $0.bits < $1.bits }) else {
      return DetectedEncoding(.utf8, confidence: 0.1, reason: "no evidence")
    }
    if best.encoding == .utf8 {
      return DetectedEncoding(
        .utf8, confidence: confidence(of: best, rivals: readings), reason: "valid UTF-8")
    }
    guard best.length.meanWideBits < 19, best.length.wideCount > 1 || best.length.wideBits < 12
    else { return noEvidence(readings) }
    return DetectedEncoding(
      best.encoding, confidence: confidence(of: best, rivals: readings), reason: "letter statistics"
    )
  }

  /// Not one common character: what can be read without a fault, else UTF-8 with bad bytes.
  private static func noEvidence(_ readings: [Reading]) -> DetectedEncoding {
    for reading in readings
    where reading.length.invalidCount == 0 && reading.length.wideCount > 1 {
      return DetectedEncoding(reading.encoding, confidence: 0.2, reason: "no bad bytes")
    }
    return DetectedEncoding(.utf8, confidence: 0.1, reason: "no evidence")
  }

  /// Bytes as an encoding reads them.
  private struct Reading {
    let encoding: TextEncoding
    let text: String
    let length: CodeLength
    let bits: Int
  }

  private static func reading(
    of bytes: [UInt8], as candidate: (encoding: TextEncoding, bits: Int)
  ) -> Reading {
    var decoded: [UInt8] = []
    if candidate.encoding == .utf8 {
      decoded = bytes
    } else if var converter = try? CharsetConverter(from: candidate.encoding.name) {
      // A failure inside ICU leaves what was decoded: no better than bad bytes.
      try? converter.convert(bytes, appendingTo: &decoded, isLast: false)
    }
    let text = String(decoding: decoded, as: UTF8.self)
    let length = CodeLength(text)
    let isEmpty = text.isEmpty && !bytes.isEmpty
    return Reading(
      encoding: candidate.encoding, text: text, length: length,
      bits: isEmpty ? .max : length.bits + candidate.bits)
  }

  /// How much better the best reading is than the next that gives another text, and whether it is
  /// Chinese at all.
  private static func confidence(of best: Reading, rivals: [Reading]) -> Double {
    let next = rivals.filter { $0.encoding != best.encoding && $0.text != best.text }
      .map(\.bits).min()
    let lead = next.map { $0 == .max ? best.bits : $0 - best.bits } ?? best.bits
    // Up to 12 bits a character is Chinese, from 20 nothing is.
    let sense = min(1, max(0.1, (20 - best.length.meanWideBits) / 8))
    return max(0.1, certainty(bits: lead) * sense)
  }

  /// The chance that a lead of so many bits is no accident. A quarter of them counts, for characters are
  /// not independent.
  private static func certainty(bits: Int) -> Double {
    var odds = 1.0
    for _ in 0..<min(40, max(0, bits) / 4) { odds *= 2 }
    return odds / (odds + 1)
  }
}
