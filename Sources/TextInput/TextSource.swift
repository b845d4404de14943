internal import ICU

/// The bytes of a file as UTF-8, without a byte-order mark. Files that are UTF-8 come as they are,
/// bad bytes included; all others are converted, and bad bytes become U+FFFD.
final class TextSource {
  private static let sampleSize = 1 << 20
  /// A stream that is plain ASCII so far is kept and read on up to this size.
  private static let longestSample = 16 << 20
  /// Up to this size a file is looked at as a whole before it is read.
  private static let inspectedSize = 256 << 20

  private let bytes: ByteSource
  /// What was read to find the encoding, until it is given.
  private var sample: [UInt8] = []
  private var sampleFault: InputFault?
  private var converter: CharsetConverter?
  private var raw: [UInt8] = []
  private var isAtEnd = false
  private var mayHaveMark = true

  /// The encoding, and why.
  let encoding: DetectedEncoding
  /// Whether zero bytes stand where no text has any.
  let looksBinary: Bool
  /// The number of bytes a byte-order mark takes in a UTF-8 file.
  private(set) var markSize = 0

  /// Reads the beginning and finds the encoding.
  ///
  /// - Parameter named: The encoding the user names, or nil to find it.
  init(_ bytes: ByteSource, named: TextEncoding?) throws(InputFault) {
    self.bytes = bytes
    var sample: [UInt8] = []
    var isWhole = false
    var evidence = EncodingEvidence()
    do throws(InputFault) {
      while sample.count < Self.sampleSize, !isWhole { isWhole = !(try bytes.read(into: &sample)) }
      if named == nil { evidence.add(sample, at: 0, isLast: isWhole) }
      if named == nil, !isWhole {
        var isLooked = false
        bytes.forEachPiece(from: sample.count, limit: Self.inspectedSize) {
          evidence.add($0, at: $1, isLast: $2)
          isLooked = true
        }
        // A stream cannot be looked at ahead: what is read of it is kept.
        while !isLooked, !isWhole, !evidence.isTelling, sample.count < Self.longestSample {
          let start = sample.count
          isWhole = !(try bytes.read(into: &sample))
          evidence.add(Array(sample[start...]), at: start, isLast: isWhole)
        }
      }
    } catch {
      // What was read is still of use; the fault is told after it.
      sampleFault = error
      evidence = EncodingEvidence()
      evidence.add(sample, at: 0, isLast: false)
    }
    encoding =
      named.map { Self.resolve($0, sample: sample) } ?? EncodingDetector.encoding(from: evidence)
    looksBinary = !encoding.encoding.hasZeroBytes && BlockCutter.contains(0, in: sample)
    self.sample = sample
    if encoding.encoding != .utf8 {
      do throws(ICUError) {
        converter = try CharsetConverter(from: encoding.encoding.name)
      } catch {
        throw InputFault(message: "cannot be read as \(encoding.encoding): \(error)")
      }
    }
  }

  /// Appends some bytes to the buffer; false means that there are no more.
  func read(into buffer: inout [UInt8]) throws(InputFault) -> Bool {
    guard !isAtEnd else { return false }
    let start = buffer.count
    let isMore = converter == nil ? try readPlain(into: &buffer) : try convert(into: &buffer)
    if mayHaveMark, buffer.count - start >= 3 || !isMore {
      mayHaveMark = false
      if buffer[start...].starts(with: [0xEF, 0xBB, 0xBF]) {
        buffer.removeSubrange(start..<start + 3)
        if converter == nil { markSize = 3 }
      }
    }
    return isMore
  }

  /// What is to be said of bytes that could not be converted, if any.
  var conversionFault: InputFault? {
    let count = converter?.invalidCount ?? 0
    guard count > 0 else { return nil }
    return InputFault(
      severity: .warning, offset: converter?.invalidOffsets.first,
      message: Self.replacementMessage(encoding.encoding, count: count))
  }

  /// The number of the file's own bytes that are read so far.
  var bytesRead: Int { bytes.bytesRead }

  /// The number of bytes still expected, if the file says so.
  var expectedSize: Int? { bytes.expectedSize }

  static func replacementMessage(_ encoding: TextEncoding, count: Int) -> String {
    "invalid \(encoding), replaced by U+FFFD (\(count) \(count == 1 ? "place" : "places"))"
  }

  private func readPlain(into buffer: inout [UInt8]) throws(InputFault) -> Bool {
    if !sample.isEmpty {
      if buffer.isEmpty { swap(&buffer, &sample) } else { buffer += sample }
      sample = []
      return true
    }
    if let fault = sampleFault {
      isAtEnd = true
      throw fault
    }
    return try bytes.read(into: &buffer)
  }

  private func convert(into buffer: inout [UInt8]) throws(InputFault) -> Bool {
    raw.removeAll(keepingCapacity: true)
    var fault: InputFault?
    var isMore = false
    do throws(InputFault) { isMore = try readPlain(into: &raw) } catch { fault = error }
    do throws(ICUError) {
      try converter?.convert(raw, appendingTo: &buffer, isLast: !isMore)
    } catch {
      isMore = false
      fault = fault ?? InputFault(message: "\(error)")
    }
    isAtEnd = !isMore
    if let fault { throw fault }
    return isMore
  }

  /// The very form of UTF-16 or UTF-32 meant where the user leaves the byte order open.
  static func resolve(_ named: TextEncoding, sample: [UInt8]) -> DetectedEncoding {
    let found: TextEncoding =
      switch named {
      case .utf16:
        sample.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : .utf16LittleEndian
      case .utf32:
        sample.starts(with: [0, 0, 0xFE, 0xFF]) ? .utf32BigEndian : .utf32LittleEndian
      default: named
      }
    return DetectedEncoding(found, confidence: 1, reason: "named by the user")
  }
}
