/// What a model takes a word for: a part of a name, of which kind, and how sure it is. One byte.
///
/// A name may have several words: its first one is `isFirst`, the others go on.
public struct NameTag: RawRepresentable, Hashable, Sendable {
  /// Bits 0–2: the kind, 0 for no name; bit 3: set on words that go on; bits 4–7: the confidence.
  public let rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No part of a name.
  public static let none = NameTag(rawValue: 0)
  /// The highest confidence.
  public static let highestConfidence = 15

  private static let labels: [EntityLabel] = [.person, .place, .organization, .product]

  /// A part of a name; nil for a label that models do not know.
  public init?(_ label: EntityLabel, isFirst: Bool = true, confidence: Int = highestConfidence) {
    guard let index = Self.labels.firstIndex(of: label) else { return nil }
    let bounded = UInt8(max(0, min(Self.highestConfidence, confidence)))
    rawValue = UInt8(index + 1) | (isFirst ? 0 : 8) | bounded << 4
  }

  /// The kind of name, nil if the word is no part of one.
  public var label: EntityLabel? {
    let kind = Int(rawValue & 7)
    return kind > 0 && kind <= Self.labels.count ? Self.labels[kind - 1] : nil
  }

  /// Whether the word is a part of a name.
  @inlinable public var isName: Bool { rawValue & 7 != 0 }

  /// Whether the word is the first of its name, if it is a part of one.
  public var isFirst: Bool { rawValue & 8 == 0 }

  /// How sure the model is, from 0 to `highestConfidence`.
  public var confidence: Int { Int(rawValue >> 4) }

  /// The same with another confidence.
  public func with(confidence: Int) -> NameTag {
    NameTag(rawValue: rawValue & 0xF | UInt8(max(0, min(15, confidence))) << 4)
  }
}
