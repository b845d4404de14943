import TextModel

/// An analysis of words that stand next to each other in the text, though they are written apart here; `_` is a
/// space of the text. A word may carry its class (`研发/VERB`) or be an entity (`智谱AI|智谱|ORG`).
func running(_ text: String) -> Analysis {
  var clean = ""
  var tokens: [Token] = []
  var mentions: [Mention] = []
  for piece in text.split(separator: " ") {
    if piece == "_" {
      clean += " "
      continue
    }
    let parts = piece.split(separator: "|")
    let word = parts[0].split(separator: "/")
    let span = TextSpan(clean.utf8.count..<clean.utf8.count + word[0].utf8.count)
    clean += word[0]
    let isMark = "、，。：《》“”（）".contains(word[0])
    let isNumber = word[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
    tokens.append(
      Token(
        span: span,
        partOfSpeech: word.count > 1
          ? PartOfSpeech(tag: word[1]) ?? .other : isMark ? .punctuation : .noun,
        kind: isMark ? .punctuation : isNumber ? .number : .word))
    if parts.count == 3 {
      mentions.append(
        Mention(
          span: span, tokens: tokens.count - 1..<tokens.count, canonicalName: String(parts[1]),
          label: EntityLabel(rawValue: String(parts[2])), evidence: .gazetteer))
    }
  }
  return Analysis(
    document: Document(id: "test", text: clean), tokens: tokens, mentions: mentions)
}
