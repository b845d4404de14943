public import TextModel

/// What an archive says of the page in it, for what the page does not say itself.
public struct PageEnvelope: Hashable, Sendable {
  public var title: String?
  public var url: String?
  /// The day on which the page was saved.
  public var savedDate: CalendarDate?

  public init(title: String? = nil, url: String? = nil, savedDate: CalendarDate? = nil) {
    self.title = title
    self.url = url
    self.savedDate = savedDate
  }
}
