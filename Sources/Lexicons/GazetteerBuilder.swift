internal import TextModel

/// Packs gazetteer rows into a `Gazetteer`.
struct GazetteerBuilder {
  private let characters: CharacterTable

  init(characters: CharacterTable) { self.characters = characters }

  /// The alias without the white space between a Chinese and another character.
  static func squeezed(_ alias: String) -> String {
    // White space is one of these bytes or begins with one.
    guard alias.utf8.contains(where: { $0 <= 0x20 || $0 == 0xC2 || (0xE1...0xE3).contains($0) })
    else { return alias }
    let scalars = Array(alias.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar.properties.isWhitespace, index > 0, index + 1 < scalars.count,
        isHan(scalars[index - 1]) || isHan(scalars[index + 1])
      {
        continue
      }
      result.append(scalar)
    }
    return String(result)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }

  /// The gazetteer. Of rows with the same alias and entity, one is kept. Of the entities of one alias the
  /// ambiguous ones come first.
  ///
  /// - Throws: `LexiconError.manifestMismatch` if an alias means two entities beyond doubt.
  func build(_ rows: [GazetteerRow]) throws(LexiconError) -> Gazetteer {
    var strings: [UInt8] = []
    var offsets: [String: UInt32] = [:]
    func intern(_ string: String) -> [UInt32] {
      if let offset = offsets[string] { return [offset, UInt32(string.utf8.count)] }
      let offset = UInt32(strings.count)
      strings.append(contentsOf: string.utf8)
      offsets[string] = offset
      return [offset, UInt32(string.utf8.count)]
    }

    var entities: [UInt32] = []
    var entityNumbers: [EntityName: UInt32] = [:]
    var keyed: [Item] = []
    for row in rows {
      guard let codes = characters.codes(of: Self.squeezed(row.alias)), !codes.isEmpty else {
        continue
      }
      let key = EntityName(label: row.label, canonicalName: row.canonicalName)
      let entity: UInt32
      if let known = entityNumbers[key] {
        entity = known
      } else {
        entity = UInt32(entityNumbers.count)
        entityNumbers[key] = entity
        entities += intern(row.canonicalName) + intern(row.label.rawValue)
      }
      keyed.append(Item(codes: codes, row: row, entity: entity, number: keyed.count))
    }
    let unique = try distinct(keyed)
    let (cueTrie, cueUnits) = try buildCues(unique.map(\.row))
    var aliases: [UInt32] = []
    var cues: [UInt32] = []
    for (number, item) in unique.enumerated() {
      let hasNext = number + 1 < unique.count && unique[number + 1].codes == item.codes
      aliases += [
        item.entity, item.row.isAmbiguous ? Gazetteer.ambiguousFlag : 0, UInt32(cues.count),
        UInt32(item.row.cues.count), hasNext ? UInt32(number + 2) : 0,
      ]
      cues += item.row.cues.map { UInt32(cueUnits[$0] ?? 0) }
    }
    var builder = DoubleArrayBuilder.quick(codeCount: characters.codeLimit)
    let firsts = unique.indices.filter { $0 == 0 || unique[$0 - 1].codes != unique[$0].codes }
    let (trie, ends) = try builder.build(
      firsts.map { DoubleArrayBuilder.Word(codes: unique[$0].codes, weight: 0) })
    var aliasOfUnit = [UInt32](repeating: 0, count: trie.units.count)
    for (alias, unit) in zip(firsts, ends) { aliasOfUnit[unit] = UInt32(alias) }
    return Gazetteer(
      trie: trie, cueTrie: cueTrie, aliasOfUnit: MappedArray(aliasOfUnit),
      aliases: MappedArray(aliases), entities: MappedArray(entities), cues: MappedArray(cues),
      strings: MappedArray(strings))
  }

  private struct EntityName: Hashable {
    let label: EntityLabel
    let canonicalName: String
  }

  /// A row with what it is packed into.
  private struct Item {
    let codes: [UInt16]
    let row: GazetteerRow
    let entity: UInt32
    /// The place of the row among all.
    let number: Int

    /// By alias, of one alias the ambiguous rows first, else in the order of the rows.
    func precedes(_ other: Item) -> Bool {
      if codes != other.codes { return codes.lexicographicallyPrecedes(other.codes) }
      return row.isAmbiguous == other.row.isAmbiguous
        ? number < other.number : row.isAmbiguous
    }
  }

  /// The rows in order, each entity of an alias once.
  private func distinct(_ items: [Item]) throws(LexiconError) -> [Item] {
    var distinct: [Item] = []
    distinct.reserveCapacity(items.count)
    var start = 0
    // Numbers are sorted: to move rows about is slow.
    for item in items.indices.sorted(by: { items[$0].precedes(items[$1]) }).map({ items[$0] }) {
      if start < distinct.count, distinct[start].codes != item.codes { start = distinct.count }
      if distinct[start...].contains(where: { $0.entity == item.entity }) { continue }
      if let last = distinct[start...].last, !last.row.isAmbiguous {
        throw .manifestMismatch(
          path: "gazetteer",
          reason: "the alias '\(item.row.alias)' stands for \(last.row.canonicalName)"
            + " (\(last.row.label)) and for \(item.row.canonicalName) (\(item.row.label))")
      }
      distinct.append(item)
    }
    return distinct
  }

  private func buildCues(
    _ rows: [GazetteerRow]
  ) throws(LexiconError) -> (DoubleArray, [String: Int]) {
    let cues = Set(rows.flatMap(\.cues))
    var keyed = cues.compactMap { cue in characters.codes(of: cue).map { (codes: $0, cue: cue) } }
    keyed.sort { ($0.codes, $0.cue) < ($1.codes, $1.cue) }
    var words: [DoubleArrayBuilder.Word] = []
    var wordOfCue: [String: Int] = [:]
    for item in keyed where !item.codes.isEmpty {
      if words.last?.codes != item.codes {
        words.append(DoubleArrayBuilder.Word(codes: item.codes, weight: 0))
      }
      wordOfCue[item.cue] = words.count - 1
    }
    var builder = DoubleArrayBuilder(codeCount: characters.codeLimit)
    let (trie, ends) = try builder.build(words)
    return (trie, wordOfCue.mapValues { ends[$0] })
  }
}

private func < (
  left: ([UInt16], String), right: ([UInt16], String)
) -> Bool {
  left.0 == right.0 ? left.1 < right.1 : left.0.lexicographicallyPrecedes(right.0)
}
