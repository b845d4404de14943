import Foundation
import TestSupport
import Testing

/// Counts that are saved and added up.
@Suite struct MergeTests {
  private static let files = ["technology.jsonl", "southbank.jsonl.gz", "sports"]

  @Test(
    "the sum of saved counts is what counting together gives",
    arguments: [
      ["--format=csv", "--limit=0"], ["--stopwords=none", "--min-count=3", "--sort=documents"],
      ["--label=ORG,PER", "--format=jsonl"], ["--pos=NOUN", "--min-docs=2", "--sort=term"],
    ])
  func together(options: [String]) throws {
    let program = try Program()
    defer { program.finish() }
    let paths = Self.files.map { Repository.path("corpus/sample/\($0)") }
    let whole = try program.run(["freq", "--save=all.fcz"] + options + paths)
    #expect(whole.status == 0, "\(whole.errors)")
    for (index, path) in paths.enumerated() {
      let part = try program.run("freq", "--threads=\(index + 1)", "--save=\(index).fcz", path)
      #expect(part.status == 0, "\(part.errors)")
    }
    let sum = try program.run(
      ["merge"] + options + ["2.fcz", "0.fcz", "1.fcz", "--save=sum.fcz"])
    #expect(sum.status == 0, "\(sum.errors)")
    #expect(sum.errors == "")
    #expect(sum.output == whole.output)
    let files = try ["all.fcz", "sum.fcz"].map {
      try Data(contentsOf: program.folder.appendingPathComponent($0))
    }
    #expect(files[0] == files[1])
    #expect(try program.run(["merge"] + options + ["sum.fcz"]).output == whole.output)
  }

  @Test(
    "tables that were counted in another way are refused",
    arguments: [
      (["--standard=news"], "standard is fenci in one and news in another"),
      (["--words-only"], "terms is wordsAndEntities in one and wordsOnly in another"),
      (["--keep-duplicates"], "copies is once in one and kept in another"),
      (["--engine=lattice"], "engine is model in one and lattice in another"),
      (["--dictionary=own.txt"], "userDictionaries is none in one"),
    ])
  func different(options: [String], message: String) throws {
    let program = try Program()
    defer { program.finish() }
    try program.write("智谱清言大模型\n", to: "own.txt")
    _ = try program.run("freq", "--save=a.fcz", input: Data("智谱发布模型".utf8))
    _ = try program.run(["freq", "--save=b.fcz"] + options, input: Data("算力".utf8))
    let result = try program.run("merge", "a.fcz", "b.fcz", "--save=sum.fcz")
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("fenci: b.fcz: the tables were not counted in the same way: "))
    #expect(result.errors.contains(message))
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(throws: (any Error).self) { try program.read("sum.fcz") }
  }

  @Test func `a document of two tables is warned of`() throws {
    let program = try Program()
    defer { program.finish() }
    _ = try program.run("freq", "--save=a.fcz", input: Data("智谱发布模型".utf8))
    let result = try program.run("merge", "a.fcz", "a.fcz")
    #expect(result.status == 0)
    #expect(result.errors.contains("1 documents are in more than one of the tables"))
    #expect(result.output.contains("Documents: 2 raw, 2 unique."))
  }

  @Test func `broken files are one line that names the file`() throws {
    let program = try Program()
    defer { program.finish() }
    _ = try program.run("freq", "--save=a.fcz", input: Data("智谱发布模型".utf8))
    let bytes = try Data(contentsOf: program.folder.appendingPathComponent("a.fcz"))
    try program.write(bytes.dropLast(9), to: "cut.fcz")
    try program.write(Data("text".utf8), to: "text.fcz")
    try program.write(Data(), to: "empty.fcz")
    var changed = bytes
    changed[changed.count - 3] ^= 1
    try program.write(changed, to: "changed.fcz")
    var later = bytes
    later[8] = 2
    try program.write(later, to: "later.fcz")
    for (name, message) in [
      ("cut", "bytes where"), ("text", "this is no table of counts"),
      ("empty", "this is no table of counts"), ("changed", "its checksum is wrong"),
      ("later", "format 2, this one reads 1"), ("missing", "No such file"),
    ] {
      let result = try program.run("merge", "a.fcz", "\(name).fcz")
      #expect(result.status == 1)
      #expect(result.output == "")
      #expect(result.errors.hasPrefix("fenci: \(name).fcz: "), "\(result.errors)")
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(result.errors.split(separator: "\n").count == 1)
    }
    let unwritable = try program.run(
      "freq", "--save=none/a.fcz", input: Data("智谱发布模型".utf8))
    #expect(unwritable.status == 1)
    #expect(unwritable.errors.hasPrefix("fenci: none/a.fcz: "), "\(unwritable.errors)")
  }
}
