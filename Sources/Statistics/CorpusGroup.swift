/// A named part of a corpus: a year, a source, a subject.
public struct CorpusGroup: Sendable {
  /// What the group is called in reports.
  public var name: String
  /// Its counts.
  public var table: FrequencyTable

  public init(name: String, table: FrequencyTable) {
    self.name = name
    self.table = table
  }
}
