public import TextInput

/// What is told of a block that has been worked on.
public struct BlockSummary: Sendable, Hashable {
  public let path: String
  public let encoding: DetectedEncoding
  public let byteCount: Int
  public let documentCount: Int

  init(_ block: InputBlock, documentCount: Int) {
    path = block.path
    encoding = block.encoding
    byteCount = block.bytes.count
    self.documentCount = documentCount
  }
}
