import Statistics
import TextModel

/// An analysis of nouns written apart by spaces; a word in brackets is an organisation.
func analysis(_ text: String, date: CalendarDate? = nil) -> Analysis {
  var clean = ""
  var tokens: [Token] = []
  var mentions: [Mention] = []
  for piece in text.split(separator: " ") {
    let isEntity = piece.first == "["
    let word = isEntity ? String(piece.dropFirst().dropLast()) : String(piece)
    let span = TextSpan(clean.utf8.count..<clean.utf8.count + word.utf8.count)
    clean += word + " "
    tokens.append(Token(span: span, partOfSpeech: .noun, kind: .word))
    if isEntity {
      mentions.append(
        Mention(
          span: span, tokens: tokens.count - 1..<tokens.count, canonicalName: word,
          label: .organization, evidence: .gazetteer))
    }
  }
  return Analysis(
    document: Document(id: "test", text: clean, date: date), tokens: tokens, mentions: mentions)
}

/// A table over the given documents.
func table(_ texts: [String]) -> FrequencyTable {
  var table = FrequencyTable()
  for text in texts { table.add(analysis(text)) }
  return table
}
