public import Reports
public import Segmentation
public import TextModel

extension Report {
  /// How well a system agrees with a gold standard.
  ///
  /// Columns: `measure`, `gold`, `system`, `correct`, `precision`, `recall`, `f1`. Rows: words; words
  /// outside the vocabulary, if one was given; word classes and names, if both sides have them.
  ///
  /// - Parameter errorCount: How many of the commonest errors the notes list.
  public static func evaluation(
    _ evaluation: Evaluation, errorCount: Int, metadata: [MetadataField] = []
  ) -> Report {
    func row(_ name: String, _ score: MatchScore) -> [ReportCell] {
      [
        .text(name), .integer(score.gold), .integer(score.system), .integer(score.correct),
        .number(score.precision * 100), .number(score.recall * 100), .number(score.f1 * 100),
      ]
    }
    var rows = [row("words", evaluation.words)]
    if !evaluation.vocabulary.isEmpty {
      let unknown = evaluation.unknownWords
      rows.append([
        .text("words not in the vocabulary"), .integer(unknown.gold), .empty,
        .integer(unknown.correct), .empty, .number(unknown.recall * 100), .empty,
      ])
    }
    let classes = evaluation.wordClasses
    if classes.gold > 0, classes.system > 0 { rows.append(row("words with their class", classes)) }
    if evaluation.allNames.gold > 0, evaluation.allNames.system > 0 {
      for label in evaluation.names.keys.sorted() {
        rows.append(row("names: \(label)", evaluation.names[label] ?? MatchScore()))
      }
      rows.append(row("names", evaluation.allNames))
    }
    var notes = [
      "\(evaluation.rightSentenceCount) of \(evaluation.sentenceCount) sentences have no wrong word.",
      "A word is right if both its ends are; a class or name if the word and the label are too.",
    ]
    let errors = evaluation.commonestErrors(errorCount)
    if !errors.isEmpty {
      notes.append("Commonest errors (gold → system):")
      notes += errors.map { "\($0.count) × \($0.error.gold) → \($0.error.system)" }
    }
    let confusions = evaluation.commonestConfusions(errorCount)
    if !confusions.isEmpty {
      notes.append("Commonest wrong classes (gold → system):")
      notes += confusions.map {
        "\($0.count) × \($0.confusion.gold.tag) → \($0.confusion.system.tag)"
      }
    }
    return Report(
      title: "Evaluation",
      columns: [
        .text("measure", heading: ""), .number("gold", heading: "gold"),
        .number("system", heading: "system"), .number("correct", heading: "correct"),
        .number("precision", heading: "P", format: .decimals(2)),
        .number("recall", heading: "R", format: .decimals(2)),
        .number("f1", heading: "F1", format: .decimals(2)),
      ],
      rows: rows, notes: notes, metadata: metadata)
  }
}
