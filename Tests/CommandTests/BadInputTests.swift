import Foundation
import TestSupport
import Testing

/// No input stops the program: each fault is named, and the rest is done.
@Suite struct BadInputTests {
  @Test func `a bad file is reported and the rest goes on`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write("智谱\n", to: "good.txt")
    try program.write(Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2, 0, 0, 0, 9, 0]), to: "binary.txt")
    let result = try program.run("segment", "missing.txt", "binary.txt", "good.txt")
    #expect(result.status == 1)
    #expect(result.output == "智谱\n")
    #expect(result.errors.contains("missing.txt: "))
    #expect(result.errors.contains("binary.txt: "))
  }

  @Test func `train-context refuses a missing folder before it learns`() throws {
    let program = try Program()
    defer { program.finish() }
    let result = try program.run("train-context", "-o", "missing", "missing.tsv")
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.errors.contains("cannot write into missing"))
  }

  @Test func `strict stops at the first`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write("智谱\n", to: "good.txt")
    let result = try program.run("segment", "--strict", "--threads=1", "missing.txt", "good.txt")
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func `bad records of JSON lines are named by file and line`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write(
      """
      {"text":"智谱"}
      {"text":12}
      {"title":"x"}
      [1]
      {"text":"\\ud800算力"}
      {"text":"cut o
      """, to: "a.jsonl")
    let result = try program.run("segment", "a.jsonl")
    #expect(result.status == 1)
    #expect(result.output == "智谱\n\u{FFFD} 算力\n")
    for line in [2, 3, 4, 5, 6] { #expect(result.errors.contains("a.jsonl:\(line): ")) }
  }

  @Test func `bad bytes become U+FFFD, with a warning that names the offset`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write(Data("智谱发布新模型".utf8) + Data([0xFF]) + Data("大模型\n".utf8), to: "a.txt")
    let result = try program.run("segment", "a.txt")
    #expect(result.status == 0)
    #expect(result.output.contains("\u{FFFD}"))
    #expect(result.errors.contains("a.txt: byte 21"))
    #expect(try program.run("segment", "--quiet", "a.txt").errors == "")
  }

  @Test func `empty files, NUL bytes and endless lines are no trouble`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write("", to: "empty.txt")
    #expect(try program.run("segment", "empty.txt").status == 0)
    try program.write(Data("智谱\u{0}上市\n".utf8), to: "nul.txt")
    #expect(try program.run("segment", "--input=text", "nul.txt").output == "智谱 \u{0} 上市\n")
    let line = String(repeating: "智谱发布新模型", count: 100_000)
    let result = try program.run("segment", input: Data(line.utf8))
    #expect(result.status == 0)
    #expect(result.output.filter { $0 != " " && $0 != "\n" }.count == line.count)
    #expect(result.output.count(where: { $0 == "\n" }) == 1)
  }

  @Test(
    "a fault of a dictionary is one line that says what to do",
    arguments: [
      ("词\tNN\n", "own.tsv:1: 'NN' is no UPOS tag"), ("a\tb\tc\td\n", "own.tsv:1: 4 cells"),
    ])
  func userDictionary(text: String, message: String) throws {
    let program = try Program()
    defer { program.finish() }
    try program.write(text, to: "own.tsv")
    let result = try program.run("segment", "--dictionary", "own.tsv")
    #expect(result.status == 1)
    #expect(result.errors.contains(message))
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test func `compiled dictionaries that are missing or damaged are an error`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write("nonsense", to: "bad.fcd")
    let damaged = try program.run("segment", "--compiled-dictionaries", "bad.fcd")
    #expect(damaged.status == 1)
    #expect(damaged.errors.contains("make it anew with 'fenci dictionary build'"))
    let missing = try program.run("segment", environment: ["FENCI_DICTIONARIES": "none.fcd"])
    #expect(missing.status == 1)
    #expect(missing.errors.hasPrefix("fenci: none.fcd: "))
  }

  @Test func `a closed pipe ends quietly`() throws {
    let program = try Program()
    defer { program.finish() }
    let line = String(repeating: "智谱发布新模型。\n", count: 200_000)
    try program.write(line, to: "long.txt")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let environment = ProcessInfo.processInfo.environment
    let fenci = environment["FENCI_PROGRAM"] ?? Repository.path(".build/release/fenci")
    shell.arguments = ["-c", "'\(fenci)' segment long.txt 2>errors | head -n 1 >first; cat errors"]
    shell.currentDirectoryURL = program.folder
    try shell.run()
    shell.waitUntilExit()
    #expect(try program.read("first") == "智谱 发布 新 模型 。\n")
    #expect(try program.read("errors") == "")
  }

  @Test("random bytes never stop a command", arguments: 0..<24 as Range<UInt64>)
  func randomBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let program = try Program()
    defer { program.finish() }
    let bytes = (0..<3000).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let formats = ["text", "lines", "jsonl", "html", "auto"]
    let encodings = ["auto", "utf-8", "gb18030", "big5", "utf-16"]
    let result = try program.run(
      ["segment", "entities", "freq"][Int(seed % 3)], "--input=\(formats[Int(seed % 5)])",
      "--encoding=\(encodings[Int(seed / 5) % 5])", input: Data(bytes))
    #expect(result.status == 0 || result.status == 1)
  }
}
