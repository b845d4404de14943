/// A field of an input record that Fenci itself does not use.
public struct MetadataField: Hashable, Sendable {
  public var name: String
  /// The value as the input wrote it: JSON for a JSON record, plain text for front matter.
  public var value: String
  /// Whether `value` is JSON source text rather than plain text.
  public var isJSON: Bool

  public init(name: String, value: String, isJSON: Bool) {
    self.name = name
    self.value = value
    self.isJSON = isJSON
  }
}
