import Statistics
import TextModel

extension Report {
  /// The terms that set groups apart: a row is a term that is typical of a group.
  ///
  /// Each group is the target in turn, and all others together, or each of them, are the reference.
  /// Columns, whatever the number of groups: `group`, `reference`, `term`, `label`, `partOfSpeech`,
  /// `termFrequency`, `referenceFrequency`, `perMillion`, `referencePerMillion`, `documentFrequency`,
  /// `referenceDocumentFrequency`, `logRatio`, `logRatioLow`, `logRatioHigh`, `conservativeLogRatio`,
  /// `logOdds`, `logLikelihood`, `pValue`, `adjustedPValue`. More than two groups add
  /// `omnibusLogLikelihood`, `omnibusPValue`, `omnibusAdjustedPValue`, and for each group
  /// `perMillion:NAME`.
  ///
  /// - Parameters:
  ///   - comparison: The comparison.
  ///   - order: Which terms of a group come first.
  ///   - level: The largest adjusted p-value of the terms listed; 1 for all.
  ///   - limit: The most terms to list for each contrast; nil for all.
  ///   - metadata: What made the counts.
  public static func comparison(
    _ comparison: Comparison, sortedBy order: ComparisonOrder = .conservativeLogRatio,
    level: Double = 0.05, limit: Int? = nil, metadata: [MetadataField] = []
  ) -> Report {
    let typical = comparison.contrasts.indices.map {
      comparison.terms(typicalIn: $0, sortedBy: order, level: level)
    }
    let rows = typical.indices.flatMap { contrast in
      typical[contrast].prefix(limit.map { max(0, $0) } ?? .max).map {
        comparisonRow($0, contrast: contrast, of: comparison)
      }
    }
    let isWide = comparison.groups.count > 2
    return Report(
      title: "Comparison of \(comparison.groups.map(\.name).joined(separator: ", "))",
      introduction: comparison.groups.map {
        "\($0.name): \(ReportWording.size(documents: $0.documentCount, words: $0.wordCount))"
      },
      columns: comparisonColumns(comparison, order) + (isWide ? wideColumns(comparison) : []),
      rows: rows,
      notes: comparisonNotes(comparison, level: level)
        + [ReportWording.shown(rows.count, of: typical.reduce(0) { $0 + $1.count })]
        + ReportWording.drops(comparison.drops),
      metadata: metadata)
  }

  private static func comparisonColumns(
    _ comparison: Comparison, _ order: ComparisonOrder
  ) -> [ReportColumn] {
    let isPairwise = comparison.contrasts.count > comparison.groups.count
    return [
      .text("group", heading: "typical of"),
      .text("reference", heading: "against", audience: isPairwise ? .everyone : .programs),
    ] + ReportWording.termColumns + [
      .number("termFrequency", heading: "count"),
      .number("referenceFrequency", heading: "others"),
      .number("perMillion", heading: "per million", format: .decimals(1)),
      .number("referencePerMillion", heading: "others", format: .decimals(1)),
      .number("documentFrequency", heading: "documents").dispensable,
      .number("referenceDocumentFrequency", heading: "others").dispensable,
      .number("logRatio", heading: "log ratio", format: .signed(2)),
      .number("logRatioLow", heading: "from", format: .signed(2)).dispensable,
      .number("logRatioHigh", heading: "to", format: .signed(2)).dispensable,
      .number("conservativeLogRatio", heading: "LRC", format: .signed(2)),
      .number(
        "logOdds", heading: "log odds z", format: .signed(2),
        audience: order == .logOdds ? .everyone : .programs),
      .number("logLikelihood", heading: "G²", format: .decimals(1)),
      .number("pValue", heading: "p", format: .probability, audience: .programs),
      .number("adjustedPValue", heading: "adjusted p", format: .probability),
    ]
  }

  private static func wideColumns(_ comparison: Comparison) -> [ReportColumn] {
    [
      .number("omnibusLogLikelihood", heading: "G² of all", format: .decimals(1)).dispensable,
      .number("omnibusPValue", heading: "p", format: .probability, audience: .programs),
      .number("omnibusAdjustedPValue", heading: "adjusted p", format: .probability).dispensable,
    ]
      + comparison.groups.map {
        .number("perMillion:\($0.name)", heading: $0.name, format: .decimals(1)).dispensable
      }
  }

  private static func comparisonRow(
    _ row: ComparisonRow, contrast index: Int, of comparison: Comparison
  ) -> [ReportCell] {
    let contrast = comparison.contrasts[index]
    let cell = row.cells[contrast.target]
    let keyness = row.keyness[index]
    let others = contrast.references
    let otherCount = others.reduce(0) { $0 + row.cells[$1].termFrequency }
    let otherDocuments = others.reduce(0) { $0 + row.cells[$1].documentFrequency }
    let otherWords = others.reduce(0) { $0 + comparison.groups[$1].wordCount }
    var cells: [ReportCell] = [
      .text(comparison.groups[contrast.target].name),
      .text(others.count == 1 ? comparison.groups[others[0]].name : "others"),
      .text(row.term.text), .optional(row.term.label?.rawValue), .text(row.partOfSpeech.tag),
      .integer(cell.termFrequency), .integer(otherCount), .number(cell.perMillion),
      .number(Double(otherCount) * 1_000_000 / Double(otherWords)),
      .integer(cell.documentFrequency), .integer(otherDocuments),
      .number(keyness.logRatio.value), .number(keyness.logRatio.interval.lowerBound),
      .number(keyness.logRatio.interval.upperBound), .number(keyness.conservativeLogRatio),
      .number(keyness.logOdds), .number(keyness.logLikelihood), .number(keyness.pValue),
      .number(keyness.adjustedPValue),
    ]
    if let omnibus = row.omnibus {
      cells += [
        .number(omnibus.logLikelihood), .number(omnibus.pValue),
        .number(omnibus.adjustedPValue),
      ]
      cells += row.cells.map { .number($0.perMillion) }
    }
    return cells
  }

  private static func comparisonNotes(_ comparison: Comparison, level: Double) -> [String] {
    let tested = ReportWording.counted(comparison.rows.count, "term")
    let family = ReportWording.grouped(comparison.familySize)
    var notes = [
      "\(tested) tested, m = \(family); \(ReportWording.adjusted(comparison.adjustment)), listed if "
        + "at most \(level).",
      "LRC: the smallest log ratio that the counts are sure of, by the exact interval at the level "
        + "0.05\(comparison.adjustment == .none ? "" : "/m") (Evert 2022). Log ratio: +1 is twice as "
        + "frequent (Hardie 2014), with ½ added to each count and its 95 % interval (from, to) by the "
        + "delta method. G²: log-likelihood over four cells (Dunning 1993).",
      "The tests take words as independent: a term in few documents is less sure than its p-value.",
    ]
    if comparison.contrasts.count > comparison.groups.count {
      notes.append(
        "Each group is tested against each other; G² of all tests whether any group differs, adjusted "
          + "over the terms.")
    } else if comparison.groups.count > 2 {
      notes.append(
        "Each group is tested against all others together; G² of all tests whether any group differs, "
          + "adjusted over the terms.")
    }
    return notes
  }
}
