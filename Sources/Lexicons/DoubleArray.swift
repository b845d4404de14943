/// A trie over character codes in a double array: the words of a lexicon, found character by character.
///
/// A unit is 64 bits, so that one load tells everything: bits 0–23 the base, where the child by code *c*
/// is the unit `base + c`; bits 24–31 the tag of the word that ends here; bits 32–47 the label, the code
/// that leads to this unit; bits 48–63 the weight, or `noWeight` if no word ends here. Every inner unit has
/// a base of its own, so a child is right when its label is.
///
/// Source: Aoe, "An efficient digital search algorithm by using a double-array structure" (1989); the
/// label check instead of a parent index is that of the compact variants (Yata's darts-clone).
public struct DoubleArray: Sendable {
  /// The units, padded so that `base + code` needs no range test.
  public let units: MappedArray<UInt64>

  public init(units: MappedArray<UInt64>) { self.units = units }

  /// The weight of a unit at which no word ends.
  @inlinable public static var noWeight: UInt16 { 0xFFFF }

  /// The unit at which every walk begins.
  @inlinable public static var root: Int { 1 }

  /// A unit with no children at which no word ends: where a walk goes that has failed.
  @inlinable public static var nowhere: Int { 0 }

  /// What `nowhere` holds, and every unit that is not in use.
  @inlinable public static var empty: UInt64 { 0xFFFF_FFFF_0000_0000 }

  /// No more units than this can be addressed.
  static let largestCount = 1 << 24

  /// The base of a unit.
  @inlinable
  public static func base(of unit: UInt64) -> Int { Int(truncatingIfNeeded: unit & 0xFF_FFFF) }

  /// The tag of a unit.
  @inlinable
  public static func tag(of unit: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: unit >> 24) }

  /// The label of a unit.
  @inlinable
  public static func label(of unit: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: unit >> 32) }

  /// The weight of a unit.
  @inlinable
  public static func weight(of unit: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: unit >> 48) }

  /// The child of a unit by a code, or `nowhere`.
  @inlinable
  public func child(of unit: Int, by code: UInt16) -> Int {
    let child = Self.base(of: units[unit]) &+ Int(code)
    return Self.label(of: units[child]) == code ? child : Self.nowhere
  }

  /// The weight of the word that ends at a unit, or nil if none does.
  @inlinable
  public func weight(at unit: Int) -> UInt16? {
    let weight = Self.weight(of: units[unit])
    return weight == Self.noWeight ? nil : weight
  }

  /// The unit at which the word ends, or nil if it is not there.
  ///
  /// - Complexity: O(*n*) in the number of codes.
  public func unit(of codes: some Sequence<UInt16>) -> Int? {
    guard let unit = node(of: codes), weight(at: unit) != nil else { return nil }
    return unit
  }

  /// The unit to which the codes lead, whether or not a word ends there; nil if no word begins with them.
  ///
  /// - Complexity: O(*n*) in the number of codes.
  public func node(of codes: some Sequence<UInt16>) -> Int? {
    var unit = Self.root
    for code in codes {
      unit = child(of: unit, by: code)
      if unit == Self.nowhere { return nil }
    }
    return unit
  }
}
