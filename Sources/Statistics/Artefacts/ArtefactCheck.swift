import TextModel

/// Looks for words that may be artefacts of segmentation: such whose string the texts have far more often than
/// the word was counted.
///
/// ```swift
/// var check = ArtefactCheck(of: rows.map(\.term))
/// for document in documents { check.add(document.text) }
/// let evidence = check.evidence(in: table)[rows[0].term]
/// ```
///
/// Entities, and words of one character, are not looked at: an entity stands in texts under many names.
public struct ArtefactCheck: Sendable {
  private let terms: [Term]
  private var counter: StringCounter

  /// A check of some terms.
  public init(of terms: [Term]) {
    self.terms = terms.filter { !$0.isEntity && $0.text.count > 1 }
    counter = StringCounter(self.terms.map { Array($0.text.utf8) })
  }

  /// Looks for the terms in a text.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { counter.add($0) }
  }

  /// Adds what another check of the same terms has found.
  public mutating func merge(_ other: ArtefactCheck) { counter.merge(other.counter) }

  /// What was found of each term that was looked at.
  ///
  /// - Parameter table: The counts of the same texts.
  /// - Complexity: O(*n*) in the distinct terms of the table.
  public func evidence(in table: FrequencyTable) -> [Term: ArtefactEvidence] {
    // How often each string stands in other terms, itself not counted.
    var inTerms = StringCounter(terms.map { Array($0.text.utf8) })
    for row in table.unorderedRows() {
      var text = row.term.text
      text.withUTF8 { inTerms.add($0, weight: row.termFrequency) }
    }
    var evidence: [Term: ArtefactEvidence] = [:]
    for (index, term) in terms.enumerated() {
      let count = table.termFrequency(of: term)
      evidence[term] = ArtefactEvidence(
        termFrequency: count, stringFrequency: counter.counts[index],
        inOtherTerms: inTerms.counts[index] - count)
    }
    return evidence
  }
}
