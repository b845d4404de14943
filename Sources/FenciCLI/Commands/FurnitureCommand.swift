import ArgumentParser
import Fenci

/// `fenci furniture`
struct FurnitureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "furniture",
    abstract: "Find the lines that stand in many articles of a pile: furniture of its sites.",
    discussion: """
      Notices, slogans and buttons that no rule knows come again and again. The lines that are left after the \
      extraction and stand in many different articles are listed with the number of their documents; a 0 \
      stands for any number. Look at the list, take out what is none, and have it cut: --furniture FILE, with \
      any command that reads documents. The pile is read twice.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var result: ResultOptions

  @Option(help: ArgumentHelp("In how many different articles a line must stand.", valueName: "n"))
  var minArticles = 10

  func validate() throws {
    if minArticles < 2 { throw ValidationError("--min-articles takes a number from 2") }
  }

  func run() async throws {
    guard input.isLasting else {
      throw CommandFailure("furniture reads its input twice: name files or directories")
    }
    let console = Console(
      quiet: output.quiet, strict: input.strict, showsEncodings: input.showEncoding)
    let parser = try input.makeParser()
    let file = try result.output.map {
      try ResultFile(path: $0, settings: nil, resumes: false)
    }
    var counter = FurnitureCounter(minimumArticles: minArticles)
    for pass in 0..<2 {
      let reader = try input.makeReader()
      while let block = reader.next() {
        let parsed = parser.documents(in: block)
        for document in parsed.documents {
          if pass == 0 { counter.estimate(document) } else { counter.count(document) }
        }
        // What is wrong is told once.
        guard pass == 0 else { continue }
        try console.report(reader.takeProblems() + parsed.problems)
        console.note(BlockSummary(block, documents: parsed.documents))
      }
      let problems = reader.takeProblems()
      if pass == 0 { try console.report(problems) }
    }
    var output = output
    output.format = output.format ?? (file == nil ? .table : .tsv)
    try output.write(Report.furniture(counter.lines.map { ($0.text, $0.documentCount) }))
    try file?.commit()
    try console.finish(showsCuts: false)
  }
}
