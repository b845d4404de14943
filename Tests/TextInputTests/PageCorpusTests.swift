import TestSupport
import Testing
import TextModel

@testable import TextInput

/// The pages of `corpus/pages`, with the article that each holds. (`Scripts/evaluate-extraction` compares
/// by words, and with other programs.)
@Suite struct PageCorpusTests {
  private static let pages = Outcome([Repository.path("corpus/pages")]).documents.filter {
    !$0.id.hasSuffix(".gold.txt")
  }

  private static func gold(of page: Document) -> Document {
    let name = page.id.split(separator: ".").dropLast().joined(separator: ".")
    return Outcome(["/\(name.drop { $0 == "/" }).gold.txt"]).documents[0]
  }

  /// How often each character stands in the text, the title's line left out.
  private static func characters(_ document: Document) -> [Character: Int] {
    var counts: [Character: Int] = [:]
    for (index, line) in document.text.split(separator: "\n").enumerated() {
      if index == 0, String(line) == document.title { continue }
      for character in line where !character.isWhitespace { counts[character, default: 0] += 1 }
    }
    return counts
  }

  @Test("each page gives its article, title and date")
  func pages() {
    #expect(Self.pages.count == 80)
    var sum = 0.0
    var titles = 0
    var dates = 0
    for page in Self.pages {
      let gold = Self.gold(of: page)
      let score = Self.score(page)
      #expect(score > 0.9, "\(page.id): \(score)")
      sum += score
      titles += page.title == gold.title ? 1 : 0
      dates += page.date == gold.date ? 1 : 0
    }
    #expect(sum / 80 > 0.985)
    #expect(titles == 80)
    // A page that tells month and day only has no date.
    #expect(dates == 76)
  }

  /// Forms that the extractor was not made for. (What it gives of them now, not what it gave at first.)
  @Test(
    "pages of further forms give their articles too",
    arguments: [("pages-second", 33, 0.985), ("pages-third", 14, 0.975)])
  func furtherPages(folder: String, count: Int, mean: Double) {
    let pages = Outcome([Repository.path("corpus/\(folder)")]).documents.filter {
      !$0.id.hasSuffix(".gold.txt") && !$0.id.hasSuffix(".list")
    }
    #expect(pages.count == count)
    let scores = pages.map { Self.score($0) }
    for (page, score) in zip(pages, scores) { #expect(score > 0.88, "\(page.id): \(score)") }
    #expect(scores.reduce(0, +) / Double(count) > mean)
  }

  /// F1 by characters.
  private static func score(_ page: Document) -> Double {
    let found = characters(page)
    let wanted = characters(gold(of: page))
    let common = wanted.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
    return 2 * Double(common) / Double(found.values.reduce(0, +) + wanted.values.reduce(0, +))
  }

  @Test("a gold text has no furniture")
  func gold() {
    let gold = Outcome([Repository.path("corpus/pages")]).documents.filter {
      $0.id.hasSuffix(".gold.txt")
    }
    #expect(gold.count == 80)
    #expect(gold.allSatisfy { $0.cutLines.isEmpty })
  }
}
