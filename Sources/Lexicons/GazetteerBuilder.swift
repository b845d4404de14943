internal import TextModel

/// Packs gazetteer rows into a `Gazetteer`.
struct GazetteerBuilder {
  private let characters: CharacterTable

  init(characters: CharacterTable) { self.characters = characters }

  /// The alias without the white space between a Chinese and another character.
  static func squeezed(_ alias: String) -> String {
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

  /// The gazetteer. Of rows with the same alias and entity, one is kept.
  ///
  /// - Throws: `LexiconError.badRow` if two rows give one alias to two entities (the path is the first
  ///   row's alias, for rows have forgotten their file).
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
    var entityNumbers: [String: UInt32] = [:]
    var keyed: [(codes: [UInt16], row: GazetteerRow, entity: UInt32)] = []
    for row in rows {
      guard let codes = characters.codes(of: Self.squeezed(row.alias)), !codes.isEmpty else {
        continue
      }
      let key = row.label.rawValue + "\t" + row.canonicalName
      let entity: UInt32
      if let known = entityNumbers[key] {
        entity = known
      } else {
        entity = UInt32(entityNumbers.count)
        entityNumbers[key] = entity
        entities += intern(row.canonicalName) + intern(row.label.rawValue)
      }
      keyed.append((codes, row, entity))
    }
    keyed.sort { $0.codes.lexicographicallyPrecedes($1.codes) }

    var unique: [(codes: [UInt16], row: GazetteerRow, entity: UInt32)] = []
    for item in keyed {
      if let last = unique.last, last.codes == item.codes {
        guard last.entity == item.entity else {
          throw .manifestMismatch(
            path: "gazetteer",
            reason: "the alias '\(item.row.alias)' stands for \(last.row.canonicalName)"
              + " (\(last.row.label)) and for \(item.row.canonicalName) (\(item.row.label))")
        }
        continue
      }
      unique.append(item)
    }

    let (cueTrie, cueUnits) = try buildCues(unique.map(\.row))
    var aliases: [UInt32] = []
    var cues: [UInt32] = []
    for item in unique {
      aliases += [
        item.entity, item.row.isAmbiguous ? Gazetteer.ambiguousFlag : 0, UInt32(cues.count),
        UInt32(item.row.cues.count),
      ]
      cues += item.row.cues.map { UInt32(cueUnits[$0] ?? 0) }
    }
    var builder = DoubleArrayBuilder(codeCount: characters.codeLimit)
    let (trie, ends) = try builder.build(
      unique.map { DoubleArrayBuilder.Word(codes: $0.codes, weight: 0) })
    var aliasOfUnit = [UInt32](repeating: 0, count: trie.units.count)
    for (alias, unit) in ends.enumerated() { aliasOfUnit[unit] = UInt32(alias) }
    return Gazetteer(
      trie: trie, cueTrie: cueTrie, aliasOfUnit: MappedArray(aliasOfUnit),
      aliases: MappedArray(aliases), entities: MappedArray(entities), cues: MappedArray(cues),
      strings: MappedArray(strings))
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
