import TestSupport
import Testing
import TextModel

@testable import Lexicons

@Suite struct EntityFactsTests {
  private func facts(_ rows: [String]) -> [EntityFacts] {
    rows.map {
      EntityFacts(cells: $0.split(separator: " ", omittingEmptySubsequences: false))
    }
  }

  private func faults(_ rows: [String]) throws -> [String] {
    try DictionarySources(
      words: [],
      gazetteer: ["甲公司", "乙公司", "丙公司"].map {
        GazetteerRow(alias: $0, canonicalName: $0, label: .organization)
      }, entityFacts: facts(rows)
    ).faults()
  }

  @Test(
    "says what is wrong with the facts of entities",
    arguments: [
      (["甲公司 E1 company - - -", "乙公司 E2 - 甲公司 - -", "丙公司 E3 - - 600519.SH|00700.HK -"], []),
      (
        ["甲公司 E1 - - - -", "乙公司 E1 - - - -", "丙公司 E3 - - - -"],
        ["the id E1 is of '甲公司' and of '乙公司'"]
      ),
      (["甲公司 E1 - - - -", "乙公司 E2 - - - -"], ["'丙公司' has no id"]),
      (
        ["甲公司 E1 - 丁公司 - -", "乙公司 E2 - - - -", "丙公司 E3 - - - -"],
        ["'丁公司', to which '甲公司' belongs, is no entity"]
      ),
      (
        ["甲公司 E1 - 乙公司 - -", "乙公司 E2 - 甲公司 - -", "丙公司 E3 - - - -"],
        ["'乙公司' belongs to itself", "'甲公司' belongs to itself"]
      ),
    ] as [([String], [String])])
  func faults(rows: [String], expected: [String]) throws { #expect(try faults(rows) == expected) }

  @Test func `a line of the compiled file gives the row back`() {
    let rows = facts(["甲公司 E1 company 乙公司 600519.SH|00700.HK Alpha", "乙公司 E2 - - - -"])
    #expect(EntityFacts.facts(ofLines: rows.map(\.line).joined()) == rows)
    #expect(rows[0].tickers == ["600519.SH", "00700.HK"])
    #expect(rows[1].type == nil)
  }
}
