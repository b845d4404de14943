public import Statistics

/// What a report says of artefacts of segmentation.
public enum ArtefactReport: Sendable {
  /// Nothing.
  case notWanted
  /// That the terms could not be checked, because the input can be read only once.
  case notPossible
  /// What was found of each term that was checked.
  case evidence([Term: ArtefactEvidence])

  /// The cells of a term: how often its string occurs, how often in other terms, and the suspicion.
  func cells(of term: Term) -> [ReportCell] {
    switch self {
    case .notWanted: []
    case .notPossible: [.empty, .empty, .empty]
    case .evidence(let evidence):
      [
        .optional(evidence[term]?.stringFrequency), .optional(evidence[term]?.inOtherTerms),
        .optional(evidence[term]?.suspicion?.rawValue),
      ]
    }
  }

  /// The columns; people see that of the suspicions only if there are some.
  func columns(listing terms: [Term]) -> [ReportColumn] {
    if case .notWanted = self { return [] }
    return [
      .number("stringFrequency", heading: "in texts", audience: .programs),
      .number("inOtherTerms", heading: "in terms", audience: .programs),
      .text("artefact", heading: "check", audience: suspected(terms) > 0 ? .everyone : .programs),
    ]
  }

  func notes(listing terms: [Term]) -> [String] {
    switch self {
    case .notWanted: return []
    case .notPossible:
      return ["The input can be read only once: no check for artefacts of segmentation."]
    case .evidence:
      let count = suspected(terms)
      if count == 0 { return [] }
      return [
        "May be artefacts of segmentation (check): \(ReportWording.counted(count, "term")); the texts hold the "
          + "string far more often, cut-apart into other words or inside longer ones."
      ]
    }
  }

  private func suspected(_ terms: [Term]) -> Int {
    guard case .evidence(let evidence) = self else { return 0 }
    return terms.count { evidence[$0]?.suspicion != nil }
  }
}
