import Foundation
import Testing

@Suite struct ResultFileTests {
  private static let names = ["a.txt", "b.txt", "c.txt"]

  private func makeProgram() throws -> Program {
    let program = try Program()
    for name in Self.names { try program.write("智谱发布新模型，\(name)。\n", to: name) }
    return program
  }

  private func exists(_ name: String, _ program: Program) -> Bool {
    FileManager.default.fileExists(atPath: program.folder.appendingPathComponent(name).path)
  }

  @Test(
    "a result goes to a file as it would go to standard output",
    arguments: [
      ["segment", "a.txt"], ["segment", "--format=jsonl", "a.txt", "b.txt"],
      ["entities", "a.txt"], ["freq", "a.txt"], ["keywords", "a.txt"],
      ["compare", "a.txt", "b.txt"],
    ])
  func sameResult(arguments: [String]) throws {
    let program = try makeProgram()
    defer { program.finish() }
    let direct = try program.run(arguments)
    try program.write("old", to: "out")
    let filed = try program.run(arguments + ["-o", "out"])
    #expect(filed.status == direct.status)
    #expect(filed.output == "")
    #expect(try program.read("out") == direct.output)
    #expect(!exists("out.part", program) && !exists("out.journal", program))
  }

  @Test("a bad input does not cost the result, a run that fails does")
  func failures() throws {
    let program = try makeProgram()
    defer { program.finish() }
    try program.write("old", to: "out")
    let strict = try program.run("freq", "--strict", "a.txt", "missing", "-o", "out")
    #expect(strict.status == 1)
    #expect(try program.read("out") == "old")
    #expect(!exists("out.part", program))
    let lenient = try program.run("freq", "a.txt", "missing", "-o", "out")
    #expect(lenient.status == 1)
    #expect(try program.read("out").contains("智谱"))
  }

  @Test("a full disk is a clear error", arguments: ["segment", "freq"])
  func fullDisk(command: String) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let program = try makeProgram()
    defer { program.finish() }
    let result = try program.run(command, "a.txt", "-o", "/dev/full")
    #expect(result.status == 1)
    #expect(result.errors == "fenci: cannot write: No space left on device\n")
  }

  @Test("a run that fails on the way says that it can be gone on with")
  func failureWithJournal() throws {
    let program = try makeProgram()
    defer { program.finish() }
    for number in 0..<40 {
      let text = String(repeating: "智谱发布新模型，价格不变。\n", count: 100)
      try program.write(text, to: "pile/\(100 + number).txt")
    }
    // A file that may not grow beyond some blocks stands for a disk that is full.
    let process = Process()
    try program.prepare(process, ["segment", "--quiet", "pile", "-o", "out"])
    let command = try #require(process.executableURL).path
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f 60; exec \"$0\" segment --quiet pile -o out", command,
    ]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let message = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(message.hasPrefix("fenci: cannot write: "))
    #expect(
      message.hasSuffix("; out is not written, out.part holds what is done, and --resume goes on\n")
    )
    #expect(try program.run("segment", "--quiet", "pile", "-o", "out", "--resume").status == 0)
    #expect(try program.read("out") == program.run("segment", "--quiet", "pile").output)
  }

  @Test("what cannot be a result is a clear error")
  func noFile() throws {
    let program = try makeProgram()
    defer { program.finish() }
    #expect(try program.run("freq", "a.txt", "-o", ".").errors == "fenci: .: is a directory\n")
    #expect(
      try program.run("freq", "a.txt", "-o", "no/out").errors
        == "fenci: no/out.part: No such file or directory\n")
    #expect(try program.run("segment", "--resume", "a.txt").status == 64)
    #expect(try program.run("entities", "--resume", "-o", "out", "a.txt").status == 64)
    #expect(try program.run("segment", "--resume", "-o", "out", "-").status == 1)
  }

  @Test("a signal ends the run with what is done written", arguments: [SIGINT, SIGTERM])
  func signals(signal: Int32) throws {
    let program = try makeProgram()
    defer { program.finish() }
    let run = try Run(program, ["segment", "--threads=1", "a.txt", "b.txt", "pipe"])
    try run.waitUntil("out") { $0.contains("b.txt") }
    let status = run.end(by: signal)
    #expect(status == 128 + signal)
    #expect(try program.read("out").split(separator: "\n").count == 2)
    let name = signal == SIGINT ? "SIGINT" : "SIGTERM"
    #expect(try program.read("err") == "fenci: \(name): ended after 2 documents\n")
  }

  @Test(
    "a run that was cut off goes on, and gives the result of a whole one",
    arguments: [
      ["segment"], ["segment", "--format=jsonl"], ["segment", "--format=tsv"],
      ["entities", "--format=jsonl"],
    ])
  func resume(command: [String]) throws {
    let program = try makeProgram()
    defer { program.finish() }
    let arguments = command + ["--threads=1", "a.txt", "b.txt", "pipe", "c.txt", "-o", "result"]
    let run = try Run(program, arguments)
    try run.waitUntil("result.journal") { $0.contains("all\tb.txt") }
    #expect(run.end(by: SIGTERM) == 128 + SIGTERM)
    #expect(!exists("result", program) && exists("result.part", program))
    #expect(
      try program.read("err")
        == "fenci: SIGTERM: ended after 2 documents; result is not written, result.part holds what is done, "
        + "and --resume goes on\n")
    // Neither begun anew by mistake nor gone on with in another way.
    #expect(try program.run(arguments).status == 1)
    #expect(try program.run(arguments + ["--resume", "--max-depth=9"]).status == 1)
    // What was finished is not read again.
    try program.write("换了", to: "a.txt")
    let rest = try Run(program, arguments + ["--resume"], feeding: "MiniMax上市。\n")
    #expect(rest.end(by: nil) == 0)
    #expect(!exists("result.part", program) && !exists("result.journal", program))
    let result = try program.read("result")
    try program.write("智谱发布新模型，a.txt。\n", to: "a.txt")
    let whole = try Run(program, arguments, feeding: "MiniMax上市。\n")
    #expect(whole.end(by: nil) == 0)
    #expect(try program.read("result") == result)
  }

  @Test("a run that was cut off inside a file goes on there")
  func resumeInside() throws {
    let program = try makeProgram()
    defer { program.finish() }
    let lines = (0..<20_000).map { "{\"id\":\($0),\"text\":\"智谱发布第\($0)个模型。\"}\n" }
    try program.write(lines.joined(), to: "big.jsonl")
    let arguments = [
      "segment", "--engine=lattice", "--format=jsonl", "--threads=1", "big.jsonl", "pipe", "-o",
      "result",
    ]
    let run = try Run(program, arguments)
    try run.waitUntil("result.journal") { $0.contains("all\tbig.jsonl") }
    _ = run.end(by: SIGTERM)
    // As if the end had come earlier, and in the midst of a line.
    let journal = try program.read("result.journal").split(separator: "\n")
    #expect(journal.count > 4)
    try program.write(journal.prefix(3).joined(separator: "\n") + "\n99", to: "result.journal")
    let rest = try Run(program, arguments + ["--resume"], feeding: "MiniMax上市。\n")
    #expect(rest.end(by: nil) == 0)
    let whole = try program.run("segment", "--engine=lattice", "--format=jsonl", "big.jsonl")
    #expect(try program.read("result").hasPrefix(whole.output))
  }

  @Test("limits are options")
  func limits() throws {
    let program = try makeProgram()
    defer { program.finish() }
    try program.write(
      "{\"text\":\"\(String(repeating: "长", count: 400_000))\"}\n{\"text\":\"短\"}\n", to: "a.jsonl")
    let large = try program.run("segment", "--max-document=1M", "a.jsonl")
    #expect(large.status == 1)
    #expect(large.output == "短\n")
    #expect(
      large.errors.contains("the line is larger than 1048576 bytes; left out (--max-document)"))
    try program.write("深", to: "d/e/f/x.txt")
    #expect(try program.run("segment", "d").output == "深\n")
    #expect(
      try program.run("segment", "--max-depth=1", "d").errors.contains(
        "d/e/f: directories are nested deeper than 1; not read (--max-depth)"))
    for wrong in ["0", "1T", "-1", "M", "99999999999G"] {
      #expect(try program.run("segment", "--max-document=\(wrong)", "a.txt").status == 64)
    }
  }
}

