public import TextModel

/// A list of names, as a trie: each alias leads to its entity's canonical name and label.
///
/// Aliases are looked up folded (width, case, Traditional to Simplified) and without the white space
/// between a Chinese and a Latin character, so 智谱AI, 智谱 AI and 智譜ＡＩ are one alias.
public struct Gazetteer: Sendable {
  /// The aliases.
  public let trie: DoubleArray
  /// The cues of the ambiguous aliases. A cue is known by the unit at which it ends.
  public let cueTrie: DoubleArray
  /// For each unit of `trie` the number of the alias that ends there.
  let aliasOfUnit: MappedArray<UInt32>
  /// Five numbers an alias: entity, flags, first cue, number of cues, and the number of the alias's next entity,
  /// counted from 1; 0 if it has no other.
  let aliases: MappedArray<UInt32>
  /// Four numbers an entity: offset and length of its name, offset and length of its label.
  let entities: MappedArray<UInt32>
  /// The cues of the aliases, each as a unit of `cueTrie`.
  let cues: MappedArray<UInt32>
  let strings: MappedArray<UInt8>

  static let aliasStride = 5
  static let entityStride = 4
  static let ambiguousFlag: UInt32 = 1

  /// The names; one that may stand for several entities counts for each.
  public var aliasCount: Int { aliases.count / Self.aliasStride }
  public var entityCount: Int { entities.count / Self.entityStride }

  /// The alias that ends at a unit of `trie` whose weight is not `DoubleArray.noWeight`.
  public func alias(at unit: Int) -> Alias { alias(number: Int(aliasOfUnit.element(at: unit))) }

  /// The next entity that the same name may stand for; an unambiguous one comes last.
  ///
  /// - Complexity: O(1). The chain ends: numbers grow along it.
  public func nextAlias(after alias: Alias) -> Alias? {
    alias.next.map { self.alias(number: $0) }
  }

  private func alias(number: Int) -> Alias {
    let start = number * Self.aliasStride
    let next = Int(aliases.element(at: start + 4)) - 1
    let firstCue = min(Int(aliases.element(at: start + 2)), cues.count)
    let cueCount = min(Int(aliases.element(at: start + 3)), cues.count - firstCue)
    return Alias(
      entity: Int(aliases.element(at: start)),
      isAmbiguous: aliases.element(at: start + 1) & Self.ambiguousFlag != 0,
      cues: firstCue..<firstCue + cueCount, next: next > number ? next : nil)
  }

  /// Whether one of an alias's cues is among the given units of `cueTrie`.
  public func hasCue(_ alias: Alias, among units: Set<Int>) -> Bool {
    alias.cues.contains { units.contains(Int(cues[$0])) }
  }

  /// An entity's canonical name.
  public func canonicalName(of entity: Int) -> String { string(at: entity * Self.entityStride) }

  /// An entity's label.
  public func label(of entity: Int) -> EntityLabel {
    EntityLabel(rawValue: string(at: entity * Self.entityStride + 2))
  }

  private func string(at index: Int) -> String {
    let start = min(Int(entities.element(at: index)), strings.count)
    let count = min(Int(entities.element(at: index + 1)), strings.count - start)
    return String(
      decoding: UnsafeBufferPointer(start: strings.unsafeBaseAddress + start, count: count),
      as: UTF8.self)
  }

  /// A name's entity, and what it takes to mean it.
  public struct Alias: Hashable, Sendable {
    /// The entity's number.
    public let entity: Int
    /// Whether the name counts only with a cue nearby.
    public let isAmbiguous: Bool
    let cues: Range<Int>
    /// The number of the next entity of the same name.
    let next: Int?
  }
}
