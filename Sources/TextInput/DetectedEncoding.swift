/// The encoding of a file, and what speaks for it.
public struct DetectedEncoding: Hashable, Sendable {
  public var encoding: TextEncoding
  /// From 0 (a guess) to 1 (certain).
  public var confidence: Double
  /// The evidence, for people: `BOM`, `valid UTF-8`, `letter statistics`, `named by the user` …
  public var reason: String

  public init(_ encoding: TextEncoding, confidence: Double, reason: String) {
    self.encoding = encoding
    self.confidence = confidence
    self.reason = reason
  }
}
