/// A row of the table that decides ambiguous names: a feature of the context, and what it adds to the
/// log odds that the name means the entity.
public struct ContextWeight: Hashable, Sendable {
  public var feature: String
  /// In thousandths of the natural logarithm of the odds.
  public var weight: Int

  public static let columns = ["feature", "weight"]

  public init(feature: String, weight: Int) {
    self.feature = feature
    self.weight = weight
  }

  static func rows(of table: Table) throws(LexiconError) -> [ContextWeight] {
    var rows: [ContextWeight] = []
    for row in table.rows {
      guard let weight = Int(row.cells[1]) else {
        throw table.error(at: row, "the weight '\(row.cells[1])' is no whole number")
      }
      rows.append(ContextWeight(feature: String(row.cells[0]), weight: weight))
    }
    return rows
  }

  /// The row as a line of the compiled file.
  var line: String { "\(feature)\t\(weight)\n" }

  static func weights(ofLines text: String) -> [String: Float] {
    var weights: [String: Float] = [:]
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "\t")
      if cells.count == 2, let weight = Float(cells[1]) {
        weights[String(cells[0])] = weight / 1000
      }
    }
    return weights
  }
}
