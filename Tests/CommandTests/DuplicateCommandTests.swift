import Foundation
import TestSupport
import Testing

/// Copies of articles, as a user meets them.
@Suite struct DuplicateCommandTests {
  private static let counting: [[String]] = [
    ["freq", "--format=csv", "--limit=0"],
    ["keywords", "--format=csv"],
    ["entities", "--format=csv"],
    ["compare", "--by=source", "--format=csv", "--min-count=2", "--min-docs=1", "--level=1"],
    ["trends", "--by=month", "--format=csv", "--min-count=2", "--min-docs=1"],
    ["trends", "--by=quarter", "--format=csv", "--terms=智谱,模型"],
  ]

  @Test("duplicating every article changes nothing", arguments: counting)
  func duplicated(arguments: [String]) throws {
    let program = try Program()
    defer { program.finish() }
    // A copy of the sample under another name, with other white space.
    for folder in ["once", "twice/a", "twice/b"] {
      for name in ["technology.jsonl", "finance"] {
        let target = program.folder.appendingPathComponent(folder).appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
          at: URL(fileURLWithPath: Repository.path("corpus/sample/\(name)")), to: target)
      }
    }
    let once = try program.run(arguments + ["once"])
    let twice = try program.run(arguments + ["twice", "--threads=3"])
    #expect(once.status == 0, "\(once.errors)")
    #expect(twice.output == once.output)
    #expect(once.output.split(separator: "\r\n").count > 1)
    // With the copies kept the counts are others.
    if !arguments.contains("keywords"), !arguments.contains("--by=quarter") {
      #expect(try program.run(arguments + ["twice", "--keep-duplicates"]).output != once.output)
    }
  }

  @Test func `the notes and the JSON say how many documents were copies`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write("央行降准\n央行 降准！\n央行降息\n", to: "a.txt")
    let table = try program.run("freq", "--input=lines", "a.txt")
    #expect(table.output.hasPrefix("Term frequencies\n2 documents,"))
    #expect(table.output.contains("Documents: 3 raw, 2 unique; copies and near copies"))
    let json = try program.run("freq", "--input=lines", "--format=json", "a.txt").output
    #expect(json.contains(#""rawDocuments":3"#) && json.contains(#""uniqueDocuments":2"#))
    let kept = try program.run("freq", "--input=lines", "--keep-duplicates", "a.txt").output
    #expect(kept.hasPrefix("Term frequencies\n3 documents,"))
    #expect(!kept.contains("unique"))
  }

  @Test func `a group of a comparison has its own copy`() throws {
    let program = try Program()
    defer { program.finish() }
    let article = "智谱发布新一代大模型，上下文长度提高一倍，推理成本下降，多家企业已经接入这一模型。"
    try program.write("\(article)\n\(article)\n模型开源。\n", to: "a.txt")
    try program.write("\(article)\n央行降准。\n", to: "b.txt")
    let result = try program.run(
      "compare", "--input=lines", "--min-count=1", "--min-docs=1", "--level=1", "a.txt", "b.txt")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Documents: 5 raw, 4 unique"))
  }

  @Test func `lists for each document keep every document`() throws {
    let program = try Program()
    defer { program.finish() }
    try program.write("央行宣布降准\n央行宣布降准\n", to: "a.txt")
    let lists = try program.run(
      "keywords", "--by=document", "--input=lines", "--format=csv", "a.txt")
    #expect(lists.output.contains("a.txt#1") && lists.output.contains("a.txt#2"))
    let objects = try program.run("entities", "--input=lines", "--format=jsonl", "a.txt")
    #expect(objects.output.split(separator: "\n").count == 2)
  }
}
