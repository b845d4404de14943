import ArgumentParser
import Fenci

/// `fenci dictionary build`
struct DictionaryBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile a folder of dictionary tables into the file that Fenci maps into memory.")

  @Argument(
    help: "The folder with manifest.json and the tables.", completion: .directory)
  var folder: String

  @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
  var output: String

  func run() throws {
    do {
      let sources = try DictionarySources(directory: folder)
      let bytes = try DictionaryCompiler(sources).compile()
      try FileAccess.write(bytes, to: output)
      let size = Double(bytes.count) / 1e6
      Terminal.writeError(
        "\(output): \(sources.words.count) words, \(sources.gazetteer.count) names, "
          + "\((size * 10).rounded() / 10) MB")
    } catch {
      throw CommandFailure(error)
    }
  }
}
