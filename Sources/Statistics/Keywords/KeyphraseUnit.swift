import TextModel

/// A word or an entity of a text, as key phrases are made of.
struct KeyphraseUnit {
  /// The kinds of unit that a score tells apart.
  enum Form: UInt8 {
    case noun
    case properNoun
    case verb
    case adjective
    case person
    case place
    /// Any other entity.
    case name
    case other
  }

  /// The unit's number among the terms that the reader has seen.
  let term: Int
  let form: Form
  /// Whether a phrase may hold it.
  let isContent: Bool
  /// Whether it goes on where the unit before it ends, and both are content.
  let isJoined: Bool
  let characters: UInt16
  /// Where it stands in its text.
  let span: TextSpan
}

extension KeyphraseUnit.Form {
  init(_ partOfSpeech: PartOfSpeech) {
    switch partOfSpeech {
    case .noun: self = .noun
    case .properNoun: self = .properNoun
    case .verb: self = .verb
    case .adjective: self = .adjective
    default: self = .other
    }
  }

  init(_ label: EntityLabel) {
    switch label {
    case .person: self = .person
    case .place: self = .place
    default: self = .name
    }
  }

  var isEntity: Bool { self == .person || self == .place || self == .name }

  var partOfSpeech: PartOfSpeech {
    switch self {
    case .noun: .noun
    case .properNoun, .person, .place, .name: .properNoun
    case .verb: .verb
    case .adjective: .adjective
    case .other: .other
    }
  }
}