/// A run under way, which reads a named pipe `pipe`.
private final class Run {
  private let process = Process()
  private let folder: URL
  private var pipe: FileHandle?

  /// - Parameter text: What comes through the pipe; nil holds it open, and nothing comes.
  init(_ program: Program, _ arguments: [String], feeding text: String? = nil) throws {
    folder = program.folder
    let path = folder.appendingPathComponent("pipe").path
    mkfifo(path, 0o644)
    if let text {
      Thread.detachNewThread {
        // Waits until the run opens the pipe.
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
      }
    } else {
      pipe = FileHandle(fileDescriptor: open(path, O_RDWR | O_CLOEXEC), closeOnDealloc: true)
    }
    try program.prepare(process, arguments)
    for name in ["out", "err"] {
      try Data().write(to: folder.appendingPathComponent(name))
    }
    process.standardOutput = try FileHandle(forWritingTo: folder.appendingPathComponent("out"))
    process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent("err"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  /// Waits for what the run writes into a file; at most half a minute.
  func waitUntil(_ name: String, _ isThere: (String) -> Bool) throws {
    let file = folder.appendingPathComponent(name)
    for _ in 0..<3_000 {
      if let text = try? String(contentsOf: file, encoding: .utf8), isThere(text) { return }
      usleep(10_000)
    }
    Issue.record("\(name) never came so far")
  }

  /// Waits for the end of the run, by a signal or by itself, and gives its status. A run that hangs is
  /// killed after half a minute.
  func end(by signal: Int32?) -> Int32 {
    let number = process.processIdentifier
    if let signal { kill(number, signal) }
    let guardian = DispatchWorkItem { kill(number, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 30, execute: guardian)
    process.waitUntilExit()
    guardian.cancel()
    // Who held it open as a writer would keep the next run waiting.
    try? pipe?.close()
    pipe = nil
    return process.terminationStatus
  }
}
