internal import TextModel

/// The names of the gazetteers in a window, and what goes before them.
struct ListedMentions {
  /// In order.
  private(set) var mentions: [Mention]

  /// Puts names in the place of shorter ones that lie in them, and of as long ones that they are named after: 《奥本海默》 is
  /// a film, 《纽约》杂志 a magazine. The user's names, and other names as long, stay.
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
        $0.evidence != .user && mention.tokens.contains($0.tokens)
          && ($0.tokens != mention.tokens || Self.isNamed(mention.label, after: $0.label))
      }
      guard isLonger, mention.tokens.lowerBound >= merged.last?.tokens.upperBound ?? 0 else {
        continue
      }
      next += inner.count
      merged.append(mention)
    }
    mentions = merged + mentions[next...]
  }

  private static func isNamed(_ work: EntityLabel, after label: EntityLabel) -> Bool {
    label == .person || label == .place && work == .organization
  }
}
