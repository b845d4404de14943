/// How many documents came, and how many of them were no copies of earlier ones.
public struct DocumentCount: Sendable, Hashable {
  public var raw: Int
  public var unique: Int

  public init(raw: Int = 0, unique: Int = 0) {
    self.raw = raw
    self.unique = unique
  }

  public static func += (left: inout DocumentCount, right: DocumentCount) {
    left.raw += right.raw
    left.unique += right.unique
  }
}
