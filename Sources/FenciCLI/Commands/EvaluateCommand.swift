import ArgumentParser
import Fenci

extension CorpusFormat: ExpressibleByArgument {}

/// `fenci evaluate`
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Compare words, word classes and names with a gold standard.",
    discussion: """
      The gold standard's text is analysed anew, or --system names a file with the same sentences as \
      another program has cut them. Forms: words separated by spaces, word/TAG, CoNLL-U, CoNLL, IOB2, \
      and that of corpus/gold; the form is found out.
      """)

  @Argument(help: "The gold standard; several files are counted together.")
  var gold: [String]

  @Option(
    help: ArgumentHelp("What another system made of the same sentences.", valueName: "file"),
    completion: .file())
  var system: String?

  @Option(
    help: ArgumentHelp(
      "An annotated training text: words that it lacks are counted apart; may be given again.",
      valueName: "file"),
    completion: .file())
  var vocabulary: [String] = []

  @Option(help: "The form of the files, if it is not to be guessed.")
  var corpusFormat: CorpusFormat?

  @Option(help: "How many of the commonest errors to list.")
  var errors = 10

  @Flag(help: "Compare the names too.")
  var names = false

  @Flag(help: "Take the gold standard's words as they are, and compare their classes alone.")
  var givenWords = false

  @OptionGroup var analysis: AnalysisOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if gold.isEmpty { throw ValidationError("no gold standard given") }
    if errors < 0 { throw ValidationError("--errors takes no negative number") }
    if givenWords, system != nil || names || analysis.engine != .model {
      throw ValidationError("--given-words goes with --engine model, without --system and --names")
    }
    if system != nil, gold.count > 1 {
      throw ValidationError("--system is compared with one gold standard")
    }
  }

  func run() async throws {
    do {
      var known: Set<String> = []
      for path in vocabulary {
        try AnnotatedCorpus(path: path, format: corpusFormat).forEachSentence { sentence in
          for word in sentence.words { known.insert(word.text) }
        }
      }
      var evaluation = Evaluation(vocabulary: known)
      let console = Console(quiet: output.quiet, strict: false, showsEncodings: false)
      let analyzer = try analysis.makeAnalyzer(
        findsEntities: names, findsUnlistedNames: names, console: console)
      if let system {
        try compare(with: system, &evaluation)
      } else {
        let worker = try analyzer.makeWorker()
        for path in gold {
          try AnnotatedCorpus(path: path, format: corpusFormat).forEachSentence { sentence in
            try evaluation.add(
              gold: sentence,
              system: givenWords
                ? try worker.tagged(sentence) : try worker.annotated(sentence.text))
          }
        }
      }
      let provenance = Provenance(
        command: "evaluate", inputs: gold, analysis: analysis, analyzer: analyzer)
      try output.write(
        Report.evaluation(evaluation, errorCount: errors, metadata: provenance.metadata))
      try output.writeManifest(provenance)
    } catch let failure as CommandFailure {
      throw failure
    } catch let pipe as BrokenPipe {
      throw pipe
    } catch {
      throw CommandFailure(error)
    }
  }

  private func compare(with system: String, _ evaluation: inout Evaluation) throws {
    var sentences: [AnnotatedSentence] = []
    try AnnotatedCorpus(path: system, format: corpusFormat).forEachSentence {
      sentences.append($0)
    }
    var number = 0
    try AnnotatedCorpus(path: gold[0], format: corpusFormat).forEachSentence { sentence in
      guard number < sentences.count else {
        throw CommandFailure(
          "\(system): \(sentences.count) sentences, and the gold standard has more")
      }
      do {
        try evaluation.add(gold: sentence, system: sentences[number])
      } catch {
        throw CommandFailure("\(system): sentence \(number + 1): \(error)")
      }
      number += 1
    }
    guard number == sentences.count else {
      throw CommandFailure(
        "\(system): \(sentences.count) sentences, and the gold standard has \(number)")
    }
  }
}
