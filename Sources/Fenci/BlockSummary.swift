public import TextInput
public import TextModel

/// What is told of a block that has been worked on.
public struct BlockSummary: Sendable, Hashable {
  public let path: String
  public let encoding: DetectedEncoding
  public let byteCount: Int
  public let documentCount: Int

  /// How many plain texts were cut to the article in them.
  public let cutTextCount: Int

  public init(_ block: InputBlock, documents: [Document]) {
    path = block.path
    encoding = block.encoding
    byteCount = block.bytes.count
    documentCount = documents.count
    cutTextCount =
      block.format == .html ? 0 : documents.reduce(0) { $0 + ($1.cutLines.isEmpty ? 0 : 1) }
  }
}
