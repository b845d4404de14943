/// A row of the table of directions: the weights of the components of a context's vector, in the log odds that
/// an ambiguous name means its entity.
public struct ContextDirection: Hashable, Sendable {
  /// The name that the direction is added for; `*` for every name.
  public var name: String
  /// In thousandths of the natural logarithm of the odds.
  public var weights: [Int]

  public static let columns = ["name", "weights"]
  /// The name of the direction that every name has.
  public static let everyName = "*"

  public init(name: String, weights: [Int]) {
    self.name = name
    self.weights = weights
  }

  static func rows(of table: Table) throws(LexiconError) -> [ContextDirection] {
    var rows: [ContextDirection] = []
    for row in table.rows {
      guard let direction = ContextDirection(cells: row.cells) else {
        throw table.error(at: row, "the weights are no whole numbers separated by spaces")
      }
      rows.append(direction)
    }
    return rows
  }

  private init?(cells: [Substring]) {
    guard cells.count == 2 else { return nil }
    name = String(cells[0])
    weights = []
    for cell in cells[1].split(separator: " ") {
      guard let weight = Int(cell) else { return nil }
      weights.append(weight)
    }
  }

  /// The row as a line of the compiled file, and of the table.
  public var line: String { "\(name)\t\(weights.map(String.init).joined(separator: " "))\n" }

  static func directions(ofLines text: String) -> [String: [Float]] {
    var directions: [String: [Float]] = [:]
    for line in text.split(separator: "\n") {
      if let row = ContextDirection(cells: line.split(separator: "\t")) {
        directions[row.name] = row.weights.map { Float($0) / 1000 }
      }
    }
    return directions
  }
}
