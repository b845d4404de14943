import Statistics
import TextModel

extension Report {
  /// Terms over time.
  ///
  /// Where the trends are those of parts, such as sources, the first column is `part`.
  /// Columns of the overview: `term`, `label`, `termFrequency`, `documentFrequency`, `firstSeen`,
  /// `firstPeriod`, `firstPerMillion`, `lastPeriod`, `lastPerMillion`, `slope` (per million, per period),
  /// `slopeLow`, `slopeHigh`, `score` (S), `pValue`, `adjustedPValue`, `serialFactor`, `serialPValue`,
  /// `adjustedSerialPValue`, `rateRatio` (per period), `rateRatioLow`, `rateRatioHigh`, `dispersion`,
  /// `rateRatioPValue`, and the heaviest burst as `burstStart`, `burstEnd`, `burstWeight`; empty where there
  /// are too few periods, or no burst.
  /// Columns of the periods: `term`, `label`, `period`, `termFrequency`, `wordCount`, `perMillion`,
  /// `perMillionLow`, `perMillionHigh`, `documentFrequency`, `documentCount`; all after the period are
  /// empty for a gap.
  /// Columns of the bursts: see `bursts(_:of:metadata:)`.
  ///
  /// - Parameters:
  ///   - trends: The trends, all over the same periods.
  ///   - table: The counts of all parts together.
  ///   - layout: The layout.
  ///   - adjustment: How the p-values were adjusted.
  ///   - metadata: What made the counts.
  public static func trends(
    _ trends: [Trend], of table: TrendTable, layout: TrendLayout,
    adjustment: PValueAdjustment = .holm, metadata: [MetadataField] = []
  ) -> Report {
    let periods = trends.first?.points.map(\.period) ?? []
    let range = periods.first.flatMap { first in
      periods.last.map { first == $0 ? first.label : "\(first) … \($0)" }
    }
    let parts: [ReportColumn] =
      trends.contains { $0.part != nil } ? [.text("part", heading: "part")] : []
    let columns: [ReportColumn]
    let rows: [[ReportCell]]
    switch layout {
    case .overview:
      columns = trendOverviewColumns
      rows = trends.map { partCells(of: $0) + trendOverviewRow($0) }
    case .periods:
      columns = trendPeriodColumns
      rows = trends.flatMap { trend in trendPeriodRows(trend).map { partCells(of: trend) + $0 } }
    case .bursts:
      columns = burstColumns
      rows = trends.flatMap { trend in trendBurstRows(trend).map { partCells(of: trend) + $0 } }
    }
    return Report(
      title: "\(layout == .bursts ? "Bursts" : "Trends") by \(table.unit.rawValue)"
        + (range.map { ", \($0)" } ?? ""),
      introduction: trendIntroduction(periods, of: table), columns: parts + columns, rows: rows,
      notes: trendNotes(trends, of: table, layout: layout, adjustment), metadata: metadata)
  }

  /// The name of a trend's part; nothing if it has none.
  private static func partCells(of trend: Trend) -> [ReportCell] {
    trend.part.map { [.text($0)] } ?? []
  }

