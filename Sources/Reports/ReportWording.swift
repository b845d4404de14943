import Statistics

/// The phrases that several reports share.
enum ReportWording {
  /// What the per-million rates are divided by.
  static func denominator(of selection: TermSelection) -> String {
    switch selection {
    case .wordsAndEntities:
      "Rates are per million words; an entity is one word, punctuation and symbols are none."
    case .wordsOnly:
      "Rates are per million words; punctuation and symbols are no words."
    }
  }

  /// `12 documents, 3,456 words.`
  static func size(documents: Int, words: Int) -> String {
    "\(counted(documents, "document")), \(counted(words, "word"))."
  }

  /// `1 document`, `1,234 documents`, `2 entities`.
  static func counted(_ number: Int, _ noun: String) -> String {
    let plural = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
    return "\(grouped(number)) \(number == 1 ? noun[...] : plural[...])"
  }

  static func grouped(_ number: Int) -> String { NumberFormat.grouped.text(of: number) }

  /// `20 of 5,000 terms shown.`
  static func shown(_ shown: Int, of all: Int, _ noun: String = "term") -> String {
    shown == all
      ? "All \(counted(all, noun)) shown."
      : "\(grouped(shown)) of \(counted(all, noun)) shown."
  }

  /// What a filter left out, one line; none if nothing was.
  static func drops(_ drops: [FilterDrop]) -> [String] {
    if drops.isEmpty { return [] }
    let parts = drops.map { drop in
      "\(name(of: drop.rule)) (\(counted(drop.terms, "term")), "
        + "\(counted(drop.tokens, "occurrence")))"
    }
    return ["Left out: \(parts.joined(separator: "; ")). They stay in the denominator."]
  }

  /// `p-values adjusted after Holm`.
  static func adjusted(_ adjustment: PValueAdjustment) -> String {
    switch adjustment {
    case .holm: "p-values adjusted after Holm"
    case .bonferroni: "p-values adjusted after Bonferroni"
    case .benjaminiHochberg: "p-values adjusted after Benjamini and Hochberg"
    case .none: "p-values not adjusted"
    }
  }

  private static func name(of rule: TermFilter.Rule) -> String {
    switch rule {
    case .labels: "not of the labels asked for"
    case .stopWords: "stop words"
    case .kinds: "numbers, dates and other kinds"
    case .wordClasses: "word classes not asked for"
    case .minimumCharacters: "too short"
    case .minimumCount: "too few occurrences"
    case .minimumDocuments: "in too few documents"
    }
  }

  /// The columns that name a term.
  static let termColumns: [ReportColumn] = [
    .text("term", heading: "term"), .text("label", heading: "label"),
    .text("partOfSpeech", heading: "pos").dispensable,
  ]
}
