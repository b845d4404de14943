import ArgumentParser
import Fenci

extension ReportFormat: ExpressibleByArgument {}

/// When to use colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case always
  case never
}

/// How results are shown.
struct OutputOptions: ParsableArguments {
  @Option(help: "The form of the result.")
  var format: ReportFormat?

  @Option(help: "Colour: auto is on a terminal only, and not if NO_COLOR is set.")
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "No warnings and no progress; faults are still told.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Write what made the result (versions, dictionaries, options, inputs) to a file, as JSON.",
      valueName: "file"),
    completion: .file())
  var manifest: String?

  /// Whether standard output gets colours.
  var style: ReportStyle {
    switch color {
    case .always: .colored
    case .never: .plain
    case .auto:
      Terminal.isTerminal(Terminal.output) && Terminal.environment("NO_COLOR")?.isEmpty != false
        && Terminal.environment("TERM") != "dumb" ? .colored : .plain
    }
  }

  /// Prints a report.
  func write(_ report: Report) throws {
    try Terminal.write(
      report.rendered(
        as: format ?? .table, width: Terminal.width(of: Terminal.output), style: style))
  }

  /// Writes the manifest, if one was asked for.
  func writeManifest(_ provenance: Provenance) throws {
    guard let manifest else { return }
    do {
      try FileAccess.write(provenance.json(), to: manifest)
    } catch {
      throw CommandFailure(error)
    }
  }
}
