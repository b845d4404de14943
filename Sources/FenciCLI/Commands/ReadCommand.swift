import ArgumentParser
import Fenci

/// `fenci read`
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show what is read of each document, what is cut, and why.",
    discussion: """
      Title, date and source, then the lines of the page: those of the text, and those that were cut with \
      the reason. --format text prints the text alone; jsonl an object for each document with its text \
      and, under "cut", each line that was cut, its reason, and where in the text (in bytes) it stood.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let console = Console(
      quiet: output.quiet, strict: input.strict, showsEncodings: input.showEncoding)
    let reader = try input.makeReader()
    let parser = try input.makeParser()
    let format = output.format ?? .table
    var count = 0
    while let block = reader.next() {
      let parsed = parser.documents(in: block)
      try console.report(reader.takeProblems() + parsed.problems)
      for document in parsed.documents {
        try write(document, as: format, isFirst: count == 0)
        count += 1
      }
      console.note(BlockSummary(block, documents: parsed.documents))
    }
    try console.report(reader.takeProblems())
    try console.finish(showsCuts: false)
  }

  private func write(_ document: Document, as format: ReportFormat, isFirst: Bool) throws {
    switch format {
    case .text:
      try Terminal.write((isFirst ? "" : "\n") + document.text + "\n")
    case .json, .jsonl:
      var writer = JSONWriter()
      AnalysisJSON(.text).write(Analysis(document: document, tokens: []), to: &writer)
      writer.newline()
      try Terminal.write(writer.bytes)
    case .table, .tsv, .csv:
      if format == .table, !isFirst { try Terminal.write("\n") }
      let report = Report.reading(of: document)
      try Terminal.write(
        report.rendered(
          as: format, width: Terminal.width(of: Terminal.output), style: output.style))
    }
  }
}
