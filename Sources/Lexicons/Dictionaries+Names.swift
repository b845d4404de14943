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
        return sequence(first: gazetteer.alias(at: unit)) { gazetteer.nextAlias(after: $0) }.map {
          (gazetteer.canonicalName(of: $0.entity), gazetteer.label(of: $0.entity))
        }
      }
    }
    return []
  }
}
