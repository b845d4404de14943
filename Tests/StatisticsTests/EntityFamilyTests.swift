import Statistics
import Testing
import TextModel

@Suite struct EntityFamilyTests {
  private let family = EntityFamily(parents: [
    "Kimi": .init(name: "月之暗面", label: .organization),
    "杭州": .init(name: "浙江省", label: .place), "浙江省": .init(name: "中国", label: .place),
    "甲": .init(name: "乙", label: .organization), "乙": .init(name: "甲", label: .organization),
  ])

  @Test(
    "an entity counts for the uppermost one that it belongs to",
    arguments: [("Kimi", "月之暗面"), ("杭州", "中国"), ("浙江省", "中国"), ("中国", nil), ("无", nil)])
  func root(name: String, expected: String?) { #expect(family.root(of: name)?.name == expected) }

  @Test func `a circle ends`() { #expect(family.root(of: "甲") != nil) }

  @Test func `mentions take name and label of the uppermost entity`() {
    let document = Document(id: "1", text: "Kimi")
    let span = TextSpan(start: 0, end: 4)
    let analysis = family.rolledUp(
      Analysis(
        document: document, tokens: [Token(span: span, partOfSpeech: .properNoun, kind: .latin)],
        mentions: [
          Mention(
            span: span, tokens: 0..<1, canonicalName: "Kimi", label: .product, evidence: .gazetteer)
        ]))
    #expect(analysis.mentions.map(\.canonicalName) == ["月之暗面"])
    #expect(analysis.mentions.map(\.label) == [.organization])
  }
}
