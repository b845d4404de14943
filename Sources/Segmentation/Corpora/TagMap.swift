public import TextModel

/// What the tags of the usual corpora stand for: the word class of Universal Dependencies, and the kind
/// of name.
///
/// Tag sets: UPOS itself; Baidu LAC; Peking University and ICTCLAS (by their first letter where the tag
/// is not listed); Penn Chinese Treebank and the XPOS of UD Chinese GSD. A tag in two sets with two
/// meanings is read as the set named first.
public enum TagMap {
  /// The word class of a tag, nil if the tag is unknown.
  public static func partOfSpeech(of tag: some StringProtocol) -> PartOfSpeech? {
    if let known = PartOfSpeech(tag: tag) { return known }
    if let upos = classes[String(tag)] { return PartOfSpeech(tag: upos) }
    // Tags of Peking University may carry a finer second letter: Ng, vd, nrf.
    guard tag.utf8.count <= 4, let first = tag.first, first.isASCII, first.isLetter,
      let upos = classes[first.lowercased()]
    else { return nil }
    return PartOfSpeech(tag: upos)
  }

  /// The kind of name that a tag marks, nil if it marks none.
  public static func label(of tag: some StringProtocol) -> EntityLabel? {
    switch tag {
    case "PER", "nr", "nrt", "nrf": .person
    case "LOC", "ns", "nsf": .place
    case "ORG", "nt": .organization
    default: nil
    }
  }

  /// What part of a name a tag marks: `B-PER` and `I-PER` a first and a further word, `PER` a whole name.
  static func nameTag(of tag: String) -> NameTag {
    if tag.hasPrefix("B-") || tag.hasPrefix("I-") {
      let label = EntityLabel(rawValue: String(tag.dropFirst(2)))
      return NameTag(label, isFirst: tag.hasPrefix("B-")) ?? .none
    }
    return label(of: tag).flatMap { NameTag($0) } ?? .none
  }

  /// The tag of a part of a name, as `nameTag(of:)` reads it; `O` for none.
  static func tag(of part: AnnotatedWord.NamePart?) -> String {
    part.map { ($0.isFirst ? "B-" : "I-") + $0.label.rawValue } ?? "O"
  }

  private static let classes: [String: String] = [
    // LAC and Peking University.
    "n": "NOUN", "nr": "PROPN", "ns": "PROPN", "nt": "PROPN", "nz": "PROPN", "nw": "PROPN",
    "nx": "X", "PER": "PROPN", "LOC": "PROPN", "ORG": "PROPN", "TIME": "NOUN",
    "v": "VERB", "vd": "ADV", "vn": "NOUN", "a": "ADJ", "ad": "ADV", "an": "NOUN", "d": "ADV",
    "m": "NUM", "q": "NOUN", "r": "PRON", "p": "ADP", "c": "CCONJ", "u": "PART", "xc": "PART",
    "w": "PUNCT", "f": "ADP", "s": "NOUN", "t": "NOUN", "b": "ADJ", "z": "ADJ", "i": "NOUN",
    "j": "NOUN", "k": "PART", "l": "NOUN", "h": "PART", "e": "INTJ", "o": "ADV", "y": "PART",
    "g": "NOUN", "x": "X",
    // Penn Chinese Treebank, and the finer tags of UD Chinese GSD.
    "NN": "NOUN", "NR": "PROPN", "NT": "NOUN", "NNP": "PROPN", "NNB": "NOUN", "VV": "VERB",
    "VA": "ADJ", "VC": "AUX", "VE": "VERB", "AD": "ADV", "RB": "ADV", "JJ": "ADJ", "CD": "NUM",
    "OD": "ADJ", "M": "NOUN", "DT": "DET", "PN": "PRON", "PRP": "PRON", "PRD": "PRON",
    "WP": "PRON", "P": "ADP", "IN": "ADP", "CC": "CCONJ", "CS": "SCONJ", "DEC": "PART",
    "DEG": "PART", "DER": "PART", "DEV": "PART", "AS": "PART", "SP": "PART", "ETC": "PART",
    "MSP": "PART", "LC": "ADP", "IJ": "INTJ", "UH": "INTJ", "ON": "X", "FW": "X", "SB": "ADP",
    "LB": "ADP", "BA": "ADP", "PU": "PUNCT", "URL": "X", "MD": "AUX", "BB": "ADP", "PFA": "PART",
    "PFN": "PART", "SFA": "PART", "SFN": "PART", "SFV": "PART", "UG": "PART", "HYPH": "PUNCT",
  ]
}
