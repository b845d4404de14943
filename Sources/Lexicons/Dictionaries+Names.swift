public import TextModel

extension Dictionaries {
  /// The entities that a name stands for, whatever its spelling; none if no gazetteer has it. The user's
  /// gazetteer is asked first.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  public func entities(named name: String) -> [(canonicalName: String, label: EntityLabel)] {
    guard let codes = characters.codes(of: GazetteerBuilder.squeezed(name)) else { return [] }
    for gazetteer in [userGazetteer, self.gazetteer].compactMap(\.self) {
      if let unit = gazetteer.trie.unit(of: codes) {
        let entity = gazetteer.alias(at: unit).entity
        return [(gazetteer.canonicalName(of: entity), gazetteer.label(of: entity))]
      }
    }
    return []
  }
}
