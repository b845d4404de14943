import Statistics
import TextModel

extension Report {
  /// What is written about together with a name.
  ///
  /// Columns of the overview: `term`, `label`, `together` (documents with both), `share` (of those with the
  /// name), `otherShare` (of those without), `documentFrequency` (documents with the term), `logRatio`,
  /// `conservativeLogRatio`, `logLikelihood`, `pValue`, `adjustedPValue`, `firstTogether`, and for the share over
  /// time `slope` (per period), `score`, `trendPValue`, `trendAdjustedPValue` (Hamed and Rao), empty where there
  /// are too few periods.
  /// Columns of the periods: `term`, `label`, `period`, `together`, `documentCount` (documents with the name),
  /// `share`, `shareLow`, `shareHigh`; the last three are empty for a gap.
  ///
  /// - Parameters:
  ///   - mentions: What stands together.
  ///   - table: The table that it was found in.
  ///   - layout: `overview` or `periods`; bursts are an overview.
  ///   - metadata: What made the counts.
  public static func coMentions(
    _ mentions: CoMentions, of table: CoMentionTable, layout: TrendLayout,
    metadata: [MetadataField] = []
  ) -> Report {
    let name = mentions.names.map(\.description).joined(separator: ", ")
    let unit = table.all.unit.rawValue
    let range = mentions.periods.first.flatMap { first in
      mentions.periods.last.map { first == $0 ? first.label : "\(first) … \($0)" }
    }
    let isOverview = layout != .periods
    return Report(
      title: "Together with \(name), by \(unit)" + (range.map { ", \($0)" } ?? ""),
      introduction: [
        "\(ReportWording.grouped(mentions.holdingCount)) of "
          + "\(ReportWording.counted(mentions.documentCount, "document")) with \(name)."
      ] + undatedNote(table.all),
      columns: isOverview ? coMentionColumns : coMentionPeriodColumns,
      rows: isOverview
        ? mentions.rows.map { coMentionRow($0, of: mentions) }
        : mentions.rows.flatMap(coMentionPeriodRows),
      notes: coMentionNotes(mentions, unit: unit, isOverview: isOverview), metadata: metadata)
  }

  private static func coMentionNotes(
    _ mentions: CoMentions, unit: String, isOverview: Bool
  ) -> [String] {
    var notes: [String] = []
    if isOverview {
      notes = [
        "Documents are counted, not words. Share: of the documents with the name; others: of those without.",
        "\(ReportWording.counted(mentions.familySize, "term")) tested, m = "
          + "\(ReportWording.grouped(mentions.familySize)); \(ReportWording.adjusted(mentions.adjustment)). "
          + "LRC: the smallest log ratio of the shares that the counts are sure of (Evert 2022).",
        "Heights are proportional to each term's own shares; · is a gap without the name.",
      ]
      if case .tooFewPeriods(let count)? = mentions.rows.first?.test {
        notes.append(
          "Too few periods with the name to test a trend: \(count), \(TrendTest.minimumPeriods) are "
            + "needed.")
      } else {
        notes.append(
          "Trend p: does the share rise or fall from \(unit) to \(unit)? Mann–Kendall after Hamed & Rao, "
            + "\(ReportWording.adjusted(mentions.adjustment)) over the terms listed.")
      }
    } else {
      notes = ["From, to: 95 % interval of the share (Wilson 1927)."]
    }
    notes.append(ReportWording.shown(mentions.rows.count, of: mentions.foundCount))
    if mentions.droppedCount > 0 {
      notes.append(
        "Left out: \(ReportWording.grouped(mentions.droppedCount)) more names that are in too few documents "
          + "or among the stop words. Words are not looked at unless asked for.")
    }
    return notes
  }

  private static var coMentionColumns: [ReportColumn] {
    [
      .text("term", heading: "term"), .text("label", heading: "label"),
      .number("together", heading: "together"),
      .number("share", heading: "share", format: .decimals(3)),
      .number("otherShare", heading: "others", format: .decimals(3)),
      .number("documentFrequency", heading: "documents", audience: .programs),
      .number("logRatio", heading: "log ratio", format: .signed(2)).dispensable,
      .number("conservativeLogRatio", heading: "LRC", format: .signed(2)),
      .number("logLikelihood", heading: "G²", format: .decimals(1)).dispensable,
      .number("pValue", heading: "p", format: .probability, audience: .programs),
      .number("adjustedPValue", heading: "adjusted p", format: .probability),
      .text("trend", heading: "trend", audience: .people),
      .text("firstTogether", heading: "first").dispensable,
      .number("slope", heading: "slope", format: .signed(4)).dispensable,
      .number("score", heading: "S", format: .signed(0), audience: .programs),
      .number("trendPValue", heading: "p", format: .probability, audience: .programs),
      .number("trendAdjustedPValue", heading: "trend p", format: .probability).dispensable,
    ]
  }

  private static func coMentionRow(_ row: CoMention, of mentions: CoMentions) -> [ReportCell] {
    let others = mentions.documentCount - mentions.holdingCount
    let otherShare =
      others == 0 ? nil : Double(row.documentFrequency - row.together) / Double(others)
    let cells: [ReportCell] = [
      .text(row.term.text), .optional(row.term.label?.rawValue), .integer(row.together),
      .number(Double(row.together) / Double(mentions.holdingCount)), .optional(otherShare),
      .integer(row.documentFrequency), .number(row.keyness.logRatio.value),
      .number(row.keyness.conservativeLogRatio), .number(row.keyness.logLikelihood),
      .number(row.keyness.pValue), .number(row.keyness.adjustedPValue),
      .text(Sparkline.text(of: row.points.map(\.share), columns: 48)),
      .optional(row.firstTogether?.label),
    ]
    switch row.test {
    case .tooFewPeriods: return cells + Array(repeating: .empty, count: 4)
    case .tested(let result, _, let adjustedSerialPValue):
      return cells + [
        .number(result.slope), .integer(result.score), .number(result.serialPValue),
        .number(adjustedSerialPValue),
      ]
    }
  }

  private static var coMentionPeriodColumns: [ReportColumn] {
    [
      .text("term", heading: "term"), .text("label", heading: "label"),
      .text("period", heading: "period"), .number("together", heading: "together"),
      .number("documentCount", heading: "of"),
      .number("share", heading: "share", format: .decimals(3)),
      .number("shareLow", heading: "from", format: .decimals(3)).dispensable,
      .number("shareHigh", heading: "to", format: .decimals(3)).dispensable,
      .text("bar", heading: "", audience: .people).dispensable,
    ]
  }

  private static func coMentionPeriodRows(_ row: CoMention) -> [[ReportCell]] {
    let largest = row.points.compactMap(\.share).max() ?? 0
    return row.points.map { point in
      [
        .text(row.term.text), .optional(row.term.label?.rawValue), .text(point.period.label),
        .integer(point.together), .integer(point.documentCount), .optional(point.share),
        .optional(point.interval?.lowerBound), .optional(point.interval?.upperBound),
        .text(
          point.share.map { Bar.text(of: $0, maximum: largest, columns: 20) }
            ?? "· without the name"),
      ]
    }
  }
}
