import Foundation
import Testing

@Suite struct FurnitureCommandTests {
  private static let own = ["桥", "路", "河", "树", "灯", "钟", "雪", "茶", "书", "船", "车", "花"]

  /// Articles of one site with a slogan that no rule knows.
  private func makePile() throws -> Program {
    let program = try Program()
    for (number, word) in Self.own.enumerated() {
      try program.write(
        "这一篇写的是\(word)，写得不短，\(word)的事情还有很多可以说。\n点亮小城的每一天！\n今日已有\(number * 31)人读过\n",
        to: "pile/\(word).txt")
    }
    return program
  }

  @Test("lines that many articles share are found, and cut by any command")
  func list() throws {
    let program = try makePile()
    defer { program.finish() }
    let found = try program.run("furniture", "pile", "-o", "list.tsv")
    #expect(found.status == 0)
    #expect(
      try program.read("list.tsv") == "documents\tline\n12\t今日已有0人读过\n12\t点亮小城的每一天！\n")
    let cut = try program.run(
      "read", "--format", "text", "--furniture", "list.tsv", "pile/桥.txt")
    #expect(cut.output == "这一篇写的是桥，写得不短，桥的事情还有很多可以说。\n")
    let counted = try program.run("freq", "--furniture", "list.tsv", "--format", "tsv", "pile")
    #expect(!counted.output.contains("点亮"))
    #expect(try program.run("furniture", "--min-articles", "13", "pile").output.contains("No line"))
  }

  @Test("what cannot be is a clear error")
  func failures() throws {
    let program = try makePile()
    defer { program.finish() }
    let piped = try program.run("furniture", input: Data("甲\n".utf8))
    #expect(piped.status == 1)
    #expect(
      piped.errors == "fenci: furniture reads its input twice: name files or directories\n")
    #expect(try program.run("furniture", "--min-articles", "1", "pile").status == 64)
    let missing = try program.run("read", "--furniture", "none.tsv", "pile/桥.txt")
    #expect(missing.status == 1)
    #expect(missing.errors.contains("none.tsv"))
  }
}
