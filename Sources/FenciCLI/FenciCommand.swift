import ArgumentParser
import Fenci

/// The program: nothing but its subcommands.
@main
struct FenciCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fenci",
    abstract: "Words, names, keywords and trends of Chinese news text.",
    discussion: """
      fenci read page.html                         the article, and what was cut of the page
      fenci segment article.txt                    words, a line for each line
      fenci entities corpus/                       who is written about
      fenci keywords corpus/                       what the corpus is about
      fenci freq corpus/                           term frequencies
      fenci compare 2025.jsonl 2026.jsonl          which terms set the two apart
      fenci trends corpus/ --by month --terms 智谱,MiniMax,DeepSeek

      Inputs are files, directories (with all below them) and - for standard input: plain text, JSON \
      lines with a field "text", tables (CSV, TSV) with a column "text", RSS and Atom, HTML, MHTML, gzip of these; UTF-8, UTF-16, GB18030, Big5, EUC-TW.
      Exit status: 0 all well; 1 some input could not be used; 64 wrong usage.
      """,
    version: "fenci \(FenciVersion.description)",
    subcommands: [
      ReadCommand.self, FurnitureCommand.self, SegmentCommand.self, EntitiesCommand.self,
      KeywordsCommand.self,
      FreqCommand.self,
      MergeCommand.self, CompareCommand.self, TrendsCommand.self, TrainCommand.self,
      EvaluateCommand.self,
      TrainContextCommand.self,
      DictionaryCommand.self,
    ])

  static func main() async {
    Terminal.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch is BrokenPipe {
      // Whoever read our output has had enough.
      return
    } catch let failure as CommandFailure {
      Terminal.writeError("fenci: \(failure.message)")
      exit(withError: ExitCode(failure.status))
    } catch {
      exit(withError: error)
    }
  }
}
