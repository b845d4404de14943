import Statistics
import TextModel

extension Report {
  /// The terms that rose and fell most, from the earlier half of the time to the later.
  ///
  /// Columns: `direction` (`rise` or `fall`), `term`, `label`, `partOfSpeech`, `earlierFrequency`,
  /// `laterFrequency`, `earlierPerMillion`, `laterPerMillion`, `earlierDocumentFrequency`,
  /// `laterDocumentFrequency`, `logRatio` (positive for a rise), `logRatioLow`, `logRatioHigh`,
  /// `logLikelihood` (with the same sign), `adjustedPValue`; for people, a sparkline of all periods.
  ///
  /// - Parameters:
  ///   - changes: The changes.
  ///   - table: The table that they were found in.
  ///   - metadata: What made the counts.
  public static func trendChanges(
    _ changes: TrendChanges, of table: TrendTable, metadata: [MetadataField] = []
  ) -> Report {
    let listed = changes.risers.map { ("rise", $0) } + changes.fallers.map { ("fall", $0) }
    let rates = sparklines(of: listed.map(\.1.term), changes: changes, table: table)
    let rows = zip(listed, rates).map { item, sparkline in
      changeRow(item.1, direction: item.0, sparkline: sparkline)
    }
    let groups = changes.comparison.groups
    let tested = changes.comparison.familySize
    return Report(
      title: "Terms that rose and fell, by \(table.unit.rawValue)",
      introduction: [1, 0].map { index in
        let group = groups[index]
        let size = ReportWording.size(documents: group.documentCount, words: group.wordCount)
        return "\(index == 0 ? "Later" : "Earlier") half \(group.name): \(size)"
      } + undatedNote(table),
      columns: changeColumns, rows: rows,
      notes: [
        "\(ReportWording.counted(tested, "term")) tested, m = \(ReportWording.grouped(tested)); "
          + "listed if p adjusted after Holm is at most \(changes.level), by size of log ratio.",
        "Log ratio: +1 is twice as frequent in the later half (Hardie 2014), ½ added to each count, "
          + "its 95 % interval (from, to) by the delta method. G²: four cells (Dunning 1993).",
        "With an odd number of periods the middle one belongs to neither half.",
        ReportWording.denominator(of: table.selection),
      ] + ReportWording.drops(changes.comparison.drops),
      metadata: metadata)
  }

  private static var changeColumns: [ReportColumn] {
    [.text("direction", heading: "change")] + ReportWording.termColumns + [
      .text("trend", heading: "trend", audience: .people).dispensable,
      .number("earlierFrequency", heading: "earlier").dispensable,
      .number("laterFrequency", heading: "later").dispensable,
      .number("earlierPerMillion", heading: "per million", format: .decimals(1)),
      .number("laterPerMillion", heading: "later", format: .decimals(1)),
      .number("earlierDocumentFrequency", heading: "documents").dispensable,
      .number("laterDocumentFrequency", heading: "later").dispensable,
      .number("logRatio", heading: "log ratio", format: .signed(2)),
      .number("logRatioLow", heading: "from", format: .signed(2)).dispensable,
      .number("logRatioHigh", heading: "to", format: .signed(2)).dispensable,
      .number("logLikelihood", heading: "G²", format: .signed(1)),
      .number("adjustedPValue", heading: "adjusted p", format: .probability),
    ]
  }

  private static func changeRow(
    _ row: ComparisonRow, direction: String, sparkline: String
  ) -> [ReportCell] {
    let (later, earlier) = (row.cells[0], row.cells[1])
    let keyness = row.keyness[0]
    return [
      .text(direction), .text(row.term.text), .optional(row.term.label?.rawValue),
      .text(row.partOfSpeech.tag), .text(sparkline), .integer(earlier.termFrequency),
      .integer(later.termFrequency), .number(earlier.perMillion), .number(later.perMillion),
      .integer(earlier.documentFrequency), .integer(later.documentFrequency),
      .number(keyness.logRatio.value), .number(keyness.logRatio.interval.lowerBound),
      .number(keyness.logRatio.interval.upperBound), .number(keyness.logLikelihood),
      .number(keyness.adjustedPValue),
    ]
  }

  /// A sparkline for each term; empty ones if the periods are too many to draw.
  private static func sparklines(
    of terms: [Term], changes: TrendChanges, table: TrendTable
  ) -> [String] {
    let periods =
      (try? table.periods(from: changes.earlier.first, through: changes.later.last)) ?? []
    return terms.map { term in
      let rates = periods.map { period -> Double? in
        guard let counts = table.table(of: period), counts.wordCount > 0 else { return nil }
        return counts.perMillion(of: term)
      }
      return Sparkline.text(of: rates, columns: 48)
    }
  }
}
