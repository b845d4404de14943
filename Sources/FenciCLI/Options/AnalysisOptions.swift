import ArgumentParser
import Fenci

extension SegmentationEngine: ExpressibleByArgument {}

/// How to analyse.
struct AnalysisOptions: ParsableArguments {
  @Option(help: "How Chinese is cut into words.")
  var engine = SegmentationEngine.lattice

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
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 1024")
    }
  }

  var threadCount: Int { threads ?? Terminal.processorCount() }

  /// The analyzer; warnings about the user's dictionaries go to the console.
  func makeAnalyzer(findsEntities: Bool, console: Console) throws -> Analyzer {
    var user = UserDictionary()
    do {
      for path in userDictionaries { try user.read(path: path) }
      for warning in user.warnings { console.warn(warning) }
      var options = Analyzer.Options()
      options.engine = engine
      options.findsEntities = findsEntities
      return try Analyzer(
        compiledDictionaries: compiledDictionaries, user: user, options: options)
    } catch {
      throw CommandFailure(error)
    }
  }
}
