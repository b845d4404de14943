internal import TextModel

/// The names of the gazetteers in a window, and what goes before them.
struct ListedMentions {
  /// In order.
  private(set) var mentions: [Mention]

  /// Puts names in the place of shorter ones that lie in them; the user's names, and those that are as long, stay.
  ///
  /// - Parameter found: In order. One that crosses another name is left out.
  /// - Complexity: O(*n*) in the number of all.
  mutating func replaceShorter(with found: [Mention]) {
    guard !found.isEmpty else { return }
    var merged: [Mention] = []
    merged.reserveCapacity(mentions.count + found.count)
    var next = 0
    for mention in found {
      while next < mentions.count,
        mentions[next].tokens.upperBound <= mention.tokens.lowerBound
      {
        merged.append(mentions[next])
        next += 1
      }
      let inner = mentions[next...].prefix {
        $0.tokens.lowerBound < mention.tokens.upperBound
      }
      let isLonger = inner.allSatisfy {
        $0.evidence != .user && mention.tokens.contains($0.tokens) && $0.tokens != mention.tokens
      }
      guard isLonger, mention.tokens.lowerBound >= merged.last?.tokens.upperBound ?? 0 else {
        continue
      }
      next += inner.count
      merged.append(mention)
    }
    mentions = merged + mentions[next...]
  }
}
