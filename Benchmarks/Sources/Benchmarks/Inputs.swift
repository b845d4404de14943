import Fenci

/// The fixed inputs, each of about two megabytes.
struct Inputs {
  struct Input {
    let name: String
    let text: String
  }

  let all: [Input]

  init(corpus: String) {
    let reader = InputReader(paths: [InputPath(corpus)])
    let parser = DocumentParser()
    var articles: [String] = []
    while let block = reader.next() {
      articles += parser.documents(in: block).documents.map(\.text)
    }
    let news = articles.joined(separator: "\n")
    let han = String(news.unicodeScalars.filter(\.properties.isIdeographic).map(Character.init))
    all = [
      Input(name: "news", text: Self.repeated(news)),
      Input(name: "one-line", text: Self.repeated(news.filter { !$0.isNewline })),
      Input(name: "han-only", text: Self.repeated(han)),
      Input(name: "ascii", text: Self.repeated("DeepSeek-R1 costs $0.55 per 1,000,000 tokens. ")),
      Input(name: "mixed", text: Self.repeated("智谱 AI 的GLM-4.5在😀2026-01-08发布，价格降83.5%！カタカナ ")),
      Input(name: "broken", text: Self.repeated("智\u{FFFD}谱\u{0}\u{301}发\u{200D}布\u{FEFF}。")),
    ]
  }

  private static func repeated(_ text: String) -> String {
    String(repeating: text, count: max(1, 2_000_000 / max(1, text.utf8.count)))
  }
}
