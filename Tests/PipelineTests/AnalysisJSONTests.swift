import Fenci
import TestSupport
import Testing

@Suite struct AnalysisJSONTests {
  private func json(
    _ document: Document, _ content: AnalysisJSON.Content,
    offsets: AnalysisJSON.OffsetUnit = .scalar
  ) throws -> String {
    let analysis = try Analyzer(try TestDictionaries.make()).analysis(of: document)
    var writer = JSONWriter()
    AnalysisJSON(content, offsets: offsets).write(analysis, to: &writer)
    return writer.text
  }

  @Test func `an object has the fields of the contract, in their order`() throws {
    let document = Document(
      id: "a", text: "智谱 AI说", title: "题", date: CalendarDate(year: 2026, month: 1, day: 8),
      source: "样刊", metadata: [MetadataField(name: "tags", value: "[1]", isJSON: true)])
    #expect(
      try json(document, [.tokens, .entities])
        == #"{"id":"a","title":"题","date":"2026-01-08","source":"样刊","tags":[1],"tokens":["#
        + #"{"text":"智谱","start":0,"end":2,"pos":"PROPN"},{"text":"AI","start":3,"end":5,"pos":"PROPN"},"#
        + #"{"text":"说","start":5,"end":6,"pos":"VERB"}],"entities":["#
        + #"{"text":"智谱 AI","canonical":"智谱","label":"ORG","start":0,"end":5,"evidence":"gazetteer","score":0.96}]}"#
    )
  }

  @Test(
    "offsets count what was asked for",
    arguments: [
      (AnalysisJSON.OffsetUnit.scalar, 2, 3), (.utf16, 3, 4), (.utf8, 7, 10),
    ])
  func offsets(unit: AnalysisJSON.OffsetUnit, start: Int, end: Int) throws {
    let text = try json(Document(id: "a", text: "😀的说"), .tokens, offsets: unit)
    #expect(text.contains(#""text":"说","start":\#(start),"end":\#(end)"#))
  }
}
