import ArgumentParser

/// Where the result goes.
struct ResultOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the result to a file, whole or not at all, in place of standard output.",
      valueName: "file"),
    completion: .file())
  var output: String?
}

/// Where the result of a long run goes.
struct ResumableResultOptions: ParsableArguments {
  @OptionGroup var result: ResultOptions

  @Flag(help: "With -o: go on where a run was cut off; without one, begin.")
  var resume = false

  func validate() throws {
    if resume, result.output == nil { throw ValidationError("--resume needs -o") }
  }
}
