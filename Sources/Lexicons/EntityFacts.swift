/// What is known of an entity beside its names: a row of the tables of entities.
public struct EntityFacts: Hashable, Sendable {
  public var canonicalName: String
  /// What stays the same when the name changes: `E` and five digits.
  public var id: String
  /// The kind of entity within its label: `company`, `model`, `city` …; see `dictionaries/README.md`.
  public var type: String?
  /// The canonical name of the entity that this one belongs to: a product's maker, a city's province.
  public var parent: String?
  /// Codes of its shares: `600519.SH`, `00700.HK`.
  public var tickers: [String]
  public var englishName: String?

  public static let columns = ["canonical", "id", "type", "parent", "ticker", "english"]

  init(cells: [Substring]) {
    func value(_ index: Int) -> String? { cells[index] == "-" ? nil : String(cells[index]) }
    canonicalName = String(cells[0])
    id = String(cells[1])
    type = value(2)
    parent = value(3)
    tickers = value(4)?.split(separator: "|").map(String.init) ?? []
    englishName = value(5)
  }

  /// The row as a line of the compiled file.
  var line: String {
    [
      canonicalName, id, type ?? "-", parent ?? "-",
      tickers.isEmpty ? "-" : tickers.joined(separator: "|"), englishName ?? "-",
    ].joined(separator: "\t") + "\n"
  }

  static func facts(ofLines text: String) -> [EntityFacts] {
    text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return cells.count == columns.count ? EntityFacts(cells: cells) : nil
    }
  }
}
