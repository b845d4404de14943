import Statistics
import TextModel

/// An analysis of words written apart by spaces. `、`, `，` and `。` are punctuation, a word may carry its
/// class after a slash (`研发/VERB`), and `[a b|名|ORG]` is a mention over the words a and b.
func analysis(_ text: String, date: CalendarDate? = nil) -> Analysis {
  var clean = ""
  var tokens: [Token] = []
  var mentions: [Mention] = []
  var mentionStart: Int?
  for piece in text.split(separator: " ") {
    var piece = piece
    if piece.first == "[" {
      mentionStart = tokens.count
      piece.removeFirst()
    }
    let parts = piece.split(separator: "|")
    let word = parts[0].split(separator: "/")
    let start = clean.utf8.count
    clean += word[0]
    let isMark = "、，。".contains(word[0])
    let isNumber = word[0].utf8.allSatisfy { (0x30...0x39).contains($0) }
    let isLatin = word[0].utf8.allSatisfy { $0 < 0x80 }
    tokens.append(
      Token(
        span: TextSpan(start..<clean.utf8.count),
        partOfSpeech: word.count > 1
          ? PartOfSpeech(tag: word[1]) ?? .other : isMark ? .punctuation : .noun,
        kind: isMark ? .punctuation : isNumber ? .number : isLatin ? .latin : .word))
    if parts.count == 3, let first = mentionStart {
      mentions.append(
        Mention(
          span: TextSpan(Int(tokens[first].span.start)..<clean.utf8.count),
          tokens: first..<tokens.count, canonicalName: String(parts[1]),
          label: EntityLabel(rawValue: String(parts[2].dropLast())), evidence: .gazetteer))
      mentionStart = nil
    }
    clean += " "
  }
  return Analysis(
    document: Document(id: "test", text: clean, date: date), tokens: tokens, mentions: mentions)
}

/// A table over the given documents.
func table(_ texts: [String], selection: TermSelection = .wordsAndEntities) -> FrequencyTable {
  var table = FrequencyTable(selection: selection)
  for text in texts { table.add(analysis(text)) }
  return table
}

/// A table with the given count of each word, spread evenly over the documents.
func table(counts: [String: Int], documents: Int = 1) -> FrequencyTable {
  var table = FrequencyTable()
  for document in 0..<documents {
    let words = counts.sorted { $0.key < $1.key }.flatMap { word, count in
      Array(
        repeating: word, count: count / documents + (document < count % documents ? 1 : 0))
    }
    table.add(analysis(words.joined(separator: " ")))
  }
  return table
}