  /// The documents and words of the periods, and the gaps.
  static func trendIntroduction(_ periods: [Period], of table: TrendTable) -> [String] {
    let tables = periods.map { period in
      table.table(of: period).flatMap { $0.wordCount > 0 ? $0 : nil }
    }
    let present = tables.compactMap(\.self)
    let gaps = zip(periods, tables).filter { $0.1 == nil }.map(\.0.label)
    var lines = [
      ReportWording.size(
        documents: present.reduce(0) { $0 + $1.documentCount },
        words: present.reduce(0) { $0 + $1.wordCount })
        + " \(ReportWording.counted(present.count, "period")) with words."
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
    _ trends: [Trend], of table: TrendTable, layout: TrendLayout, _ adjustment: PValueAdjustment
  ) -> [String] {
    if layout == .bursts { return burstNotes }
    let unit = table.unit.rawValue
    var notes = [ReportWording.denominator(of: table.selection)]
    if layout == .periods {
      notes.append("From, to: exact 95 % Poisson interval of the rate (Garwood 1936).")
      notes += trends.map { trend in
        "\(trend.term)\(trend.part.map { ", \($0)" } ?? ""): \(testText(trend.test, unit: table.unit))"
      }
    } else {
      notes.append("Heights are proportional to each term's own rates; · is a gap without words.")
      notes += tooFewNotes(trends)
    }
    let tested = trends.count {
      if case .tested = $0.test { true } else { false }
    }
    if tested > 0 {
      notes.append(
        "Slope: Theil–Sen, per million words and \(unit). p: Mann–Kendall, two-sided, ties corrected, "
          + "\(ReportWording.adjusted(adjustment)) (m = \(tested)); periods taken as independent. Serial p: "
          + "the same where one period's rate follows the last one's (Hamed & Rao 1998, three lags)."
      )
    }
    if layout == .overview, trends.contains(where: { $0.growth != nil }) {
      notes.append(
        "Rate ratio: the factor from one \(unit) to the next, by Poisson regression, with its 95 % interval "
          + "(from, to) widened by the over-dispersion φ (1: as Poisson's distribution; not adjusted)."
      )
    }
    if layout == .overview, trends.contains(where: { !$0.bursts.isEmpty }) {
      notes.append("Burst: the heaviest (Kleinberg 2003); --layout bursts has all.")
    }
    return notes
  }

  /// That there are too few periods; a line for each part where it is so.
  private static func tooFewNotes(_ trends: [Trend]) -> [String] {
    var lines: [String] = []
    for trend in trends {
      guard case .tooFewPeriods(let count) = trend.test else { continue }
      let line = (trend.part.map { "\($0): " } ?? "") + tooFewText(count)
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private static func tooFewText(_ count: Int) -> String {
    "Too few periods to test a trend: \(count), \(TrendTest.minimumPeriods) are needed."
  }

  private static func testText(_ test: TrendTest, unit: PeriodUnit) -> String {
    switch test {
    case .tooFewPeriods(let count): return tooFewText(count)
    case .tested(let result, let adjustedPValue, let adjustedSerialPValue):
      let slope = NumberFormat.signed(2).text(of: result.slope)
      let p = NumberFormat.probability.text(of: adjustedPValue)
      let serial = NumberFormat.probability.text(of: adjustedSerialPValue)
      return
        "slope \(slope) per \(unit.rawValue), S = \(result.score), adjusted p = \(p), serial \(serial)"
    }
  }

  private static var trendOverviewColumns: [ReportColumn] {
    [
      .text("term", heading: "term"), .text("label", heading: "label"),
      .number("termFrequency", heading: "count"),
      .number("documentFrequency", heading: "documents").dispensable,
      .text("trend", heading: "trend", audience: .people),
      .text("firstSeen", heading: "first seen").dispensable,
      .text("firstPeriod", heading: "first", audience: .programs),
      .number("firstPerMillion", heading: "first rate", format: .decimals(1)),
      .text("lastPeriod", heading: "last", audience: .programs),
      .number("lastPerMillion", heading: "last rate", format: .decimals(1)),
      .number("slope", heading: "slope", format: .signed(2)),
      .number("slopeLow", heading: "from", format: .signed(2), audience: .programs),
      .number("slopeHigh", heading: "to", format: .signed(2), audience: .programs),
      .number("score", heading: "S", format: .signed(0), audience: .programs),
      .number("pValue", heading: "p", format: .probability, audience: .programs),
      .number("adjustedPValue", heading: "adjusted p", format: .probability),
      .number("serialFactor", heading: "n/n*", format: .decimals(2), audience: .programs),
      .number("serialPValue", heading: "serial p", format: .probability, audience: .programs),
      .number("adjustedSerialPValue", heading: "serial p", format: .probability).dispensable,
      .number("rateRatio", heading: "rate ratio", format: .decimals(3)),
      .number("rateRatioLow", heading: "from", format: .decimals(3)).dispensable,
      .number("rateRatioHigh", heading: "to", format: .decimals(3)).dispensable,
      .number("dispersion", heading: "φ", format: .decimals(1)).dispensable,
      .number("rateRatioPValue", heading: "p", format: .probability, audience: .programs),
      .text("burstStart", heading: "burst").dispensable,
      .text("burstEnd", heading: "until").dispensable,
      .number("burstWeight", heading: "weight", format: .decimals(1)).dispensable,
    ]
  }

  private static func trendOverviewRow(_ trend: Trend) -> [ReportCell] {
    let observed = trend.points.filter { $0.observation != nil }
    var cells: [ReportCell] = [
      .text(trend.term.text), .optional(trend.term.label?.rawValue),
      .integer(trend.termFrequency), .integer(trend.documentFrequency),
      .text(Sparkline.text(of: trend.rates, columns: 48)), .optional(trend.firstSeen?.label),
      .optional(observed.first?.period.label),
      .optional(observed.first?.observation?.perMillion),
      .optional(observed.last?.period.label),
      .optional(observed.last?.observation?.perMillion),
    ]
    switch trend.test {
    case .tooFewPeriods: cells += Array(repeating: .empty, count: 9)
    case .tested(let result, let adjustedPValue, let adjustedSerialPValue):
      cells += [
        .number(result.slope), .number(result.slopeInterval.lowerBound),
        .number(result.slopeInterval.upperBound), .integer(result.score),
        .number(result.pValue), .number(adjustedPValue), .number(result.serialFactor),
        .number(result.serialPValue), .number(adjustedSerialPValue),
      ]
    }
    let growth = trend.growth
    cells += [
      .optional(growth?.rateRatio), .optional(growth?.interval.lowerBound),
      .optional(growth?.interval.upperBound), .optional(growth?.dispersion),
      .optional(growth?.pValue),
    ]
    let burst = trend.strongestBurst
    return cells + [
      .optional(burst.map { trend.points[$0.periods.lowerBound].period.label }),
      .optional(burst.map { trend.points[$0.periods.upperBound].period.label }),
      .optional(burst?.weight),
    ]
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
