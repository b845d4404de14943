extension DictionarySources {
  /// The number of entities of the gazetteer.
  public var entityCount: Int {
    Set(gazetteer.map { "\($0.label)\t\($0.canonicalName)" }).count
  }

  /// What is wrong with the gazetteer as a whole: names that cannot be told apart, entities that cannot
  /// be found under their own name. One line each, in the order of the rows.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  public func faults() -> [String] {
    var faults: [String] = []
    var owners: [String: GazetteerRow] = [:]
    var aliases: Set<String> = []
    for row in gazetteer {
      let key = Self.key(row.alias)
      aliases.insert(key)
      if let other = owners[key] {
        let isSame = other.canonicalName == row.canonicalName && other.label == row.label
        faults.append(
          isSame
            ? "'\(row.alias)' is the same name as '\(other.alias)' of \(row.canonicalName)"
            : "'\(row.alias)' names \(row.canonicalName) (\(row.label)) and "
              + "\(other.canonicalName) (\(other.label))")
      } else {
        owners[key] = row
      }
      if row.alias.unicodeScalars.count < 2 {
        faults.append("'\(row.alias)' is too short to be a name")
      }
    }
    var reported: Set<String> = []
    for row in gazetteer where !aliases.contains(Self.key(row.canonicalName)) {
      if reported.insert(row.canonicalName).inserted {
        faults.append("'\(row.canonicalName)' is no alias of its own")
      }
    }
    return faults
  }

  private static func key(_ alias: String) -> String {
    GazetteerBuilder.squeezed(alias).lowercased()
  }
}
