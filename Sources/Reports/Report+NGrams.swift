public import Statistics
public import TextModel

extension Report {
  /// N-grams, with how strongly their words go together.
  ///
  /// Columns: `rank`, `terms` (apart by spaces), `length`, `termFrequency`, `perMillion`,
  /// `documentFrequency`, `logLikelihood`, `logDice`, `pmi`.
  ///
  /// - Parameters:
  ///   - nGrams: The n-grams, in order.
  ///   - search: How they were sought.
  ///   - table: The counts of the single terms.
  ///   - limit: The most n-grams to list; nil for all.
  ///   - metadata: What made the counts.
  public static func nGrams(
    _ nGrams: [NGram], of search: NGramSearch, in table: FrequencyTable, limit: Int? = nil,
    metadata: [MetadataField] = []
  ) -> Report {
    let shown = nGrams.prefix(limit.map { max(0, $0) } ?? nGrams.count)
    return Report(
      title: search.window > 1 ? "Collocations" : "N-grams",
      introduction: [
        ReportWording.size(documents: table.documentCount, words: table.wordCount)
      ],
      columns: [
        .number("rank", heading: "#"), .text("terms", heading: "terms"),
        .number("length", heading: "n", audience: .programs),
        .number("termFrequency", heading: "count"),
        .number("perMillion", heading: "per million", format: .decimals(1)),
        .number("documentFrequency", heading: "documents"),
        .number("logLikelihood", heading: "G²", format: .decimals(1)),
        .number("logDice", heading: "log-Dice", format: .decimals(2)),
        .number("pmi", heading: "PMI", format: .decimals(2)),
      ],
      rows: shown.enumerated().map { index, nGram in
        [
          .integer(index + 1), .text(nGram.terms.map(\.text).joined(separator: " ")),
          .integer(nGram.terms.count), .integer(nGram.termFrequency), .number(nGram.perMillion),
          .integer(nGram.documentFrequency), .optional(nGram.association?.logLikelihood),
          .optional(nGram.association?.logDice), .optional(nGram.association?.pmi),
        ]
      },
      notes: [
        ReportWording.shown(shown.count, of: nGrams.count, "n-gram"), place(of: search),
        "Left out: n-grams of fewer than \(search.minimumCount) occurrences, and those that begin or end "
          + "with a stop word, a number or another term that the filter drops.",
        "G² (Dunning 1993): how sure the last word goes with those before it; log-Dice (Rychlý 2008): how "
          + "exclusively, at most 14; PMI (Church & Hanks 1990): bits above chance.",
        ReportWording.denominator(of: table.selection),
      ],
      metadata: metadata)
  }

  private static func place(of search: NGramSearch) -> String {
    search.window > 1
      ? "Pairs of words at most \(search.window) apart, in the order of the text, with no mark between them."
      : "Words that follow each other with no mark between them."
  }
}
