internal import TextModel

/// Makes the names on no list agree with one another through a window of an article.
///
/// A name mostly has one sense in a text (Gale, Church and Yarowsky 1992, "One sense per discourse"), while the model
/// looks at a few words around each mention: a name that got several labels has the likeliest everywhere, and a person
/// who was found with certainty once is found wherever the name stands. What was called a storm once is no person.
struct NameConsistency {
  private let window: TokenWindow

  init(_ window: TokenWindow) { self.window = window }

  /// The names of storms, which the model takes for persons: 台风“杜苏芮”.
  func storms(among mentions: [Mention]) -> Set<String> {
    var storms: Set<String> = []
    for mention in mentions where mention.evidence == .model && mention.tokens.lowerBound > 1 {
      let quote = mention.tokens.lowerBound - 1
      if Self.openQuotes.contains(window.packed(quote)),
        Self.kindsOfStorms.contains(window.packed(quote - 1))
      {
        storms.insert(mention.canonicalName)
      }
    }
    return storms
  }

  private static let openQuotes = PackedWords("“ \" 「 『 ‘ 【")
  private static let kindsOfStorms = PackedWords("台风 飓风 风暴 热带风暴 强热带风暴 强台风 超强台风 颱風 颶風 熱帶風暴")

  /// The mentions, with one label for each name on no list.
  ///
  /// - Complexity: O(*n*) in the number of mentions.
  func withOneLabel(_ mentions: [Mention]) -> [Mention] {
    var scores: [String: [EntityLabel: Float]] = [:]
    for mention in mentions where mention.evidence == .model {
      scores[mention.canonicalName, default: [:]][mention.label, default: 0] += mention.score
    }
    scores = scores.filter { $0.value.count > 1 }
    guard !scores.isEmpty else { return mentions }
    return mentions.map { mention in
      guard mention.evidence == .model, let scores = scores[mention.canonicalName] else {
        return mention
      }
      var mention = mention
      mention.label =
        Self.likeliest(
          scores, told: NameEnding(of: mention.tokens, in: window)?.label) ?? mention.label
      return mention
    }
  }

  /// The label that the name's ending tells, else the one of the highest score.
  private static func likeliest(
    _ scores: [EntityLabel: Float], told: EntityLabel?
  ) -> EntityLabel? {
    if let told, scores[told] != nil { return told }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The persons that were found with certainty. (Two characters are a part of other words too often; organisations
  /// and places are parts of longer names, and so is a word of Latin letters.)
  func certainPersons(of mentions: [Mention]) -> ArticleNames {
    var names = ArticleNames()
    for mention in mentions
    where mention.isUnlisted && mention.label == .person
      && mention.score >= Self.certainScore && window.positions(of: mention.tokens).count > 2
      && window.tokens[mention.tokens.lowerBound].kind == .word
    {
      names.add(
        mention.canonicalName,
        for: ArticleNames.Entity(name: mention.canonicalName, label: mention.label))
    }
    return names
  }

  private static let certainScore: Float = 0.65
}
