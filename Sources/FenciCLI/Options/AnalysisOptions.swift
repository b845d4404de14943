import ArgumentParser
import Fenci

/// How to analyse.
struct AnalysisOptions: ParsableArguments {
  /// The engines by name.
  enum Engine: String, ExpressibleByArgument, CaseIterable {
    case icu
    case lattice
    case model
  }

  @Option(help: "How Chinese is cut into words: model is the most accurate, lattice the fastest.")
  var engine = Engine.model

  @Option(
    help: ArgumentHelp(
      "The word standard of the model: fenci (names, terms and quantities whole, light words apart), news (as "
        + "in the news that it was learnt from) or ud (Universal Dependencies).",
      valueName: "name"))
  var standard: String?

  @Option(
    help: ArgumentHelp(
      "The model, if not beside the program or in FENCI_MODEL.", valueName: "file"),
    completion: .file())
  var model: String?

  @Option(
    name: .customLong("dictionary"),
    help: ArgumentHelp(
      "Words or names of your own, which win; may be given again. A line: word, or alias ⇥ canonical ⇥ label.",
      valueName: "file"),
    completion: .file())
  var userDictionaries: [String] = []

  @Option(
    help: ArgumentHelp(
      "The compiled dictionaries, if not beside the program or in FENCI_DICTIONARIES.",
      valueName: "file"),
    completion: .file())
  var compiledDictionaries: String?

  @Option(
    help: ArgumentHelp("The number of threads (default: the number of cores).", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if engine != .model, standard != nil || model != nil {
      throw ValidationError("--standard and --model belong to --engine model")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024")
    }
  }

  var threadCount: Int { threads ?? Terminal.processorCount() }

  /// The analyzer; warnings about the user's dictionaries go to the console.
  func makeAnalyzer(
    findsEntities: Bool, findsUnlistedNames: Bool = false, tagsWords: Bool = true,
    granularity: Granularity = .word, console: Console
  ) throws -> Analyzer {
    var user = UserDictionary()
    do {
      for path in userDictionaries { try user.read(path: path) }
      for warning in user.warnings { console.warn(warning) }
      let dictionaries = try Dictionaries(
        CompiledDictionaries(
          path: InstalledFile.dictionaries.located(path: compiledDictionaries)), user: user)
      return Analyzer(
        dictionaries, engine: try segmentationEngine(), findsEntities: findsEntities,
        findsUnlistedNames: findsUnlistedNames, tagsWords: tagsWords, granularity: granularity)
    } catch {
      throw CommandFailure(error)
    }
  }

  private func segmentationEngine() throws -> SegmentationEngine {
    switch engine {
    case .icu: return .icu
    case .lattice: return .lattice
    case .model:
      let model = try SequenceModel(path: InstalledFile.model.located(path: model))
      return .model(model, standard: try model.standard(named: standard))
    }
  }
}
