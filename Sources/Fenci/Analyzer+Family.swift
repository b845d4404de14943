public import Statistics
internal import TextModel

extension Analyzer {
  /// Which of the gazetteer's entities belong to which. Of labels, products and organisations roll up to
  /// organisations, and places to places.
  ///
  /// - Complexity: O(*n*): it is read from the compiled file at each call.
  public func entityFamily() -> EntityFamily {
    var parents: [String: EntityFamily.Parent] = [:]
    for facts in dictionaries.compiled.entityFacts() {
      guard let parent = facts.parent,
        let label = dictionaries.entities(named: parent).first(where: { $0.canonicalName == parent }
        )?
        .label
      else { continue }
      parents[facts.canonicalName] = EntityFamily.Parent(name: parent, label: label)
    }
    return EntityFamily(parents: parents)
  }
}
