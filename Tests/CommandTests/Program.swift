import Foundation
import TestSupport
import Testing

/// The built program, run in a folder of its own as a user runs it.
struct Program {
  /// What a run left behind.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  let folder: URL
  private let program: String
  private let dictionaries: String

  /// A folder for one test. The program and its dictionaries are those of `make test`
  /// (`FENCI_PROGRAM`, `FENCI_DICTIONARIES`), or else those of the release build.
  init() throws {
    let environment = ProcessInfo.processInfo.environment
    program = environment["FENCI_PROGRAM"] ?? Repository.path(".build/release/fenci")
    dictionaries = environment["FENCI_DICTIONARIES"] ?? Repository.path(".build/release/fenci.fcd")
    try #require(
      FileManager.default.isExecutableFile(atPath: program)
        && FileManager.default.isReadableFile(atPath: dictionaries),
      "the program is not built: run the tests with 'make test'")
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("fenci-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Removes the folder.
  func finish() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file into the folder.
  func write(_ data: Data, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Runs the program in the folder.
  func run(
    _ arguments: String..., input: Data = Data(), environment: [String: String] = [:]
  ) throws -> Result {
    try run(arguments, input: input, environment: environment)
  }

  /// Says what a process is to run, and where.
  func prepare(
    _ process: Process, _ arguments: [String], environment extra: [String: String] = [:]
  ) throws {
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["FENCI_DICTIONARIES"] = dictionaries
    environment.merge(extra) { $1 }
    process.environment = environment
  }

  func run(
    _ arguments: [String], input: Data = Data(), environment extra: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    try prepare(process, arguments, environment: extra)
    // Files, not pipes: a pipe that nobody empties would stop the program.
    let names = ["in", "out", "err"].map { ".\($0)-\(UUID().uuidString)" }
    let files = names.map(folder.appendingPathComponent)
    try input.write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }
}
