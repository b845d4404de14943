internal import Lexicons

/// The characters that a model knows, and how they are found behind the codes of the dictionaries.
///
/// Because the codes of a `CharacterTable` are those of folded characters, width and Traditional forms
/// are folded here too, at no cost.
struct UnitAlphabet {
  /// The characters, in the order of their codes from `UnitCode.firstCharacter` on.
  let scalars: [Unicode.Scalar]
  /// For each code of the character table the unit's code.
  private let unitCodes: [UInt16]
  /// For each code of a unit the raw value of its kind.
  private let kinds: [UInt8]

  init(_ scalars: [Unicode.Scalar], characters: CharacterTable) {
    self.scalars = scalars
    var unitCodes = [UInt16](repeating: UnitCode.unknown, count: 1 << 16)
    var kinds = (0..<UnitCode.firstCharacter).map { UnitCode.kind(ofShape: $0).rawValue }
    for (index, scalar) in scalars.enumerated() {
      let entry = characters.entry(of: scalar.value)
      let code = CharacterTable.code(of: entry)
      if code != 0 {
        unitCodes[Int(code)] = UnitCode.firstCharacter &+ UInt16(truncatingIfNeeded: index)
      }
      kinds.append(UnitCode.kind(of: scalar, entry: entry).rawValue)
    }
    self.unitCodes = unitCodes
    self.kinds = kinds
  }

  /// The number of codes, those of shapes included.
  var codeCount: Int { Int(UnitCode.firstCharacter) + scalars.count }

  func withTables<Result>(
    _ body: (_ unitCodes: UnsafePointer<UInt16>, _ kinds: UnsafePointer<UInt8>) -> Result
  ) -> Result {
    unitCodes.withUnsafeBufferPointer { codes in
      kinds.withUnsafeBufferPointer { kinds in
        // Never empty: both hold the shapes.
        body(codes.baseAddress.unsafelyUnwrapped, kinds.baseAddress.unsafelyUnwrapped)
      }
    }
  }
}
