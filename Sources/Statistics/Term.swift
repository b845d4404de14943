import TextModel

/// A word as a counted type, or an entity under its canonical name.
///
/// An entity is another term than the word that looks the same: 苹果 the company (label `ORG`) and
/// 苹果 the fruit (no label) are counted apart.
///
/// Terms are equal, and ordered, by their UTF-8 bytes, which is the order of Unicode scalars. This
/// is stricter than `String`'s equality: two normalisation forms of one word are two terms.
public struct Term: Sendable {
  /// A word: its surface, with fullwidth ASCII folded to halfwidth (ＡＩ → AI). An entity: its
  /// canonical name, unchanged.
  public let text: String
  /// The kind of entity; nil for a word.
  public let label: EntityLabel?

  /// - Parameters:
  ///   - text: The word or the canonical name. Fullwidth ASCII of a word is folded to halfwidth.
  ///   - label: The kind of entity; nil for a word.
  public init(_ text: String, label: EntityLabel? = nil) {
    self.text = label == nil ? Halfwidth.folded(text) : text
    self.label = label
  }

  /// A term of bytes that are folded already.
  init(folded text: String, label: EntityLabel?) {
    self.text = text
    self.label = label
  }

  /// Whether the term is an entity.
  public var isEntity: Bool { label != nil }
}

extension Term: Hashable {
  public static func == (left: Term, right: Term) -> Bool {
    left.text.hasSameBytes(as: right.text) && left.label == right.label
  }

  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    // No byte of UTF-8: the text ends here.
    hasher.combine(0xFF as UInt8)
    hasher.combine(label)
  }
}

extension Term: Comparable {
  /// Orders by the UTF-8 bytes of the text, then words before entities, then by label.
  public static func < (left: Term, right: Term) -> Bool {
    if left.text.utf8.lexicographicallyPrecedes(right.text.utf8) { return true }
    if !left.text.utf8.elementsEqual(right.text.utf8) { return false }
    return switch (left.label, right.label) {
    case (nil, nil), (_?, nil): false
    case (nil, _?): true
    case (let leftLabel?, let rightLabel?): leftLabel < rightLabel
    }
  }
}

extension Term: CustomStringConvertible {
  /// The text; an entity's label follows in brackets: `智谱 [ORG]`.
  public var description: String { label.map { "\(text) [\($0)]" } ?? text }
}
