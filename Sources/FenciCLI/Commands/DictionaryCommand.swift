import ArgumentParser

/// `fenci dictionary`
struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary",
    abstract: "Compile, check and look into dictionaries.",
    subcommands: [
      DictionaryBuildCommand.self, DictionaryCheckCommand.self, DictionaryInfoCommand.self,
      DictionaryShowCommand.self,
    ])
}
