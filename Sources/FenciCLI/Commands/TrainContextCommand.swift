import ArgumentParser
import Fenci

/// `fenci train-context`
struct TrainContextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-context",
    abstract: "Learn what decides whether an ambiguous name (小米, 苹果) means the entity.",
    discussion: """
      A file has a line a sentence: name ⇥ entity or common ⇥ the sentence with the name in [[…]]. The report \
      counts a sentence as right if the name is found where it means the entity, and not found where it \
      does not; "unseen" is with the weights learnt from all other names. -o writes the tables weights.tsv and \
      directions.tsv for dictionaries/context.
      """)

  @Argument(help: "Files of sentences.", completion: .file())
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write the tables to.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(name: .shortAndLong, help: "No table of names, only the sums.")
  var quiet = false

  @OptionGroup var analysis: AnalysisOptions

  func run() async throws {
    do {
      if let output, !FileAccess.isWritableDirectory(output) {
        throw CommandFailure("cannot write into \(output): no such folder, or not writable")
      }
      let console = Console(quiet: true, strict: false, showsEncodings: false)
      let analyzer = try analysis.makeAnalyzer(findsEntities: true, console: console)
      let worker = try analyzer.makeWorker()
      var trial = ContextTrial()
      for path in paths {
        for sentence in try ContextSentence.sentences(path: path) {
          if let example = try worker.contextExample(of: sentence) {
            trial.add(example)
          } else {
            trial.add(
              name: sentence.name,
              isRight: try worker.findsEntity(in: sentence) == sentence.isEntity)
          }
        }
      }
      try Terminal.write(trial.report(listsNames: !quiet))
      if let output {
        let tables = trial.tables()
        try FileAccess.write(Array(tables.weights.utf8), to: output + "/weights.tsv")
        try FileAccess.write(Array(tables.directions.utf8), to: output + "/directions.tsv")
      }
    } catch let failure as CommandFailure {
      throw failure
    } catch let pipe as BrokenPipe {
      throw pipe
    } catch {
      throw CommandFailure(error)
    }
  }
}
