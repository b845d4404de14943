import TestSupport

/// A text for `analysis(_:)`: random words, classes, marks and mentions.
func randomText(using generator: inout SeededGenerator) -> String {
  let words = ["智谱", "模型", "算力", "苹果", "GPT-4o", "ＡＩ", "2026", "，", "。", "的", "一个很长很长的中文词语"]
  let tags = ["", "/NOUN", "/VERB", "/PROPN"]
  let count = Int.random(in: 0..<40, using: &generator)
  return (0..<count).map { _ in
    let word = words.randomElement(using: &generator) ?? "的"
    if Int.random(in: 0..<8, using: &generator) == 0 { return "[\(word)|苹果|ORG]" }
    if Int.random(in: 0..<20, using: &generator) == 0 { return "[智谱 AI|智谱|ORG]" }
    return word + (tags.randomElement(using: &generator) ?? "")
  }.joined(separator: " ")
}
