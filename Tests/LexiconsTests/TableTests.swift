import Testing

@testable import Lexicons

@Suite struct TableTests {
  @Test(
    "a row that breaks the rules is named by its line",
    arguments: [
      ("word\tcount\tpos\n一\t1\n", "t:2: 2 cells where 3 belong"),
      ("word\tcount\n", "t:1: the header must be: word ⇥ count ⇥ pos"),
      ("word\tcount\tpos\n一\t\tNOUN\n", "t:2: the cell 'count' is empty"),
      ("word\tcount\tpos\n一 \t1\tNOUN\n", "t:2: white space around the cell 'word'"),
      ("word\tcount\tpos\n二\t1\tNOUN\n一\t1\tNOUN\n", "t:3: '一' must come before '二' and only once"),
      ("word\tcount\tpos\n一\t1\tNOUN\n一\t1\tNOUN\n", "t:3: '一' must come before '一' and only once"),
      ("word\tcount\tpos\n一\tx\tNOUN\n", "t:2: the count 'x' is not a positive number"),
      ("word\tcount\tpos\n一\t1\tNN\n", "t:2: 'NN' is no UPOS tag"),
    ])
  func faults(text: String, message: String) throws {
    let error = #expect(throws: LexiconError.self) {
      _ = try LexiconWord.rows(of: Table(path: "t", text: text, columns: LexiconWord.columns))
    }
    #expect(error?.description == message)
  }

  @Test(
    "a gazetteer row must be complete",
    arguments: [
      ("小米\t小米\tORG\tambiguous\t-", "the ambiguous alias '小米' needs cues"),
      ("小米\t小米\tORG\tvague\t手机", "unknown flag 'vague'"),
      (
        "小米\t小米\torg\t-\t-",
        "the label 'org' must be of capital letters, digits and _ (such as ORG)"
      ),
      ("小米\t小米\tORG\tambiguous\t手机||雷军", "an empty cue"),
    ])
  func gazetteerFaults(row: String, reason: String) throws {
    let header = GazetteerRow.columns.joined(separator: "\t")
    let table = try Table(path: "g", text: "\(header)\n\(row)\n", columns: GazetteerRow.columns)
    let error = #expect(throws: LexiconError.self) { _ = try GazetteerRow.rows(of: table) }
    #expect(error?.description == "g:2: \(reason)")
  }
}
