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
    ] + intervalColumns(comparison) + [
      .number("conservativeLogRatio", heading: "LRC", format: .signed(2)),
      .number(
        "logOdds", heading: "log odds z", format: .signed(2),
        audience: order == .logOdds ? .everyone : .programs),
      .number("logLikelihood", heading: "G²", format: .decimals(1)),
      .number("pValue", heading: "p", format: .probability, audience: .programs),
      .number("adjustedPValue", heading: "adjusted p", format: .probability),
    ] + (comparison.resampling == nil ? [] : articleColumns)
      + (comparison.hasArticles ? spreadColumns : [])
  }

  private static var spreadColumns: [ReportColumn] {
    [
      .number(
        "largestArticleShare", heading: "in one article", format: .decimals(2),
        audience: .programs),
      .number("sourceCount", heading: "sources").dispensable,
      .text("caution", heading: "rests on one"),
    ]
  }

  /// The interval by articles, if there is one, is what people should see.
  private static func intervalColumns(_ comparison: Comparison) -> [ReportColumn] {
    let low = ReportColumn.number("logRatioLow", heading: "from", format: .signed(2))
    let high = ReportColumn.number("logRatioHigh", heading: "to", format: .signed(2))
    guard comparison.resampling != nil else { return [low.dispensable, high.dispensable] }
    return [low, high].map { column in
      var column = column
      column.audience = .programs
      return column
    } + [
      .number("articleLogRatioLow", heading: "from", format: .signed(2)).dispensable,
      .number("articleLogRatioHigh", heading: "to", format: .signed(2)).dispensable,
    ]
  }

  private static var articleColumns: [ReportColumn] {
    [
      .number("articleZScore", heading: "z", format: .signed(2), audience: .programs),
      .number("articlePValue", heading: "p by article", format: .probability),
      .number("articleAdjustedPValue", heading: "adjusted", format: .probability),
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
      .number(keyness.logRatio.interval.upperBound),
    ]
    let evidence = row.articles.isEmpty ? nil : row.articles[index]
    if let evidence {
      let interval = evidence.logRatioInterval
      cells += [.optional(interval?.lowerBound), .optional(interval?.upperBound)]
    }
    cells += [
      .number(keyness.conservativeLogRatio), .number(keyness.logOdds),
      .number(keyness.logLikelihood), .number(keyness.pValue), .number(keyness.adjustedPValue),
    ]
    if let evidence {
      cells += [
        .number(evidence.zScore), .number(evidence.pValue), .number(evidence.adjustedPValue),
      ]
    }
    if let spread = comparison.spread(of: row, in: index) {
      cells += [
        .number(spread.largestArticleShare), .integer(spread.sourceCount),
        .optional(spread.caution?.rawValue),
      ]
    }
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
        + "frequent (Hardie 2014), with ½ added to each count"
        + (comparison.resampling == nil
          ? " and its 95 % interval (from, to) by the delta method" : "")
        + ". G²: log-likelihood over four cells (Dunning 1993).",
    ]
    if comparison.resampling == nil {
      notes.append(
        "The tests take words as independent: a term in few documents is less sure than its p-value."
      )
    } else {
      notes += resamplingNotes(comparison, level: level)
    }
    if comparison.hasArticles {
      notes.append(
        "Rests on one: without the article, or the source, with the most occurrences the log ratio is at "
          + "most half as large.")
    }
    notes += makeUpNotes(comparison)
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

  private static func resamplingNotes(_ comparison: Comparison, level: Double) -> [String] {
    guard let resampling = comparison.resampling else { return [] }
    let rounds = ReportWording.counted(resampling.rounds, "round")
    let stratified = comparison.stratifiedContrasts.count { $0 }
    let strata =
      stratified == comparison.contrasts.count
      ? "within their sources"
      : stratified > 0
        ? "within their sources where both sides share them" : "over all sources"
    let dropped = comparison.contrasts.indices.reduce(0) { sum, contrast in
      sum
        + comparison.rows.count { row in
          let keyness = row.keyness[contrast]
          return keyness.logLikelihood > 0 && keyness.adjustedPValue <= level
            && row.articles[contrast].pValue > level
        }
    }
    return [
      "p by article: \(rounds) in which whole articles change sides \(strata) (seed \(resampling.seed)); "
        + "the least p there is 1/\(ReportWording.grouped(resampling.rounds + 1)). Adjusted: against the "
        + "largest difference of any term in each round (Westfall & Young 1993). From, to: 95 % of "
        + "\(rounds) in which articles are drawn with replacement; empty if one side lacks the term.",
      "Not listed: \(ReportWording.counted(dropped, "term")) that the words make sure, but the articles do "
        + "not (p by article above \(level)).",
    ]
  }

  /// What to be careful of before any term is looked at.
  private static func makeUpNotes(_ comparison: Comparison) -> [String] {
    let makeUp = comparison.makeUp()
    // Of two groups one line says it all.
    let shown = comparison.groups.count == 2 ? makeUp.prefix(1) : makeUp[...]
    return shown.flatMap { group in
      let name = comparison.groups[group.group].name
      let others =
        comparison.groups.count == 2
        ? comparison.groups[1 - group.group].name : "the others"
      var notes: [String] = []
      if group.differsInLength {
        notes.append(
          "Caution: articles of \(name) have \(ReportWording.grouped(Int(group.medianWords))) words "
            + "(median), those of \(others) \(ReportWording.grouped(Int(group.othersMedianWords))): "
            + "other kinds of text use other words.")
      }
      if let overlap = group.sourceOverlap, group.differsInSources, !comparison.isBySource {
        let percent = Int((overlap * 100).rounded())
        notes.append(
          "Caution: \(name) and \(others) have \(percent) % of their articles from the same sources: "
            + "differences may be those of the sources.")
      }
      return notes
    }
  }
}
