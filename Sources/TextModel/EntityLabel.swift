/// The kind of a named entity. The set is open: a user's gazetteer may bring labels of its own.
///
/// The raw value is what files and reports hold (`"ORG"`).
public struct EntityLabel: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let person = EntityLabel(rawValue: "PER")
  public static let organization = EntityLabel(rawValue: "ORG")
  public static let place = EntityLabel(rawValue: "LOC")
  public static let product = EntityLabel(rawValue: "PRODUCT")
}

extension EntityLabel: Comparable {
  public static func < (left: EntityLabel, right: EntityLabel) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension EntityLabel: CustomStringConvertible {
  public var description: String { rawValue }
}
