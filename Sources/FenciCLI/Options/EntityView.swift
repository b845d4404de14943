import ArgumentParser

/// What `fenci entities` shows instead of the table of entities.
enum EntityView: EnumerableFlag {
  case pairs
  case highlight
  case bio
  case bioCharacters
  case asDictionary

  /// The option's name, without its dashes.
  var optionName: String {
    switch self {
    case .pairs: "pairs"
    case .highlight: "highlight"
    case .bio: "bio"
    case .bioCharacters: "bio-characters"
    case .asDictionary: "as-dictionary"
    }
  }

  static func name(for value: EntityView) -> NameSpecification { .customLong(value.optionName) }

  static func help(for value: EntityView) -> ArgumentHelp? {
    switch value {
    case .pairs: "Who is named together with whom: pairs by documents with both, G², PMI."
    case .highlight: "The texts, with the names marked."
    case .bio: "A word and its tag a line (B-ORG, I-ORG, O), for training and scoring taggers."
    case .bioCharacters: "The same with a character a line."
    case .asDictionary:
      "Lines for a dictionary of your own, each with an example; best with --unlisted."
    }
  }
}
