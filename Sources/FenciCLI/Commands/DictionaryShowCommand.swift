import ArgumentParser
import Fenci

/// `fenci dictionary show`
struct DictionaryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Say what the dictionaries know of some words.")

  @OptionGroup var analysis: AnalysisOptions

  @Argument(help: "The words.")
  var words: [String]

  func run() throws {
    let console = Console(quiet: false)
    let analyzer = try analysis.makeAnalyzer(findsEntities: true, console: console)
    let dictionaries = analyzer.dictionaries
    let stopWords = dictionaries.compiled.stopWords()
    let background = analyzer.background()
    var rows: [[ReportCell]] = []
    for word in words {
      let entry = dictionaries.lexicon.entry(for: word, in: dictionaries.characters)
      let entity = dictionaries.entities(named: word).first
      rows.append([
        .text(word), entry.map { .text($0.partOfSpeech.tag) } ?? .empty,
        entry.map { .number($0.cost) } ?? .empty,
        entity.map { .text("\($0.canonicalName) (\($0.label))") } ?? .empty,
        .text(stopWords.contains(word) ? "yes" : "no"),
        background.documentFrequency(of: Term(word)).map { .integer($0) } ?? .empty,
      ])
    }
    try Terminal.write(
      Report(
        title: "Dictionary entries",
        columns: [
          .text("word", heading: "word"), .text("pos", heading: "pos"),
          .number("cost", heading: "cost", format: .decimals(2)),
          .text("entity", heading: "entity"), .text("stopWord", heading: "stop word"),
          .number("background", heading: "background"),
        ],
        rows: rows,
        notes: ["Cost: minus the logarithm of the word's share of the lexicon; empty: not a word."]
      ).rendered(as: .table))
  }
}
