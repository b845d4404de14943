import Foundation
import TestSupport
import Testing

/// The check for artefacts of segmentation, as a user meets it.
@Suite struct ArtefactCommandTests {
  @Test func `a word that is cut apart elsewhere is marked`() throws {
    let program = try Program()
    defer { program.finish() }
    // The leftmost of a user's words wins: 澜石云 cuts across 云图谱.
    try program.write("澜石云\n云图谱\n", to: "own.txt")
    let lines =
      Array(repeating: "云图谱发布。", count: 6) + Array(repeating: "澜石云图谱上线。", count: 4)
    let text = lines.enumerated().map { "第\($0.offset)次，\($0.element)\n" }.joined()
    try program.write(text, to: "a.txt")
    let arguments = ["freq", "--dictionary=own.txt", "--input=lines", "a.txt"]
    let rows = try program.run(arguments + ["--format=csv"]).output.split(separator: "\r\n")
    #expect(rows.first?.hasSuffix(",stringFrequency,inOtherTerms,artefact") == true)
    let row = try #require(rows.first { $0.contains(",云图谱,") })
    #expect(row.contains(",NOUN,6,") && row.hasSuffix(",10,0,cut-apart"), "\(row)")
    let table = try program.run(arguments).output
    #expect(table.contains("May be artefacts of segmentation (check): 1 term;"))
    #expect(table.contains("cut-apart"))
  }

  @Test func `copies are left out of the second reading too, at any number of threads`() throws {
    let program = try Program()
    defer { program.finish() }
    let article = "国产大模型发布，算力成本下降，多家企业接入这一模型，模型的上下文长度提高一倍。"
    for index in 0..<5 {
      try program.write(
        article + String(repeating: "\n", count: index), to: "\(index).txt")
    }
    for threads in ["1", "3"] {
      let result = try program.run(
        "freq", "--format=csv", "--threads", threads, "0.txt", "1.txt", "2.txt", "3.txt", "4.txt")
      let row = result.output.split(separator: "\r\n").first { $0.contains(",模型,") }
      let cells = try #require(row).split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[4] == "2" || cells[4] == "3")
      // Three strings in the one article that counts.
      #expect(cells[cells.count - 3] == "3")
    }
  }

  @Test func `standard input is not read again, and the check can be left out`() throws {
    let program = try Program()
    defer { program.finish() }
    let text = Data("智谱发布模型".utf8)
    let stream = try program.run("freq", input: text)
    #expect(stream.output.contains("The input can be read only once"))
    try program.write(text, to: "a.txt")
    #expect(!(try program.run("freq", "a.txt").output.contains("only once")))
    let without = try program.run("freq", "--no-check", "--format=csv", "a.txt").output
    #expect(!without.contains("artefact"))
  }
}
