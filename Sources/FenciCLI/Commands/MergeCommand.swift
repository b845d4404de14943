import ArgumentParser
import Fenci

/// `fenci merge`
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Add up counts that 'fenci freq --save' has written.",
    discussion: """
      The result is that of counting all documents at once, to the last digit; so counting can be split over \
      processes and machines. Tables that were made with other dictionaries, another model, standard or version \
      are refused. A document that is in two tables counts twice: a warning says how many are.
      """)

  @Argument(help: ArgumentHelp("Saved counts.", valueName: "file"), completion: .file())
  var paths: [String]

  @OptionGroup var terms: TermOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The order of the rows.")
  var sort = RowOrder.count

  @Option(help: ArgumentHelp("The most rows; 0 for all.", valueName: "n"))
  var limit = 50

  @Option(
    help: ArgumentHelp("Also write the sum to a file.", valueName: "file"), completion: .file())
  var save: String?

  @Option(
    help: ArgumentHelp(
      "The compiled dictionaries, for their stop words.", valueName: "file"),
    completion: .file())
  var compiledDictionaries: String?

  func validate() throws {
    if sort.ofTerms == nil {
      throw ValidationError("--sort \(sort.rawValue) is of n-grams, which are not saved")
    }
    if terms.wordsOnly {
      throw ValidationError("--words-only is chosen when counting, with 'fenci freq'")
    }
  }

  func run() throws {
    let console = Console(quiet: output.quiet)
    do {
      let compiled = try CompiledDictionaries(
        path: InstalledFile.dictionaries.located(path: compiledDictionaries))
      let sum = try sum()
      if terms.stopWords == "default", sum.setting("dictionaries") != compiled.sourceHash {
        console.warn("the stop words are those of other dictionaries than the counts")
      }
      let repeated = sum.repeatedDocumentCount
      if repeated > 0 {
        console.warn(
          "\(repeated) documents are in more than one of the tables and count more than once")
      }
      if let save { try sum.write(to: save) }
      let provenance = Provenance(
        command: "merge", inputs: paths, settings: sum.settings)
      let report = Report.frequencies(
        of: sum.table, filter: try terms.filter(Dictionaries(compiled)),
        sortedBy: sort.ofTerms ?? .termFrequency, limit: limit > 0 ? limit : nil,
        metadata: provenance.metadata)
      try output.write(sum.setting("copies") == "once" ? report.noting(sum.documents) : report)
      try output.writeManifest(provenance)
    } catch let error as FileError {
      throw CommandFailure(error)
    } catch let error as LexiconError {
      throw CommandFailure(error)
    } catch let error as SavedCountsError {
      throw CommandFailure(error)
    }
  }

  /// The sum of the tables.
  private func sum() throws -> SavedCounts {
    var sum = try SavedCounts(path: paths[0])
    for path in paths.dropFirst() {
      let counts = try SavedCounts(path: path)
      do throws(SavedCountsError) {
        try sum.merge(counts)
      } catch {
        throw CommandFailure("\(path): \(error)")
      }
    }
    return sum
  }
}
