/// A run of whole records of one file, ready to be parsed by any thread.
public struct InputBlock: Hashable, Sendable {
  /// The file, as it was named or found; `-` is standard input.
  public var path: String
  /// How the records are written; never `auto`, and of an archive `html`.
  public var format: InputFormat
  /// The number of the block among all blocks of the reader, from 0.
  public var ordinal: Int
  /// The encoding of the file. `bytes` are UTF-8 whatever it is.
  public var encoding: DetectedEncoding
  /// What an archive says of the page in it; nil for other files.
  public var envelope: PageEnvelope?
  /// The header of a table; nil in other formats.
  public var header: TableHeader?
  /// The line of the file in which the block begins, from 1.
  public var firstLine: Int
  /// The place of the first byte in the file; if the file was converted or compressed, in the text
  /// that came out.
  public var byteOffset: Int
  /// The text, in UTF-8 that may have bad bytes, without a byte-order mark.
  public var bytes: [UInt8]
  /// The number of the block among those of its file, from 0.
  public var partIndex: Int
  /// Whether no other block of the file follows. (Records too large to be used make no block.)
  public var isLastPart: Bool
  /// How many of the file's own bytes, compressed or not, were read for it since the block before.
  public var sourceByteCount: Int

  /// A block made by hand: a whole small file, or a text that comes from elsewhere.
  public init(
    path: String, format: InputFormat, bytes: [UInt8], ordinal: Int = 0,
    encoding: DetectedEncoding = DetectedEncoding(.utf8, confidence: 1, reason: "given"),
    envelope: PageEnvelope? = nil, header: TableHeader? = nil, firstLine: Int = 1,
    byteOffset: Int = 0, partIndex: Int = 0,
    isLastPart: Bool = true, sourceByteCount: Int = 0
  ) {
    self.path = path
    self.format = format
    self.ordinal = ordinal
    self.encoding = encoding
    self.envelope = envelope
    self.header = header
    self.firstLine = firstLine
    self.byteOffset = byteOffset
    self.bytes = bytes
    self.partIndex = partIndex
    self.isLastPart = isLastPart
    self.sourceByteCount = sourceByteCount
  }
}
