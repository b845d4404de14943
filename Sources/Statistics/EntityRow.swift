public import TextModel

/// What a corpus says of one entity.
public struct EntityRow: Sendable, Hashable {
  /// A spelling under which the entity was met.
  public struct Alias: Sendable, Hashable {
    public let text: String
    public let count: Int
  }

  public let canonicalName: String
  public let label: EntityLabel
  public let mentionCount: Int
  public let documentFrequency: Int
  /// The dates of the first and the last dated document that mentions it; nil if none has a date.
  public let firstDate: CalendarDate?
  public let lastDate: CalendarDate?
  /// The spellings met, the commonest first.
  public let aliases: [Alias]
  /// A mention with the text around it; nil if the table keeps none.
  public let example: String?
}
