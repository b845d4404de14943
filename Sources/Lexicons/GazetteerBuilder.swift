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
    var names = StringTable()
    var labels: [EntityLabel] = []
    var entities: [UInt32] = []
    /// The entities by the number of their names and labels.
    var entityNumbers: [Int: UInt32] = [:]
    var aliases = Aliases(rows: rows, codes: CodedWords(characters: characters))
    var cueSet: Set<String> = []
    // Fields are read one by one: a copy of a row would count references to each of its strings.
    for number in rows.indices {
      guard aliases.codes.append(Self.squeezed(rows[number].alias)) else { continue }
      if !rows[number].cues.isEmpty { cueSet.formUnion(rows[number].cues) }
      let name = names.number(of: rows[number].canonicalName)
      let label = labels.firstIndex(of: rows[number].label) ?? labels.count
      if label == labels.count { labels.append(rows[number].label) }
      let key = name << 16 | label
      let entity = entityNumbers[key] ?? UInt32(entityNumbers.count)
      if entity == entityNumbers.count {
        entityNumbers[key] = entity
        for string in [name, names.number(of: labels[label].rawValue)] {
          let range = names.range(of: string)
          entities += [UInt32(range.lowerBound), UInt32(range.count)]
        }
      }
      aliases.numbers.append(number)
      aliases.entities.append(entity)
    }
    let order = try aliases.distinct()
    let (cueTrie, cueUnits) = try buildCues(cueSet)
    var packed: [UInt32] = []
    packed.reserveCapacity(order.count * Gazetteer.aliasStride)
    var cues: [UInt32] = []
    var words: [DoubleArrayBuilder.Word] = []
    var firsts: [UInt32] = []
    for (number, alias) in order.enumerated() {
      let codes = aliases.codes[alias]
      let row = aliases.numbers[alias]
      let hasNext = number + 1 < order.count && aliases.codes[order[number + 1]] == codes
      packed += [
        aliases.entities[alias], rows[row].isAmbiguous ? Gazetteer.ambiguousFlag : 0,
        UInt32(cues.count), UInt32(rows[row].cues.count), hasNext ? UInt32(number + 2) : 0,
      ]
      for cue in rows[row].cues { cues.append(UInt32(cueUnits[cue] ?? 0)) }
      if number == 0 || aliases.codes[order[number - 1]] != codes {
        words.append(DoubleArrayBuilder.Word(codes: Array(codes), weight: 0))
        firsts.append(UInt32(number))
      }
    }
    var builder = DoubleArrayBuilder.quick(codeCount: characters.codeLimit)
    let (trie, ends) = try builder.build(words)
    var aliasOfUnit = [UInt32](repeating: 0, count: trie.units.count)
    for (alias, unit) in zip(firsts, ends) { aliasOfUnit[unit] = alias }
    return Gazetteer(
      trie: trie, cueTrie: cueTrie, aliasOfUnit: MappedArray(aliasOfUnit),
      aliases: MappedArray(packed), entities: MappedArray(entities), cues: MappedArray(cues),
      strings: MappedArray(names.bytes))
  }

  /// The aliases with what they are packed into, by number.
  private struct Aliases {
    let rows: [GazetteerRow]
    var codes: CodedWords
    /// The row of each.
    var numbers: [Int] = []
    /// The entity of each.
    var entities: [UInt32] = []

    func row(_ alias: Int) -> GazetteerRow { rows[numbers[alias]] }

    /// The aliases in order, each entity of a name once; of one name the ambiguous ones first, else in the order of
    /// the rows.
    func distinct() throws(LexiconError) -> [Int] {
      let sorted = codes.sorted { left, right in
        let isAmbiguous = rows[numbers[left]].isAmbiguous
        return isAmbiguous == rows[numbers[right]].isAmbiguous ? left < right : isAmbiguous
      }
      var distinct: [Int] = []
      distinct.reserveCapacity(sorted.count)
      var start = 0
      for alias in sorted {
        if start < distinct.count, codes[distinct[start]] != codes[alias] { start = distinct.count }
        if distinct[start...].contains(where: { entities[$0] == entities[alias] }) { continue }
        if start < distinct.count, let last = distinct.last, !rows[numbers[last]].isAmbiguous {
          throw .manifestMismatch(
            path: "gazetteer",
            reason: "the alias '\(row(alias).alias)' stands for \(row(last).canonicalName)"
              + " (\(row(last).label)) and for \(row(alias).canonicalName) (\(row(alias).label))")
        }
        distinct.append(alias)
      }
      return distinct
    }
  }

  private func buildCues(
    _ cues: Set<String>
  ) throws(LexiconError) -> (DoubleArray, [String: Int]) {
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
