internal import ICU
internal import Lexicons

/// The products of the gazetteers, as `ProductVersions` asks for them.
struct ProductFamilies {
  let gazetteers: [Gazetteer]
  /// The codes of 0 to 9, and of all that may stand in the name of a version.
  private let digits: [UInt16]
  private let characters: [UInt16]

  init(_ gazetteers: [Gazetteer], characters table: CharacterTable) {
    self.gazetteers = gazetteers
    func codes(_ text: String) -> [UInt16] {
      text.unicodeScalars.map { CharacterTable.code(of: table.entry(of: $0.value)) }
    }
    digits = codes("0123456789")
    characters = codes("0123456789.- abcdefghijklmnopqrstuvwxyz")
  }

  /// A listed name that goes on with a number from a unit of the gazetteer's trie on; nil if none does.
  ///
  /// - Complexity: O(*n*) in the number of the names' beginnings from there on, mostly a few.
  func sibling(of unit: Int, in gazetteer: Gazetteer) -> Gazetteer.Alias? {
    let trie = gazetteer.trie
    func children(of unit: Int, by codes: [UInt16]) -> [Int] {
      codes.map { trie.child(of: unit, by: $0) }.filter { $0 != DoubleArray.nowhere }
    }
    var open = children(of: unit, by: digits)
    while let unit = open.popLast() {
      if trie.weight(at: unit) != nil { return gazetteer.alias(at: unit) }
      open += children(of: unit, by: characters)
    }
    return nil
  }

  /// What a product's name has before its number: `Grok-` of Grok-4; nil if it has none.
  ///
  /// - Parameter numbers: How many numbers the family's name has itself.
  static func family(of name: String, after numbers: Int) -> String? {
    var numbers = numbers
    var wasDigit = false
    for index in name.indices {
      let isDigit = name[index].isASCII && name[index].isNumber
      if isDigit, !wasDigit {
        if numbers == 0 { return String(name[..<index]) }
        numbers -= 1
      }
      wasDigit = isDigit
    }
    return nil
  }
}
