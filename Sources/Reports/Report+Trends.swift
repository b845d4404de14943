import Statistics
import TextModel

extension Report {
  /// Terms over time.
  ///
  /// Columns of the overview: `term`, `label`, `termFrequency`, `documentFrequency`, `firstPeriod`,
  /// `firstPerMillion`, `lastPeriod`, `lastPerMillion`, `slope` (per million, per period), `score` (S),
  /// `pValue`, `adjustedPValue`; the last four are empty if there are too few periods.
  /// Columns of the periods: `term`, `label`, `period`, `termFrequency`, `wordCount`, `perMillion`,
  /// `perMillionLow`, `perMillionHigh`, `documentFrequency`, `documentCount`; all after the period are
  /// empty for a gap.
  ///
  /// - Parameters:
  ///   - trends: The trends, all over the same periods.
  ///   - table: The table that they were taken from.
  ///   - layout: The layout.
  ///   - metadata: What made the counts.
  public static func trends(
    _ trends: [Trend], of table: TrendTable, layout: TrendLayout,
    metadata: [MetadataField] = []
  ) -> Report {
    let periods = trends.first?.points.map(\.period) ?? []
    let range = periods.first.flatMap { first in
      periods.last.map { first == $0 ? first.label : "\(first) … \($0)" }
    }
    let isOverview = layout == .overview
    return Report(
      title: "Trends by \(table.unit.rawValue)" + (range.map { ", \($0)" } ?? ""),
      introduction: trendIntroduction(trends, of: table),
      columns: isOverview ? trendOverviewColumns : trendPeriodColumns,
      rows: isOverview ? trends.map(trendOverviewRow) : trends.flatMap(trendPeriodRows),
      notes: trendNotes(trends, of: table, layout: layout), metadata: metadata)
  }

  private static func trendIntroduction(_ trends: [Trend], of table: TrendTable) -> [String] {
    let points = trends.first?.points ?? []
    let observations = points.compactMap(\.observation)
    let gaps = points.filter { $0.observation == nil }.map(\.period.label)
    var lines = [
      ReportWording.size(
        documents: observations.reduce(0) { $0 + $1.documentCount },
        words: observations.reduce(0) { $0 + $1.wordCount })
        + " \(ReportWording.counted(observations.count, "period")) with words."
    ]
    if !gaps.isEmpty {
      let named = gaps.prefix(6).joined(separator: ", ") + (gaps.count > 6 ? " …" : "")
      lines.append("\(ReportWording.counted(gaps.count, "gap")) without words: \(named).")
    }
    return lines + undatedNote(table)
  }

  /// How many documents have no date; no line if all have one.
  static func undatedNote(_ table: TrendTable) -> [String] {
    let count = table.undated.documentCount
    if count == 0 { return [] }
    return ["\(ReportWording.counted(count, "document")) without a date not counted."]
  }

  private static func trendNotes(
    _ trends: [Trend], of table: TrendTable, layout: TrendLayout
  ) -> [String] {
    var notes = [ReportWording.denominator(of: table.selection)]
    if layout == .periods {
      notes.append("From, to: exact 95 % Poisson interval of the rate (Garwood 1936).")
      notes += trends.map { "\($0.term): \(testText($0.test, unit: table.unit))" }
    } else {
      notes.append("Heights are proportional to each term's own rates; · is a gap without words.")
      if case .tooFewPeriods(let count)? = trends.first?.test {
        notes.append(tooFewText(count))
      }
    }
    let tested = trends.count {
      if case .tested = $0.test { true } else { false }
    }
    if tested > 0 {
      notes.append(
        "Slope: Theil–Sen, per million words and \(table.unit.rawValue). p: Mann–Kendall, two-sided, "
          + "ties corrected, adjusted after Holm (m = \(tested)); periods taken as independent.")
    }
    return notes
  }

  private static func tooFewText(_ count: Int) -> String {
    "Too few periods to test a trend: \(count), \(TrendTest.minimumPeriods) are needed."
  }

  private static func testText(_ test: TrendTest, unit: PeriodUnit) -> String {
    switch test {
    case .tooFewPeriods(let count): return tooFewText(count)
    case .tested(let result, let adjustedPValue):
      let slope = NumberFormat.signed(2).text(of: result.slope)
      let p = NumberFormat.probability.text(of: adjustedPValue)
      return "slope \(slope) per \(unit.rawValue), S = \(result.score), adjusted p = \(p)"
    }
  }

  private static var trendOverviewColumns: [ReportColumn] {
    [
      .text("term", heading: "term"), .text("label", heading: "label"),
      .number("termFrequency", heading: "count"),
      .number("documentFrequency", heading: "documents"),
      .text("trend", heading: "trend", audience: .people),
      .text("firstPeriod", heading: "first", audience: .programs),
      .number("firstPerMillion", heading: "first rate", format: .decimals(1)),
      .text("lastPeriod", heading: "last", audience: .programs),
      .number("lastPerMillion", heading: "last rate", format: .decimals(1)),
      .number("slope", heading: "slope", format: .signed(2)),
      .number("score", heading: "S", format: .signed(0), audience: .programs),
      .number("pValue", heading: "p", format: .probability, audience: .programs),
      .number("adjustedPValue", heading: "adjusted p", format: .probability),
    ]
  }

  private static func trendOverviewRow(_ trend: Trend) -> [ReportCell] {
    let observed = trend.points.filter { $0.observation != nil }
    var cells: [ReportCell] = [
      .text(trend.term.text), .optional(trend.term.label?.rawValue),
      .integer(trend.termFrequency), .integer(trend.documentFrequency),
      .text(Sparkline.text(of: trend.rates, columns: 48)), .optional(observed.first?.period.label),
      .optional(observed.first?.observation?.perMillion),
      .optional(observed.last?.period.label),
      .optional(observed.last?.observation?.perMillion),
    ]
    switch trend.test {
    case .tooFewPeriods: cells += [.empty, .empty, .empty, .empty]
    case .tested(let result, let adjustedPValue):
      cells += [
        .number(result.slope), .integer(result.score), .number(result.pValue),
        .number(adjustedPValue),
      ]
    }
    return cells
  }

  private static var trendPeriodColumns: [ReportColumn] {
    [
      .text("term", heading: "term"), .text("label", heading: "label"),
      .text("period", heading: "period"), .number("termFrequency", heading: "count"),
      .number("wordCount", heading: "words").dispensable,
      .number("perMillion", heading: "per million", format: .decimals(1)),
      .number("perMillionLow", heading: "from", format: .decimals(1)).dispensable,
      .number("perMillionHigh", heading: "to", format: .decimals(1)).dispensable,
      .number("documentFrequency", heading: "documents"),
      .number("documentCount", heading: "of"),
      .text("bar", heading: "", audience: .people).dispensable,
    ]
  }

  private static func trendPeriodRows(_ trend: Trend) -> [[ReportCell]] {
    let largest = trend.rates.compactMap(\.self).max() ?? 0
    return trend.points.map { point in
      let head: [ReportCell] = [
        .text(trend.term.text), .optional(trend.term.label?.rawValue),
        .text(point.period.label),
      ]
      guard let observation = point.observation else {
        return head + Array(repeating: .empty, count: 7) + [.text("· no words")]
      }
      return head + [
        .integer(observation.termFrequency), .integer(observation.wordCount),
        .number(observation.perMillion), .number(observation.interval.lowerBound),
        .number(observation.interval.upperBound), .integer(observation.documentFrequency),
        .integer(observation.documentCount),
        .text(Bar.text(of: observation.perMillion, maximum: largest, columns: 20)),
      ]
    }
  }
}
