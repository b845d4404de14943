/// The dispersion of the terms of a corpus over its parts.
public struct DispersionTable: Sendable {
  /// The number of parts that have words.
  public let partCount: Int
  private let table: FrequencyTable
  private let dispersions: [Dispersion]

  /// - Parameter dispersions: For each term of the table, by its number.
  init(table: FrequencyTable, dispersions: [Dispersion], partCount: Int) {
    self.table = table
    self.dispersions = dispersions
    self.partCount = partCount
  }

  /// The dispersion of a term; nil if it does not occur.
  public subscript(term: Term) -> Dispersion? { table.index(of: term).map { dispersions[$0] } }
}
