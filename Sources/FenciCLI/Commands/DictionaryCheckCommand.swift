import ArgumentParser
import Fenci

/// `fenci dictionary check`
struct DictionaryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a folder of dictionary tables, or a dictionary of your own.",
    discussion: """
      A folder: every table against the manifest (rows, SHA-256) and the rules of tables; names that \
      contradict one another, are common words and not marked, or can never be meant; whether the compiled file is of these tables, and whole. A file: whether each entry \
      can be read and can match.
      """)

  @Argument(
    help: "A folder with manifest.json, or a file for --dictionary.", completion: .directory)
  var path: String

  @Option(
    help: ArgumentHelp("Compiled dictionaries to compare with the tables.", valueName: "file"),
    completion: .file())
  var compiledDictionaries: String?

  @Option(help: ArgumentHelp("A model to look for damage in.", valueName: "file"))
  var model: String?

  func run() throws {
    do {
      if let model { try SequenceModel(path: model).verify() }
      if FileAccess.isReadable(path + "/manifest.json") {
        try checkFolder()
      } else {
        try checkUserDictionary()
      }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(error)
    }
  }

  private func checkFolder() throws {
    let sources = try DictionarySources(directory: path)
    let faults = try sources.faults()
    for fault in faults { Terminal.writeError("fenci: \(fault)") }
    if let compiledDictionaries {
      let compiled = try CompiledDictionaries(path: compiledDictionaries)
      try compiled.verify()
      guard compiled.sourceHash == sources.hash else {
        throw CommandFailure(
          "\(compiledDictionaries): stale, it was made from other tables; make it anew with "
            + "'fenci dictionary build \(path) -o \(compiledDictionaries)'")
      }
    }
    guard faults.isEmpty else {
      throw CommandFailure("\(path): \(faults.count) fault\(faults.count == 1 ? "" : "s")")
    }
    try Terminal.write(
      "\(path): \(sources.manifest.files.count) tables, \(sources.words.count) words, "
        + "\(sources.gazetteer.count) names of \(sources.entityCount) entities: all well\n")
  }

  private func checkUserDictionary() throws {
    var dictionary = UserDictionary()
    try dictionary.read(path: path)
    for warning in dictionary.warnings { Terminal.writeError("fenci: warning: \(warning)") }
    try Terminal.write(
      "\(path): \(dictionary.entries.count) entries, \(dictionary.warnings.count) warnings\n")
  }
}
