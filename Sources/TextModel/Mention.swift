/// A name found in a text: one occurrence of an entity.
///
/// A mention begins and ends at token boundaries, and mentions of one analysis do not overlap.
public struct Mention: Hashable, Sendable {
  /// Where the name stands in the document's text.
  public var span: TextSpan
  /// The tokens that make the name, as indices into the analysis's tokens.
  public var tokens: Range<Int>
  /// The one name under which the entity is counted, whatever the text calls it; for an entity on no list
  /// the fullest name that the document has for it.
  public var canonicalName: String
  public var label: EntityLabel
  /// How the mention was found.
  public var evidence: Evidence
  /// How likely it is that the name is the entity's, by what was measured on annotated text: from 0 to 1.
  public var score: Float

  /// How a mention was found. Raw values appear in reports.
  public enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// A name that means only this entity stood in the gazetteer.
    case gazetteer
    /// An ambiguous name, decided by what stands around it.
    case context
    /// A name on no list that the model of the word standard finds.
    case model
    /// A name on no list that its own form or the article explains: …有限公司, 以下简称“…”, the surname of a
    /// person who was named in full.
    case structure
    /// A name of the user's own dictionary.
    case user
  }

  /// Whether the name is on no list.
  public var isUnlisted: Bool { evidence == .model || evidence == .structure }

  public init(
    span: TextSpan, tokens: Range<Int>, canonicalName: String, label: EntityLabel,
    evidence: Evidence, score: Float = 1
  ) {
    self.span = span
    self.tokens = tokens
    self.canonicalName = canonicalName
    self.label = label
    self.evidence = evidence
    self.score = score
  }
}
