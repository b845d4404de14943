import Testing

@testable import Lexicons

@Suite struct StandardRuleTests {
  @Test(
    "a form is read",
    arguments: [
      ("大模型", "大模型", StandardRule.whole),
      ("不 是", "不是", 1),
      ("国内 市场", "国内市场", 2),
      ("# 以来", "以来", StandardRule.afterNumber),
      ("去年 #", "去年", StandardRule.beforeNumber),
      ("#港元", "港元", StandardRule.unit),
      ("昨天 *", "昨天", StandardRule.beforeName),
      ("#日 #", "日", StandardRule.betweenNumbers),
      ("@ 先生", "先生", StandardRule.afterSurname),
      ("~ 下来", "下来", StandardRule.afterCharacter),
    ])
  func forms(form: String, text: String, bits: UInt16) throws {
    let rule = try #require(StandardRule(form: form))
    #expect(rule.text == text && rule.bits == bits)
  }

  @Test("what is no form is refused", arguments: ["", "#", "# #", "不  是", "一 二 三", "不 是#", " 不"])
  func refused(form: String) {
    #expect(StandardRule(form: form) == nil)
  }

  @Test func `a table with a wrong form names the line`() throws {
    let table = try Table(path: "t", text: "form\n# #\n", columns: StandardRule.columns)
    #expect(
      throws: LexiconError.badRow(
        path: "t", line: 2, reason: "'# #' is no form of the word standard")
    ) {
      try StandardRule.rows(of: table)
    }
  }
}
