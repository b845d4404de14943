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
    var owners: [String: [GazetteerRow]] = [:]
    var aliases: Set<String> = []
    for row in gazetteer {
      let key = Self.key(row.alias)
      aliases.insert(key)
      for other in owners[key] ?? [] {
        if other.canonicalName == row.canonicalName, other.label == row.label {
          faults.append(
            "'\(row.alias)' is the same name as '\(other.alias)' of \(row.canonicalName)")
        } else if !other.isAmbiguous, !row.isAmbiguous {
          faults.append(
            "'\(row.alias)' names \(row.canonicalName) (\(row.label)) and "
              + "\(other.canonicalName) (\(other.label)): one must be ambiguous")
        }
      }
      owners[key, default: []].append(row)
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
    return faults + entityFaults()
  }

  /// What is wrong with the facts of entities: ids given twice, entities without a row and rows without an
  /// entity, parents that are no entities, and entities that belong to themselves.
  private func entityFaults() -> [String] {
    guard !entityFacts.isEmpty else { return [] }
    var faults: [String] = []
    let names = Set(gazetteer.map(\.canonicalName))
    var parents: [String: String] = [:]
    var owners: [String: String] = [:]
    for facts in entityFacts {
      if let other = owners.updateValue(facts.canonicalName, forKey: facts.id) {
        faults.append("the id \(facts.id) is of '\(other)' and of '\(facts.canonicalName)'")
      }
      if !names.contains(facts.canonicalName) {
        faults.append("'\(facts.canonicalName)' (\(facts.id)) is no entity of the gazetteer")
      }
      if let parent = facts.parent {
        if !names.contains(parent) {
          faults.append("'\(parent)', to which '\(facts.canonicalName)' belongs, is no entity")
        }
        parents[facts.canonicalName] = parent
      }
    }
    let listed = Set(entityFacts.map(\.canonicalName))
    for name in names.subtracting(listed).sorted() { faults.append("'\(name)' has no id") }
    for name in parents.keys.sorted() {
      var seen: Set<String> = [name]
      var next = parents[name]
      while let parent = next {
        guard seen.insert(parent).inserted else {
          faults.append("'\(name)' belongs to itself")
          break
        }
        next = parents[parent]
      }
    }
    return faults
  }

  private static func key(_ alias: String) -> String {
    GazetteerBuilder.squeezed(alias).lowercased()
  }
}
