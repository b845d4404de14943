import TextModel

/// Turns an analysis into the sequence of its terms.
///
/// A term is a word token (no punctuation, no symbol) under its surface, or a mention under its
/// canonical name and label, which takes the place of all the tokens it covers. So 北京智谱华章科技
/// is one term, and one word of the denominator, not four.
public struct TermExtractor: Sendable, Hashable {
  /// What of a text is counted.
  public var selection: TermSelection

  public init(selection: TermSelection = .wordsAndEntities) {
    self.selection = selection
  }

  /// The terms of an analysis, in the order of the text.
  ///
  /// For counting, `FrequencyTable.add(_:)` is much faster: it makes no `Term` values.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  public func terms(in analysis: Analysis) -> [Term] {
    var text = analysis.document.text
    return text.withUTF8 { bytes in
      CountingUnits(of: analysis, selection: selection).map { unit in
        switch unit {
        case .word(let index):
          return Term(String(decoding: bytes[analysis.tokens[index].span.range], as: UTF8.self))
        case .entity(let index):
          let mention = analysis.mentions[index]
          return Term(mention.canonicalName, label: mention.label)
        }
      }
    }
  }
}
