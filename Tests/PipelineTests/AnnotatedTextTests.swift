import Fenci
import TestSupport
import Testing

/// Texts with their names marked, for people (`HighlightedText`) and for taggers (`NameTagRows`).
@Suite struct AnnotatedTextTests {
  private func analysis(
    _ text: String, _ names: [(text: String, canonical: String, label: EntityLabel)]
  ) throws -> Analysis {
    var analysis = try Analyzer(try TestDictionaries.make()).makeWorker().analysis(
      of: Document(
        id: "a1", text: text, title: "题", date: CalendarDate(year: 2026, month: 1, day: 8)))
    analysis.mentions = names.compactMap { name in
      guard let range = text.firstRange(of: name.text) else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let span = TextSpan(start..<start + name.text.utf8.count)
      let tokens = analysis.tokens.indices.filter {
        analysis.tokens[$0].span.start >= span.start && analysis.tokens[$0].span.end <= span.end
      }
      guard let first = tokens.first, let last = tokens.last else { return nil }
      return Mention(
        span: span, tokens: first..<last + 1, canonicalName: name.canonical, label: name.label,
        evidence: .gazetteer)
    }
    return analysis
  }

  @Test func `names stand in brackets, with their canonical name where it is another`() throws {
    let marked = try analysis(
      "我说智谱AI和MiniMax。\n", [("智谱AI", "智谱", .organization), ("MiniMax", "MiniMax", .organization)])
    #expect(
      String(decoding: HighlightedText(style: .plain).bytes(of: marked), as: UTF8.self)
        == "── a1 · 2026-01-08 · 题\n我说[智谱AI/ORG=智谱]和[MiniMax/ORG]。\n\n")
  }

  @Test func `colours are for terminals, and leave the text as it is`() throws {
    let marked = try analysis("我说智谱。", [("智谱", "智谱", .organization)])
    let colored = String(
      decoding: HighlightedText(style: .colored).bytes(of: marked), as: UTF8.self)
    #expect(colored.contains("我说\u{1B}[1;36m智谱\u{1B}[0m\u{1B}[2m/ORG\u{1B}[0m。\n"))
  }

  @Test func `a word a line, with tags by IOB2 and empty lines between sentences`() throws {
    let marked = try analysis(
      "我说：“智谱 AI。”\n说GPT-4o\n", [("智谱 AI", "智谱", .organization), ("GPT-4o", "GPT-4o", .product)])
    let rows = String(decoding: NameTagRows(.character).bytes(of: marked), as: UTF8.self)
    #expect(
      rows == """
        # id = a1
        我\tO
        说\tO
        ：\tO
        “\tO
        智\tB-ORG
        谱\tI-ORG
        A\tI-ORG
        I\tI-ORG
        。\tO
        ”\tO

        说\tO
        G\tB-PRODUCT
        P\tI-PRODUCT
        T\tI-PRODUCT
        -\tI-PRODUCT
        4\tI-PRODUCT
        o\tI-PRODUCT


        """)
    let words = String(decoding: NameTagRows(.word).bytes(of: marked), as: UTF8.self)
    #expect(words.contains("\nGPT-4o\tB-PRODUCT\n"))
    #expect(words.contains("\nAI\tI-ORG\n"))
  }

  @Test("each character has a line", arguments: 0..<50 as Range<UInt64>)
  func whole(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = generator.mixedText(pieces: 30)
    let rows = String(
      decoding: NameTagRows(.word).bytes(of: try analysis(text, [])), as: UTF8.self)
    let lines = rows.split(separator: "\n").dropFirst()
    #expect(lines.allSatisfy { $0.hasSuffix("\tO") })
    #expect(try lines.count == analysis(text, []).tokens.count)
  }
}
