public import TextInput
public import TextModel

/// What is told of a block that has been worked on.
public struct BlockSummary: Sendable, Hashable {
  public let path: String
  public let encoding: DetectedEncoding
  public let byteCount: Int
  /// How many of the file's own bytes, compressed or not, were read for the block.
  public let sourceByteCount: Int
  /// The number of the block among those of its file, from 0, and whether it is the last.
  public let partIndex: Int
  public let isLastPart: Bool
  public let documentCount: Int

  /// How many plain texts were cut to the article in them.
  public let cutTextCount: Int

  public init(_ block: InputBlock, documents: [Document]) {
    path = block.path
    encoding = block.encoding
    byteCount = block.bytes.count
    sourceByteCount = block.sourceByteCount
    partIndex = block.partIndex
    isLastPart = block.isLastPart
    documentCount = documents.count
    cutTextCount =
      block.format == .html ? 0 : documents.reduce(0) { $0 + ($1.cutLines.isEmpty ? 0 : 1) }
  }
}
