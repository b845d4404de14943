import ArgumentParser
import Fenci

/// `fenci dictionary info`
struct DictionaryInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Say where the compiled dictionaries are and what they hold.")

  @Argument(help: "A compiled file; the one in use if none is given.", completion: .file())
  var file: String?

  func run() throws {
    do {
      let compiled = try CompiledDictionaries(path: InstalledFile.dictionaries.located(path: file))
      try compiled.verify()
      let facts = compiled.information
      try Terminal.write(
        """
        file        \(compiled.path)
        source      \(compiled.sourceHash)
        ICU         \(facts.icuVersion) (Unicode \(facts.unicodeVersion)); this program uses \(FenciVersion.icu)
        words       \(facts.wordCount)
        entities    \(facts.entityCount)
        names       \(facts.aliasCount)
        stop words  \(facts.stopWordCount)
        characters  \(facts.characterCount)

        """)
    } catch {
      throw CommandFailure(error)
    }
  }
}
