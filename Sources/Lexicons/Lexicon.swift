public import TextModel

/// The words of the language, with their frequencies and word classes, as a trie.
public struct Lexicon: Sendable {
  /// The trie. A unit's weight is the word's cost: `costScale` times the negative natural logarithm of
  /// its relative frequency; its tag is the raw value of the word's `PartOfSpeech`.
  public let trie: DoubleArray

  /// How many units of cost make a nat: 1024.
  @inlinable public static var costScale: Double { 1024 }

  /// The largest cost that a weight can hold.
  @inlinable public static var largestCost: UInt16 { 0xFFFE }

  public init(trie: DoubleArray) { self.trie = trie }

  /// What the lexicon says of a word; nil if it does not hold it.
  public func entry(for word: String, in characters: CharacterTable) -> Entry? {
    guard let codes = characters.codes(of: word), let unit = trie.unit(of: codes) else {
      return nil
    }
    return Entry(
      cost: Double(DoubleArray.weight(of: trie.units[unit])) / Self.costScale,
      partOfSpeech: PartOfSpeech(rawValue: DoubleArray.tag(of: trie.units[unit])) ?? .other)
  }

  /// A word's cost, in nats, and its class.
  public struct Entry: Hashable, Sendable {
    public let cost: Double
    public let partOfSpeech: PartOfSpeech
  }
}
