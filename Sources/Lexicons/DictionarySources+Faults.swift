extension DictionarySources {
  /// The number of entities of the gazetteer.
  public var entityCount: Int {
    Set(gazetteer.map { "\($0.label)\t\($0.canonicalName)" }).count
  }

  /// What is wrong with the gazetteer as a whole (`GazetteerCheck`) and with the facts of its entities. One line
  /// each, in the order of the rows.
  ///
  /// - Throws: `ICUError` if ICU's folding cannot be opened.
  /// - Complexity: O(*n*) in the number of rows.
  public func faults() throws -> [String] {
    var check = try GazetteerCheck()
    return check.faults(of: gazetteer, beside: words) + entityFaults()
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
}
