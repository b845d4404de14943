import Statistics
import TextModel

extension Report {
  /// The strongest bursts of a corpus, the heaviest first.
  ///
  /// Columns: `term`, `label`, `start`, `end` (periods), `documentFrequency` and `documentCount` (of the
  /// burst), `documentShare`, `allDocumentFrequency` (of all periods), `weight`.
  ///
  /// - Parameters:
  ///   - bursts: The bursts.
  ///   - table: The table that they were found in.
  ///   - metadata: What made the counts.
  public static func bursts(
    _ bursts: TermBursts, of table: TrendTable, metadata: [MetadataField] = []
  ) -> Report {
    let range = bursts.periods.first.flatMap { first in
      bursts.periods.last.map { "\(first) … \($0)" }
    }
    return Report(
      title: "Bursts by \(table.unit.rawValue)" + (range.map { ", \($0)" } ?? ""),
      introduction: trendIntroduction(bursts.periods, of: table), columns: burstColumns,
      rows: bursts.items.map { item in
        burstRow(
          item.term, item.burst, item.documentFrequency, item.documentCount,
          item.allDocumentFrequency, bursts.periods)
      },
      notes: burstNotes + [
        "\(ReportWording.counted(bursts.termCount, "term")) looked at. "
          + ReportWording.shown(bursts.items.count, of: bursts.burstCount, "burst")
      ] + ReportWording.drops(bursts.drops),
      metadata: metadata)
  }

  /// The bursts of a trend.
  static func trendBurstRows(_ trend: Trend) -> [[ReportCell]] {
    trend.bursts.map { burst in
      let inside = trend.points[burst.periods].compactMap(\.observation)
      return burstRow(
        trend.term, burst, inside.reduce(0) { $0 + $1.documentFrequency },
        inside.reduce(0) { $0 + $1.documentCount }, trend.documentFrequency,
        trend.points.map(\.period))
    }
  }

  static var burstColumns: [ReportColumn] {
    [
      .text("term", heading: "term"), .text("label", heading: "label"),
      .text("start", heading: "from"), .text("end", heading: "until"),
      .number("documentFrequency", heading: "documents"),
      .number("documentCount", heading: "of").dispensable,
      .number("documentShare", heading: "share", format: .decimals(3)),
      .number("allDocumentFrequency", heading: "in all").dispensable,
      .number("weight", heading: "weight", format: .decimals(1)),
    ]
  }

  static var burstNotes: [String] {
    [
      "Bursts: periods in which twice the usual share of documents with the term explains better what is "
        + "there (Kleinberg 2003, two states, s = 2, γ = 1). Weight: how much better, in nats."
    ]
  }

  private static func burstRow(
    _ term: Term, _ burst: Burst, _ with: Int, _ documents: Int, _ all: Int, _ periods: [Period]
  ) -> [ReportCell] {
    [
      .text(term.text), .optional(term.label?.rawValue),
      .text(periods[burst.periods.lowerBound].label),
      .text(periods[burst.periods.upperBound].label), .integer(with), .integer(documents),
      .number(documents == 0 ? 0 : Double(with) / Double(documents)), .integer(all),
      .number(burst.weight),
    ]
  }
}
