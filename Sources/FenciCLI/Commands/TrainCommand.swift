import ArgumentParser
import Fenci

/// `fenci train`
struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn a model from annotated text.",
    discussion: """
      A corpus is FILE, STANDARD=FILE, or STANDARD=FILE@WEIGHT: words separated by spaces, word/TAG, \
      CoNLL-U or CoNLL; the form is found out. Standards are learnt in the order of their first corpus, \
      and the first one guides the others.

        fenci train -o my.fcm news=silver.txt ud=train.conllu
        fenci segment --model my.fcm --standard ud article.txt
        fenci train -o ours.fcm --base fenci.fcm ours=articles.conllu

      The same corpora, options and version give the same model, at any number of threads.
      """)

  @Argument(help: "The corpora to learn from.")
  var corpora: [TrainingInput]

  @Option(name: .shortAndLong, help: "The model to write.", completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(
      "A model to build on: its first standard guides the new ones, so that a small corpus profits from a "
        + "large one that need not be at hand. The others stay, unless they are learnt again.",
      valueName: "model"),
    completion: .file())
  var base: String?

  @Option(
    name: .customLong("held-out"),
    help: ArgumentHelp(
      "A corpus that tells when to stop, written like the others; may be given again. Without one "
        + "every 50th sentence is held out.", valueName: "corpus"))
  var heldOut: [TrainingInput] = []

  @Option(
    name: .customLong("attribution"),
    help: ArgumentHelp(
      "Source and licence of a corpus, for the model's header; may be given again.",
      valueName: "text"))
  var attributions: [String] = []

  @Option(
    help: ArgumentHelp(
      "Add a standard that is the first one refined by the rules of the dictionaries; it becomes the "
        + "one that is taken unless another is asked for.", valueName: "name"))
  var refined: String?

  @Option(help: "At most so many rounds over the corpora.")
  var rounds = TrainingOptions().rounds

  @Option(help: "Trainings whose weights are averaged, each with another order of the sentences.")
  var runs = TrainingOptions().runs

  @Option(help: "Decides the order of the sentences.")
  var seed: UInt64 = TrainingOptions().seed

  @Option(
    name: .customLong("batch"),
    help: "Sentences that are decoded side by side between two corrections; a part of the result.")
  var batchSize = TrainingOptions().batchSize

  @Option(help: "By how much the right label must win.")
  var margin = TrainingOptions().margin

  @Option(help: "N-grams that occur less often are left out.")
  var minimumCount = TrainingOptions().minimumCount

  @Option(help: "The size of the first standard's n-grams, in megabytes.")
  var size = Double(TrainingOptions().ngramBytes) / 1e6

  @Option(help: "The size of each further standard's n-grams, in megabytes.")
  var guidedSize = Double(TrainingOptions().guidedNgramBytes) / 1e6

  @Option(
    help: ArgumentHelp(
      "The compiled dictionaries, if not beside the program or in FENCI_DICTIONARIES.",
      valueName: "file"),
    completion: .file())
  var compiledDictionaries: String?

  @Option(
    help: ArgumentHelp("The number of threads (default: the number of cores).", valueName: "n"))
  var threads: Int?

  @Flag(name: .shortAndLong, help: "Say nothing of the progress.")
  var quiet = false

  func validate() throws {
    if corpora.isEmpty { throw ValidationError("no corpus to learn from") }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024")
    }
    if corpora.contains(where: { $0.standard == refined }) {
      throw ValidationError("--refined takes the name of a standard that no corpus has")
    }
    if rounds < 1 || runs < 1 || batchSize < 1 || minimumCount < 1 || size <= 0 || guidedSize <= 0
      || margin < 0
    {
      throw ValidationError("--rounds, --runs, --batch, --minimum-count and sizes must be positive")
    }
  }

  func run() async throws {
    var options = TrainingOptions()
    options.rounds = rounds
    options.seed = seed
    options.runs = runs
    options.margin = margin
    options.batchSize = batchSize
    options.minimumCount = minimumCount
    options.ngramBytes = Int(size * 1e6)
    options.guidedNgramBytes = Int(guidedSize * 1e6)
    options.threads = threads ?? Terminal.processorCount()
    do {
      let dictionaries = try Dictionaries(
        CompiledDictionaries(
          path: InstalledFile.dictionaries.located(path: compiledDictionaries)))
      let base = try base.map { try SequenceModel(path: $0) }
      let trainer = ModelTrainer(dictionaries, options: options, base: base)
      let learnt = try corpora.map { try $0.corpus() }
      var hash = base?.sourceHash ?? ""
      for corpus in learnt { hash += corpus.corpus.sha256 }
      let log = TrainingLog(quiet: quiet)
      let bytes = try await trainer.model(
        from: learnt, heldOut: try heldOut.map { try $0.corpus() }, refined: refined,
        attributions: attributions,
        sourceHash: hash.utf8.withContiguousStorageIfAvailable {
          SHA256.hexadecimalDigest(of: UnsafeRawBufferPointer($0))
        } ?? "", report: log.note)
      try FileAccess.write(bytes, to: output)
      log.finish(path: output, size: bytes.count)
    } catch {
      throw CommandFailure(error)
    }
  }
}
