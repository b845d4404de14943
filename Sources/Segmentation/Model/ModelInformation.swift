/// What a model says of itself: lines of `key = value` in its first section.
public struct ModelInformation: Hashable, Sendable {
  /// The word standards that were learnt, the first of which guides the others.
  public var standards: [String]
  /// The name of the standard that is the first one refined by the rules of the dictionaries; nil if
  /// there is none.
  public var refined: String?
  /// The standards in which each mark of a run is a word of its own (—— is two).
  public var cuttingMarks: [String]
  /// Who made what the model was trained on, and under which licence; a line each.
  public var attributions: [String]
  /// Anything else worth knowing: seed, rounds, scores; in order.
  public var notes: [(key: String, value: String)]

  public init(
    standards: [String], refined: String? = nil, cuttingMarks: [String] = [],
    attributions: [String] = [],
    notes: [(key: String, value: String)] = []
  ) {
    self.standards = standards
    self.refined = refined
    self.cuttingMarks = cuttingMarks
    self.attributions = attributions
    self.notes = notes
  }

  /// Forgets a standard: attributions that begin with its name and a colon, and notes that end with it, go too.
  mutating func remove(_ standard: String) {
    standards.removeAll { $0 == standard }
    cuttingMarks.removeAll { $0 == standard }
    attributions.removeAll { $0.hasPrefix(standard + ":") }
    notes.removeAll { $0.key.hasSuffix(" of " + standard) }
  }

  init?(text: String) {
    standards = []
    cuttingMarks = []
    attributions = []
    notes = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let key = Self.trimmed(parts[0])
      let value = Self.trimmed(parts[1])
      switch key {
      case "refined": refined = value
      case "standard": standards.append(value)
      case "cuts marks": cuttingMarks.append(value)
      case "attribution": attributions.append(value)
      default: notes.append((key, value))
      }
    }
    if standards.isEmpty { return nil }
  }

  /// The lines.
  public var text: String {
    ((refined.map { ["refined = \($0)\n"] } ?? []) + standards.map { "standard = \($0)\n" }
      + cuttingMarks.map { "cuts marks = \($0)\n" }
      + attributions.map { "attribution = \($0)\n" }
      + notes.map { "\($0.key) = \($0.value)\n" }).joined()
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  public static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
