import TextModel

/// The units of counting of an analysis, in the order of the text: single words, and mentions that
/// stand for all their tokens.
///
/// Punctuation and symbols are no units. Every unit counts once in the denominator.
struct CountingUnits: Sequence, IteratorProtocol {
  enum Unit {
    /// A word, by its index among the tokens.
    case word(Int)
    /// An entity, by its index among the mentions.
    case entity(Int)
  }

  private let tokens: [Token]
  private let mentions: [Mention]
  private var tokenIndex = 0
  private var mentionIndex = 0
  /// Whether a mark stood between the last unit and the one before it.
  private(set) var followsMark = false

  init(of analysis: Analysis, selection: TermSelection) {
    tokens = analysis.tokens
    mentions = selection == .wordsAndEntities ? analysis.mentions : []
  }

  mutating func next() -> Unit? {
    followsMark = false
    while tokenIndex < tokens.count {
      // A mention that is empty or begins inside the one before it can cover nothing: it is passed over.
      while mentionIndex < mentions.count,
        mentions[mentionIndex].tokens.isEmpty
          || mentions[mentionIndex].tokens.lowerBound < tokenIndex
      {
        mentionIndex += 1
      }
      if mentionIndex < mentions.count, mentions[mentionIndex].tokens.lowerBound == tokenIndex {
        tokenIndex = mentions[mentionIndex].tokens.upperBound
        mentionIndex += 1
        return .entity(mentionIndex - 1)
      }
      tokenIndex += 1
      if tokens[tokenIndex - 1].kind.isWord { return .word(tokenIndex - 1) }
      followsMark = true
    }
    return nil
  }
}
